import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { parse } from "yaml";
import { inProject } from "../support/project";
import { codeBlocks } from "../support/readmes";
import { faultsOfCommands } from "../support/shell-commands";

interface Step {
  uses?: string;
  with?: Record<string, unknown>;
  run?: string;
}

interface Job {
  "runs-on": string;
  "timeout-minutes": number;
  strategy: { "fail-fast": boolean; matrix: { os: string[]; node: number[] } };
  env: Record<string, string>;
  steps: Step[];
}

const FOLDER = inProject(".github", "workflows");
const jobsOf = (text: string) => Object.values((parse(text) as { jobs: Record<string, Job> }).jobs);
const actionsOf = (job: Job) => job.steps.flatMap(({ uses }) => uses ?? []);

describe("the workflow for other systems", () => {
  const [job] = jobsOf(readFileSync(join(FOLDER, "platforms.yml"), "utf8"));
  const commands = job.steps.flatMap(({ run }) => run ?? []);

  it("runs on each system with each Node that the README names", () => {
    const { os, node } = job.strategy.matrix;
    expect(os).to.deep.equal(["ubuntu-latest", "macos-latest", "windows-latest"]);
    const readme = readFileSync(inProject("README.md"), "utf8");
    const [, named = ""] = /with Node ((?:\d+, )*\d+ and \d+)/.exec(readme) ?? [];
    expect(node).to.deep.equal(named.match(/\d+/g)?.map(Number));
    // A system that fails says nothing of the others.
    expect(job.strategy["fail-fast"]).to.equal(false);
    expect(job["runs-on"]).to.equal(`\${{ matrix.os }}`);
    const node_ = job.steps.find(({ uses }) => uses?.startsWith("actions/setup-node"));
    expect(node_?.with).to.deep.equal({ "node-version": `\${{ matrix.node }}` });
  });

  it("builds, starts until a cell has run, and tests the library and the kernel, by commands that there are", async () => {
    expect(await faultsOfCommands(commands.join("\n"))).to.deep.equal([]);
    expect(commands[0]).to.equal("npm run build");
    expect(commands).to.include("node test/platforms/start-until-a-cell-ran.mjs");
    const [, suites = ""] = /^npm test -- (.*)$/m.exec(commands.join("\n")) ?? [];
    expect(suites.split(" ")).to.include.members(["library", "kernel-setup"]);
    // Each name that `npm test` is given is one that it knows.
    const known = readFileSync(inProject("test", "run.mjs"), "utf8");
    for (const suite of suites.split(" ")) expect(known).to.contain(`name: "${suite}"`);
    // What CI installs comes from Debian.
    expect(job.env).to.deep.equal({ CI: "false" });
  });

  it("takes the actions that the README's example takes, by their major version", () => {
    const examples = codeBlocks("README.md").filter(({ name }) => name.includes("yaml"));
    const inReadme = examples.flatMap(({ text }) => jobsOf(text).flatMap(actionsOf));
    expect(actionsOf(job)).to.deep.equal([...new Set(inReadme)]);
  });
});

describe("the workflow for a site on GitHub Pages", () => {
  const text = readFileSync(join(FOLDER, "site.yml"), "utf8");
  const [job] = jobsOf(text);

  it("is the only other one, and like it takes GitHub's own actions alone, by their major version", () => {
    expect(readdirSync(FOLDER)).to.deep.equal(["platforms.yml", "site.yml"]);
    for (const action of actionsOf(job)) expect(action).to.match(/^actions\/[\w-]+@v\d+$/);
  });

  it("makes the site by a command that there is, and gives out what that has made", async () => {
    const commands = job.steps.flatMap(({ run }) => run ?? []);
    expect(await faultsOfCommands(commands.join("\n"))).to.deep.equal([]);
    const [, folder] = /^npm run site -- --out (\S+)$/.exec(commands.join("\n")) ?? [];
    const given = job.steps.find(({ uses }) => uses?.startsWith("actions/upload-pages-artifact"));
    expect(given?.with).to.deep.equal({ path: folder });
  });

  it("runs with a push only where the repository's owner has said so", () => {
    const { on, jobs } = parse(text);
    expect(Object.keys(on)).to.deep.equal(["workflow_dispatch", "push"]);
    expect(jobs.site.if).to.equal(
      "github.event_name == 'workflow_dispatch' || vars.SITE == 'true'",
    );
    expect(jobs.site.permissions).to.deep.equal({
      contents: "read",
      pages: "write",
      "id-token": "write",
    });
  });
});
