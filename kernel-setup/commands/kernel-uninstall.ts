import { join } from "node:path";
import { runCommand, type Usage } from "./parts/arguments";
import { JUPYTER_FOLDER, KERNEL_NAME } from "./parts/project";
import { UserKernelError, uninstallUserKernel, userKernelFolder } from "./parts/user-kernel";

const usage = {
  command: "npm run kernel:uninstall",
  options: { name: { type: "string" } },
  help: `npm run kernel:uninstall [-- --name NAME]: takes the kernel that \`npm run kernel:install\` put there out of your Jupyter.

A kernel from elsewhere stays; one that ours had replaced comes back.`,
} satisfies Usage;

/** Takes our kernel out of the user's Jupyter data folder. */
export function main(args: string[]): Promise<number> {
  return runCommand(usage, args, async ({ values }) => {
    try {
      const folder = userKernelFolder(values.name ?? KERNEL_NAME);
      const left = uninstallUserKernel(folder, join(JUPYTER_FOLDER, "kernels", KERNEL_NAME));
      const words = left === "nothing" ? "" : `; ${left} is back`;
      console.log(`The kernel is out of ${folder}${words}.`);
      return 0;
    } catch (error) {
      if (!(error instanceof UserKernelError)) throw error;
      console.error(`${usage.command}: ${error.message}`);
      return 1;
    }
  });
}
