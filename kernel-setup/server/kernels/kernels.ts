import type { FoundKernelSpec } from "../../spec/find-kernelspec";
import { ApiError } from "../api-error";
import { RunningKernel } from "./running-kernel";

/** More than anyone works with at once; each takes some 150 MB. */
const MOST = 40;

/** All kernels of the server. */
export class Kernels {
  readonly #specs: FoundKernelSpec[];
  readonly #running = new Map<string, RunningKernel>();

  /** @param specs The kernels that can be asked for; the first is the default. */
  constructor(specs: FoundKernelSpec[]) {
    this.#specs = specs;
  }

  get all(): RunningKernel[] {
    return [...this.#running.values()];
  }

  /** @throws ApiError 404 */
  get(id: string): RunningKernel {
    const kernel = this.#running.get(id);
    if (kernel) return kernel;
    throw new ApiError(404, `expected a running kernel, but got ${JSON.stringify(id)}.`);
  }

  /**
   * Starts a kernel, and does not wait for it: what it is asked before it is ready waits.
   *
   * @throws ApiError 400 for a name that there is not, 503 when there are too many.
   */
  start(name: unknown, cwd: string): RunningKernel {
    const [first] = this.#specs;
    const found =
      name === undefined || name === null || name === ""
        ? first
        : this.#specs.find((spec) => spec.name === name);
    if (!found) {
      const names = this.#specs.map((spec) => spec.name).join(", ");
      throw new ApiError(
        400,
        `expected a kernel of the name ${names}, but got ${JSON.stringify(name)}.`,
      );
    }
    if (this.#running.size >= MOST) {
      throw new ApiError(
        503,
        `expected at most ${MOST} kernels at once, but got one more: shut some down first.`,
      );
    }
    const kernel = new RunningKernel(found, cwd);
    this.#running.set(kernel.id, kernel);
    return kernel;
  }

  async shutdown(id: string): Promise<void> {
    const kernel = this.get(id);
    this.#running.delete(id);
    await kernel.shutdown();
  }

  async shutdownAll(): Promise<void> {
    await Promise.all(this.all.map(({ id }) => this.shutdown(id)));
  }
}
