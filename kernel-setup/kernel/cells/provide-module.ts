import Module from "node:module";

/** Makes `require` of a file give these exports, so that the file itself is never loaded. */
export function provideModule(file: string, exports: object): void {
  const module = new Module(file);
  module.filename = file;
  module.loaded = true;
  module.exports = exports;
  require.cache[file] = module;
}
