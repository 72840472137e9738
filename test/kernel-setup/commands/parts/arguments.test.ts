import { expect } from "chai";
import {
  readArguments,
  runCommand,
  UsageError,
} from "../../../../kernel-setup/commands/parts/arguments";

const usage = {
  command: "npm start",
  help: "what it does",
  options: { port: { type: "string" }, "no-browser": { type: "boolean" } },
} as const;

describe("readArguments", () => {
  it("reads options with and without a value", () => {
    const { values } = readArguments(usage, ["--port", "9000", "--no-browser"]);
    expect({ ...values }).to.deep.equal({ port: "9000", "no-browser": true });
  });

  it("refuses what it does not know, in a sentence that says what there is", () => {
    expect(() => readArguments(usage, ["--prot", "9000"])).to.throw(
      UsageError,
      'npm start: expected --port PORT, --no-browser, --help, but got "--prot" "9000" (Unknown option \'--prot\').',
    );
    expect(() => readArguments(usage, ["05"])).to.throw(UsageError, 'but got "05"');
    expect(() => readArguments(usage, ["--port"])).to.throw(UsageError, "--port PORT");
  });

  it("takes positionals where the command names them", () => {
    const { positionals } = readArguments({ ...usage, positionals: "lessons" }, ["05", "06"]);
    expect(positionals).to.deep.equal(["05", "06"]);
  });
});

describe("runCommand", () => {
  /** Runs a command while keeping what it says. */
  async function run(args: string[], work: () => Promise<number>) {
    const { log, error } = console;
    const said: string[] = [];
    console.log = console.error = (line: string) => said.push(line);
    try {
      return { code: await runCommand(usage, args, work), said };
    } finally {
      Object.assign(console, { log, error });
    }
  }

  it("answers --help without doing anything", async () => {
    const { code, said } = await run(["--help"], () => expect.fail("expected no work"));
    expect({ code, said }).to.deep.equal({ code: 0, said: ["what it does"] });
  });

  it("gives the work's own exit code", async () => {
    expect((await run([], async () => 7)).code).to.equal(7);
  });

  it("says what was wrong with the arguments, and gives 2", async () => {
    const { code, said } = await run(["--nothing"], async () => 0);
    expect(code).to.equal(2);
    expect(said.join()).to.match(/^npm start: expected .*, but got "--nothing"/);
  });

  it("passes every other error on", async () => {
    const failing = runCommand(usage, [], () => Promise.reject(new Error("broken")));
    const caught = await failing.catch((error: Error) => error.message);
    expect(caught).to.equal("broken");
  });
});
