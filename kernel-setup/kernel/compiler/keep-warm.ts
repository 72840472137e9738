import { keepCompiledCode } from "./code-cache";
import { createCellCompiler } from "./converter";

/** Compiles a few cells and keeps what V8 made of the compiler: already the first kernel starts fast. */
export function keepWarm(root: string): void {
  const compiler = createCellCompiler(root, root);
  compiler.warmUp();
  keepCompiledCode();
}
