import { dirname } from "node:path";
import { loadTypeScript } from "./load-typescript";
import { provideModule } from "./module-paths";

/** What tslab's own `display` calls. */
type TslabDisplay = (
  content: { data: object; metadata: Record<string, unknown>; transient: { display_id?: string } },
  update: boolean | undefined,
) => void;

/** Shows a MIME bundle. */
type ShowBundle = (
  bundle: object,
  options: { metadata: Record<string, unknown>; update: boolean; displayId?: string },
) => void;

const typescriptOfTslab = () =>
  require.resolve("@tslab/typescript-for-tslab", {
    paths: [dirname(require.resolve("tslab/package.json"))],
  });

/**
 * Makes tslab's package, which notebooks written for tslab import, show things here. Of its protocol
 * side and its TypeScript, which take a while to load, it needs no more than this.
 */
export function connectTslab(show: ShowBundle): void {
  const lastWriteDisplayData: TslabDisplay = ({ data, metadata, transient }, update) =>
    show(data, { metadata, update: update ?? false, displayId: transient.display_id });
  provideModule(require.resolve("tslab/dist/jupyter"), { lastWriteDisplayData });
  provideModule(typescriptOfTslab(), loadTypeScript());
}

/** Versions of tslab and of the TypeScript that checks cells; loads neither. */
export function engineVersions(): { tslab: string; typescript: string } {
  const version = (name: string) =>
    (require(`${name}/package.json`) as { version: string }).version;
  return { tslab: version("tslab"), typescript: version("typescript") };
}
