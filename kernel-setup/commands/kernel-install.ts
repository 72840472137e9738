import { join } from "node:path";
import { runCommand, type Usage } from "./parts/arguments";
import { JUPYTER_FOLDER, KERNEL_NAME, ROOT } from "./parts/project";
import { projectKernelSpec } from "./parts/project-kernelspec";
import { installUserKernel, UserKernelError, userKernelFolder } from "./parts/user-kernel";

const usage = {
  command: "npm run kernel:install",
  options: { force: { type: "boolean" }, name: { type: "string" } },
  help: `npm run kernel:install [-- OPTIONS]: puts this clone's TypeScript kernel into your Jupyter,
where every notebook of yours can choose it, in any folder.

  --force      replace a kernel of that name that came from elsewhere; it is kept aside
  --name NAME  the name notebooks ask for (else ${KERNEL_NAME})

The kernel runs from this clone: leave the clone where it is, or run this again after moving it.
\`npm run kernel:uninstall\` takes it away.`,
} satisfies Usage;

/** Puts the kernel into the user's Jupyter data folder. */
export function main(args: string[]): Promise<number> {
  return runCommand(usage, args, async ({ values }) => {
    const { name = KERNEL_NAME, force = false } = values;
    const spec = projectKernelSpec(ROOT);
    if (name !== KERNEL_NAME) spec.display_name = `TypeScript (${name})`;
    try {
      const folder = userKernelFolder(name);
      installUserKernel(folder, spec, join(JUPYTER_FOLDER, "kernels", KERNEL_NAME), force);
      console.log(`The kernel ${spec.display_name} is in ${folder}.`);
      return 0;
    } catch (error) {
      if (!(error instanceof UserKernelError)) throw error;
      console.error(`${usage.command}: ${error.message}`);
      return 1;
    }
  });
}
