import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import type { Message } from "../../../kernel-setup/jupyter/messages/message";
import { stockTslab } from "../../support/kernel-folder";
import { inProject } from "../../support/project";
import { RawKernel, streamText } from "../../support/raw-kernel";

const PIXEL = "const pixel = Uint8Array.from([137, 80, 78, 71, 0, 255, 254]);";

/** What a notebook for tslab may do with its package: cells, one after the other. */
const NOTEBOOKS: Record<string, string[]> = {
  "shows HTML": ['import { display } from "tslab";\ndisplay.html("<b>bold</b>");'],
  "shows a text": ['import { display } from "tslab";\ndisplay.text("plain\\n  text");'],
  "shows Markdown": ['import { display } from "tslab";\ndisplay.markdown("# Head");'],
  "shows LaTeX": ['import { display } from "tslab";\ndisplay.latex("$x^2$");'],
  "shows JavaScript": ['import { display } from "tslab";\ndisplay.javascript("1 + 1");'],
  "shows an SVG": ['import { display } from "tslab";\ndisplay.svg("<svg></svg>");'],
  "shows a PNG": [`import { display } from "tslab";\n${PIXEL}\ndisplay.png(pixel);`],
  "shows a JPEG": [`import { display } from "tslab";\n${PIXEL}\ndisplay.jpeg(pixel);`],
  "shows a GIF": [`import { display } from "tslab";\n${PIXEL}\ndisplay.gif(pixel);`],
  "shows a PDF": [`import { display } from "tslab";\n${PIXEL}\ndisplay.pdf(pixel);`],
  "shows bytes of a Buffer": [
    'import { display } from "tslab";\nimport { Buffer } from "buffer";\ndisplay.png(Buffer.from("bytes"));',
  ],
  "shows what it names by a MIME type": [
    'import { display } from "tslab";\ndisplay.raw("application/json", "[1]");\ndisplay.raw("image/png", Uint8Array.of(1, 2));',
  ],
  "overwrites one place": [
    'import { newDisplay } from "tslab";\nconst place = newDisplay();\nplace.text("one");\nplace.html("<i>two</i>");',
    'place.text("three");\nconst other = newDisplay();\nother.text("four");',
  ],
  "shows between printed lines": [
    'import * as tslab from "tslab";\nconsole.log("before");\ntslab.display.text("between");\nconsole.log("after");',
  ],
  "shows after an await": [
    'import { display } from "tslab";\nawait new Promise((resolve) => setTimeout(resolve, 20));\ndisplay.text("late");',
  ],
  "shows from a function of an earlier cell": [
    'import { display } from "tslab";\nfunction bold(text: string) {\n  display.html("<b>" + text + "</b>");\n}',
    'bold("x");\nbold("y");',
  ],
  "loads the package by require": ['const loaded = require("tslab");\nloaded.display.text("r");'],
  "loads the package by import()": [
    'const { newDisplay: make } = await import("tslab");\nmake().text("i");',
  ],
  "shows from a file beside it": ['import { shout } from "./shout";\nshout("hey");'],
  "asks for versions": [
    'import { versions } from "tslab";\nconsole.log(Object.keys(versions), versions.tslab, versions.node);',
  ],
  "makes a file of a cell": [
    '/** @module made */\nexport const made = "made";\nexport function twice(x: number) {\n  return 2 * x;\n}',
    'import { made, twice } from "./made";\nconsole.log(made, twice(4));',
  ],
};

/** What a front end gets to see: kinds, contents, and for each random id the number of its first use. */
function shown(messages: Message[], ids: Map<unknown, string>): unknown[] {
  const seen = messages.filter(({ header }) => /display_data$|^stream$/.test(header.msg_type));
  const outputs = seen.map(({ header, content }) => {
    const { transient, ...rest } = content as { transient?: { display_id?: string } };
    const id = transient?.display_id;
    if (id !== undefined && !ids.has(id)) ids.set(id, `display ${ids.size + 1}`);
    return { type: header.msg_type, ...rest, id: ids.get(id) };
  });
  return outputs;
}

describe("kernel: tslab's package, as notebooks for tslab import it", function () {
  this.timeout(60_000);
  let folder: string;
  let ours: RawKernel;
  let stock: RawKernel;

  before(async () => {
    mkdirSync(inProject(".jupyter"), { recursive: true });
    // In the project, so that a stock tslab finds its own types.
    folder = mkdtempSync(inProject(".jupyter", "test-tslab-"));
    writeFileSync(
      join(folder, "shout.ts"),
      'import { display } from "tslab";\nexport function shout(text: string) {\n  display.text(text.toUpperCase());\n}\n',
    );
    const { argv } = stockTslab();
    ours = await RawKernel.start({ cwd: folder });
    stock = await RawKernel.start({
      cwd: folder,
      command: (file) => argv.slice(1).map((part) => part.replace("{connection_file}", file)),
    });
  });
  after(async () => {
    await ours?.stop();
    await stock?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function outputsOf(kernel: RawKernel, cells: string[]): Promise<unknown[]> {
    const ids = new Map<unknown, string>();
    const outputs: unknown[] = [];
    for (const cell of cells) {
      const { reply, messages } = await kernel.run(cell);
      const problem = `${cell}\n${reply.evalue ?? ""}${streamText(messages, "stderr")}`;
      expect(reply.status, problem).to.equal("ok");
      outputs.push(...shown(messages, ids));
    }
    return outputs;
  }

  for (const [title, cells] of Object.entries(NOTEBOOKS)) {
    it(`${title} with the very messages of a stock tslab`, async () => {
      const expected = await outputsOf(stock, cells);
      expect(expected).not.to.deep.equal([]);
      expect(await outputsOf(ours, cells)).to.deep.equal(expected);
    });
  }

  it("uses all that the package exports and a display can do", async () => {
    const listed =
      'import * as all from "tslab";\nimport { display } from "tslab";\nconst prototype = Object.getPrototypeOf(display);\nconsole.log([...Object.keys(all).filter((name) => name !== "__esModule" && name !== "default"), ...Object.getOwnPropertyNames(prototype).filter((name) => name !== "constructor")].join(" "));';
    const { messages } = await ours.run(listed);
    const names = streamText(messages).trim().split(" ");
    expect(names).to.include.members(["display", "newDisplay", "versions", "html", "raw"]);
    const used = Object.values(NOTEBOOKS).flat().join("\n");
    for (const name of names) expect(used).to.match(new RegExp(`\\b${name}\\b`), name);
  });
});
