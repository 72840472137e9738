import type { MimeBundle } from "../../../src/show/displayable";

/** What cells would see: runs something and collects the bundles it hands to the front end. */
export function shownBy(run: () => void): MimeBundle[] {
  const hook = Symbol.for("tslab.display");
  const scope = globalThis as { [hook]?: (bundle: MimeBundle) => void };
  const before = scope[hook];
  const shown: MimeBundle[] = [];
  scope[hook] = (bundle) => shown.push(bundle);
  try {
    run();
  } finally {
    scope[hook] = before;
  }
  return shown;
}
