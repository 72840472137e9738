import { keepCompiledCode } from "./code-cache";
import { CellCompiler } from "./compiler";

/** Compiles a few cells and keeps what V8 made of the compiler: already the first kernel starts fast. */
export function keepWarm(root: string): void {
  const compiler = new CellCompiler(root, root);
  compiler.warmUp();
  keepCompiledCode();
}
