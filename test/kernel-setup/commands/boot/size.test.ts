import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { inProject } from "../../../support/project";

const MB = 1e6;
/** What a first `npm start` may put into a clone, as README.md says it. */
const LIMIT =
  Number(/at most (\d+) MB/.exec(readFileSync(inProject("README.md"), "utf8"))?.[1]) * MB;

/** The bytes of all files below a folder, without those of folders of these names. */
function bytesBelow(folder: string, without: string[] = []): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !without.includes(name))
    .map((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? bytesBelow(path, without) : statSync(path).size;
    })
    .reduce((sum, size) => sum + size, 0);
}

/** The packages that learners get: the lock file without those for development. */
function packageSizes(): Map<string, number> {
  const { packages } = JSON.parse(readFileSync(inProject("package-lock.json"), "utf8"));
  const places = Object.entries(
    packages as Record<string, { dev?: boolean; devOptional?: boolean }>,
  )
    .filter(([place, { dev, devOptional }]) => place !== "" && !dev && !devOptional)
    .map(([place]) => place);
  return new Map(places.map((place) => [place, bytesBelow(inProject(place), ["node_modules"])]));
}

/** Compiled code of V8 is kept for each Node that has run here; a learner has one. */
function cacheSize(): number {
  const largest: Record<string, number> = {};
  const cache = inProject("dist", "cache");
  for (const file of existsSync(cache) ? readdirSync(cache) : []) {
    const what = file.replace(/-[0-9a-f]{8,}(\.code)$/, "$1");
    largest[what] = Math.max(largest[what] ?? 0, statSync(join(cache, file)).size);
  }
  return Object.values(largest).reduce((sum, size) => sum + size, 0);
}

describe("what a first npm start installs and builds", () => {
  it(`takes at most ${LIMIT / MB} MB`, () => {
    const packages = packageSizes();
    const sizes = {
      packages: [...packages.values()].reduce((sum, size) => sum + size, 0),
      compiled:
        bytesBelow(inProject("dist", "src")) + bytesBelow(inProject("dist", "kernel-setup")),
      cache: cacheSize(),
      kernel: bytesBelow(inProject(".jupyter", "kernels", "tslab")),
    };
    const largest = [...packages]
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, 10)
      .map(([place, size]) => `${place} ${(size / MB).toFixed(1)}`);
    expect(packages.get("node_modules/typescript")).to.be.greaterThan(10 * MB);
    expect(sizes.compiled).to.be.greaterThan(MB);
    const all = Object.values(sizes).reduce((sum, size) => sum + size, 0);
    const said = `${JSON.stringify(sizes)}; largest in MB: ${largest.join(", ")}`;
    console.log(`      ${(all / MB).toFixed(1)} MB: ${said}`);
    expect(all, said).to.be.at.most(LIMIT);
  });
});
