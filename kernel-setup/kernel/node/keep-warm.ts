import { CellCompiler } from "../compiler/compiler";
import { keepCompiledCode } from "./code-cache";
import { nodeCompilerHome } from "./compiler-home";

/** Compiles a few cells and keeps what V8 made of the compiler: already the first kernel starts fast. */
export function keepWarm(root: string): void {
  const compiler = new CellCompiler(nodeCompilerHome(), root, root);
  compiler.warmUp();
  keepCompiledCode();
}
