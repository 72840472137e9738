import type { KernelClient } from "../../../jupyter/client/kernel-client";
import { startKernel } from "../../../jupyter/client/start-kernel";
import type { Home, KernelEnd, KernelStarter } from "../../server/home";
import { machineFiles } from "./files";
import { machineSecrets } from "./secrets";

/** Kernels as processes of their own. */
export const machineKernels: KernelStarter = {
  start: async (found, { cwd }) => endOf(await startKernel(found, { cwd })),
};

const endOf = (client: KernelClient): KernelEnd => ({
  get death() {
    return client.process.death;
  },
  ended: client.process.ended,
  listen: (listener) => client.listen(listener),
  pass: (channel, message) => client.pass(channel, message),
  interrupt: () => client.interrupt(),
  shutdown: () => client.shutdown(),
});

/** The home of a server on this machine. */
export const machineHome: Home = {
  files: machineFiles,
  secrets: machineSecrets,
  kernels: machineKernels,
};
