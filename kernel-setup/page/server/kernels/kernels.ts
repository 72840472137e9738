import type { FoundKernelSpec } from "../../../jupyter/kernelspecs/spec";
import { ApiError } from "../api-error";
import type { KernelStarter } from "../home";
import { type OnOutput, RunningKernel } from "./running-kernel";

/** More than anyone works with at once: each takes some 150 MB, and 250 to 400 MB after a lesson. */
const MOST = 40;

/** How many kernels that no page looks at stay, and for how long all of them do. */
const MOST_UNATTENDED = 4;
const UNATTENDED_MS = 10 * 60_000;

/** How long kernels live, and who hears them. */
export interface KernelsOptions {
  /** How long kernels that no page looks at stay in any case. */
  unattendedMs?: number;
  /** Gets what any kernel shows. */
  onOutput?: OnOutput;
}

/** All kernels of the server. */
export class Kernels {
  readonly #starter: KernelStarter;
  readonly #specs: FoundKernelSpec[];
  readonly #unattendedMs: number;
  readonly #onOutput: OnOutput | undefined;
  readonly #running = new Map<string, RunningKernel>();
  /** One that runs already and waits for a document in its folder. */
  #spare: { kernel: RunningKernel; cwd: string } | undefined;

  /** @param specs The kernels that can be asked for; the first is the default. */
  constructor(
    starter: KernelStarter,
    specs: FoundKernelSpec[],
    { unattendedMs = UNATTENDED_MS, onOutput }: KernelsOptions = {},
  ) {
    this.#starter = starter;
    this.#specs = specs;
    this.#unattendedMs = unattendedMs;
    this.#onOutput = onOutput;
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
    this.#endForgotten();
    const kernel = this.#takeSpare(found, cwd) ?? this.#new(found, cwd);
    this.#running.set(kernel.id, kernel);
    return kernel;
  }

  /**
   * Ends the kernels that were left longest ago. Whoever goes from lesson to lesson leaves one behind
   * each time, and a small machine has memory for a few.
   */
  #endForgotten(): void {
    const left = this.all
      .filter(({ model, lastActivity }) => {
        const isLeft = model.connections === 0 && model.execution_state !== "busy";
        return isLeft && Date.now() - lastActivity.getTime() > this.#unattendedMs;
      })
      .sort((a, b) => b.lastActivity.getTime() - a.lastActivity.getTime());
    for (const { id } of left.slice(MOST_UNATTENDED)) void this.shutdown(id);
  }

  /** Starts the default kernel in a folder, for the first document there that asks for one. */
  async prepare(cwd: string): Promise<void> {
    const [first] = this.#specs;
    if (!first || this.#spare) return;
    this.#spare = { kernel: this.#new(first, cwd), cwd };
    await this.#spare.kernel.ready;
  }

  #new(found: FoundKernelSpec, cwd: string): RunningKernel {
    return new RunningKernel(this.#starter, found, cwd, this.#onOutput);
  }

  #takeSpare(found: FoundKernelSpec, cwd: string): RunningKernel | undefined {
    const spare = this.#spare;
    if (!spare || spare.cwd !== cwd || spare.kernel.name !== found.name || spare.kernel.isDead)
      return undefined;
    this.#spare = undefined;
    return spare.kernel;
  }

  async shutdown(id: string): Promise<void> {
    const kernel = this.get(id);
    this.#running.delete(id);
    await kernel.shutdown();
  }

  async shutdownAll(): Promise<void> {
    const spare = this.#spare?.kernel.shutdown();
    this.#spare = undefined;
    await Promise.all([spare, ...this.all.map(({ id }) => this.shutdown(id))]);
  }
}
