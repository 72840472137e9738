import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect } from "chai";
import { PROJECT } from "../../support/project";
import { RawKernel, streamText } from "../../support/raw-kernel";
import { MODULE_PROGRAMS, type ModuleProgram } from "./module-programs";

const TSCONFIG = {
  compilerOptions: {
    target: "es2022",
    lib: ["es2023", "esnext.disposable"],
    module: "nodenext",
    resolveJsonModule: true,
    strict: false,
    noImplicitThis: false,
    skipLibCheck: true,
    types: ["node"],
    typeRoots: [join(PROJECT, "node_modules", "@types")],
  },
  include: ["**/*"],
  exclude: ["**/node_modules"],
};

/** The folder of a program below that of all. */
const folderOf = (program: ModuleProgram) => `p${MODULE_PROGRAMS.indexOf(program)}`;

function writeAll(root: string): void {
  for (const program of MODULE_PROGRAMS) {
    const files = {
      "package.json": '{ "type": "module" }',
      "n.ts": "export {};",
      ...program.files,
      "main.ts": `${program.main}\nexport {};`,
    };
    for (const [name, text] of Object.entries(files)) {
      // Packages lie above all programs, so that one kernel's cells find them, too.
      const file = join(root, name.startsWith("node_modules/") ? "" : folderOf(program), name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
}

/** A kernel of its own, which has evaluated nothing yet. */
interface Place {
  folder: string;
  kernel: RawKernel;
}

async function startPlace(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), "kernel-programs-"));
  writeAll(folder);
  return { folder, kernel: await RawKernel.start({ cwd: folder }) };
}

describe("kernel: programs of several modules run as with tsc and Node", function () {
  this.timeout(120_000);
  let compiled: string;
  let asFiles: Place;
  let asCells: Place;

  before(async () => {
    compiled = mkdtempSync(join(tmpdir(), "tsc-programs-"));
    writeAll(compiled);
    writeFileSync(join(compiled, "tsconfig.json"), JSON.stringify(TSCONFIG));
    const tsc = join(PROJECT, "node_modules", "typescript", "bin", "tsc");
    const { status, stdout } = spawnSync(process.execPath, [tsc, "-p", compiled], {
      encoding: "utf8",
    });
    expect(status, stdout).to.equal(0);
    asFiles = await startPlace();
    asCells = await startPlace();
  });
  after(async () => {
    for (const place of [asFiles, asCells]) {
      await place?.kernel.stop();
      if (place !== undefined) rmSync(place.folder, { recursive: true, force: true });
    }
    rmSync(compiled, { recursive: true, force: true });
  });

  /** What Node prints. */
  function truth(program: ModuleProgram): string {
    const { stdout, stderr, status } = spawnSync(process.execPath, ["main.js"], {
      cwd: join(compiled, folderOf(program)),
      encoding: "utf8",
    });
    expect(status, stderr).to.equal(0);
    return stdout;
  }

  async function printed({ kernel }: Place, code: string): Promise<string> {
    const { reply, messages } = await kernel.run(code);
    expect(reply.status, `${code}\n${reply.evalue}\n${reply.traceback}`).to.equal("ok");
    expect(streamText(messages, "stderr")).to.equal("");
    return streamText(messages);
  }

  for (const program of MODULE_PROGRAMS) {
    it(program.title, async () => {
      const expected = truth(program);
      expect(expected).not.to.equal("");
      const folder = folderOf(program);
      expect(await printed(asFiles, `import "./${folder}/main.js";`), "as a file").to.equal(
        expected,
      );
      const cell = program.main.replaceAll(/(["`])\.\//g, `$1./${folder}/`);
      expect(await printed(asCells, cell), "as a cell").to.equal(program.asCell ?? expected);
    });
  }
});
