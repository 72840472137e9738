import { spawn } from "node:child_process";
import { join } from "node:path";
import { ourKernel, withKernelFolder } from "../support/kernel-folder";
import { PYTHON } from "../support/needs";
import { inProject } from "../support/project";

/** A test that takes longer than this, in milliseconds, hangs: Python and its kernel are ended. */
const LIMIT = 120_000;

/** Runs unittest in a process of its own, on our kernel under the name "tslab". @returns what it says */
function unittest(folder: string, args: string[]): Promise<{ code: number | null; text: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(PYTHON, ["-m", "unittest", ...args], {
      cwd: folder,
      env: {
        ...process.env,
        JUPYTER_PATH: folder,
        JUPYTER_CONFIG_DIR: join(folder, "config"),
        JUPYTER_RUNTIME_DIR: join(folder, "runtime"),
        PYTHONPATH: inProject("test", "conformance"),
        PYTHONDONTWRITEBYTECODE: "1",
      },
      stdio: ["ignore", "pipe", "pipe"],
      timeout: LIMIT,
      // nbclient takes SIGTERM for itself.
      killSignal: "SIGKILL",
    });
    let text = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        text += chunk;
      });
    }
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, text }));
  });
}

/**
 * Runs one Python test, named `file.Class.test`.
 *
 * @throws Error with all that Python says when the test fails, hangs or does not exist
 */
export async function pythonTest(name: string): Promise<"passed" | "skipped"> {
  const { code, text } = await withKernelFolder(ourKernel(), (folder) => unittest(folder, [name]));
  if (code !== 0) {
    const end = code === null ? `no end within ${LIMIT / 1000} s` : `exit code ${code}`;
    throw new Error(`${name}: expected it to pass, but got ${end}:\n${text}`);
  }
  if (!/^Ran 1 test in /m.test(text)) {
    throw new Error(`${name}: expected one test to run, but got:\n${text}`);
  }
  return /^OK \(skipped=1\)$/m.test(text) ? "skipped" : "passed";
}
