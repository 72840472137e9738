/** The content of a kernel.json (jupyter-client documentation, "Kernel specs"). */
export interface KernelSpec {
  /** The command; `{connection_file}` and `{resource_dir}` in it are replaced at the start. */
  argv: string[];
  display_name: string;
  language: string;
  /** How a running cell is interrupted; "signal" when absent. */
  interrupt_mode?: "message" | "signal";
  env?: Record<string, string>;
  metadata?: Record<string, unknown>;
}

/** A kernelspec and where it lies. */
export interface FoundKernelSpec {
  /** The name notebooks ask for, as the folder spells it. */
  name: string;
  /** The folder of kernel.json (`{resource_dir}`). */
  folder: string;
  spec: KernelSpec;
}
