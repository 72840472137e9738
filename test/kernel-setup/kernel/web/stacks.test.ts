import { expect } from "chai";
import { framesIn } from "../../../../kernel-setup/kernel/web/stacks";

const FIREFOX_WORKER = "blob:http://127.0.0.1:39251/d3de7b7b-61cd-47f0-bfc6-5cf9efb6eae3";
const CELL = "blob:http://127.0.0.1:39251/c2600ce8-9175-4388-aacf-a9bec2501051";
const WEBKIT_WORKER = "blob:http://127.0.0.1:39251/fed0e5b3-05cc-4154-bb26-9f5a6ddb8ba3";

/** As the script of a cell is known that stands behind a line of the kernel's. */
const scriptAt = (address: string) =>
  address === CELL ? { name: "cell-1.ts", linesBefore: 1 } : undefined;

/**
 * What engines have written of one script: a function that throws, called by `map`; a method; a getter; a
 * constructor; an arrow function with a name; the language's own error; after an await; in a timer.
 */
const WRITTEN: Record<string, [stack: string, frames: string[]][]> = {
  "Firefox 153": [
    [
      `inner@cell-1.ts:4:29\nouter/<@cell-1.ts:3:49\nouter@cell-1.ts:3:33\n@cell-1.ts:9:23\ntake@cell-1.ts:8:40\n@cell-1.ts:9:7\n@cell-1.ts:18:3\n@${FIREFOX_WORKER}:1:1327\n`,
      [
        "    at inner (cell-1.ts:4:29)",
        "    at cell-1.ts:3:49",
        "    at outer (cell-1.ts:3:33)",
        "    at cell-1.ts:9:23",
        "    at take (cell-1.ts:8:40)",
        "    at cell-1.ts:9:7",
        "    at cell-1.ts:18:3",
        `    at ${FIREFOX_WORKER}:1:1327`,
      ],
    ],
    [
      "#go@cell-1.ts:5:29\nforward@cell-1.ts:5:80\n",
      ["    at #go (cell-1.ts:5:29)", "    at forward (cell-1.ts:5:80)"],
    ],
    ["get bad@cell-1.ts:5:104\n", ["    at get bad (cell-1.ts:5:104)"]],
    ["Net@cell-1.ts:5:163\n", ["    at Net (cell-1.ts:5:163)"]],
    [
      "cellsº.tsLastExpr<@cell-6.ts:5:20\n@cell-6.ts:5:9\n",
      ["    at cell-6.ts:5:20", "    at cell-6.ts:5:9"],
    ],
    ["later@cell-1.ts:16:49\n", ["    at later (cell-1.ts:16:49)"]],
    [
      "async*f@cell-1.ts:2:3\npromise callback*@cell-1.ts:4:5\nsetTimeout handler*go@cell-1.ts:6:7\n",
      [
        "    at async f (cell-1.ts:2:3)",
        "    at async cell-1.ts:4:5",
        "    at async go (cell-1.ts:6:7)",
      ],
    ],
  ],
  "WebKitGTK 2.50": [
    [
      `inner@${CELL}:5:38\n@${CELL}:4:49\nmap@[native code]\nouter@${CELL}:4:36\n@${CELL}:10:28\ntake@${CELL}:9:44\nglobal code@${CELL}:19:3\nimportScripts@[native code]\nglobal code@${WEBKIT_WORKER}:1:1290`,
      [
        "    at inner (cell-1.ts:4:38)",
        "    at cell-1.ts:3:49",
        "    at outer (cell-1.ts:3:36)",
        "    at cell-1.ts:9:28",
        "    at take (cell-1.ts:8:44)",
        "    at cell-1.ts:18:3",
        `    at ${WEBKIT_WORKER}:1:1290`,
      ],
    ],
    [`#go@${CELL}:6:38\n@${CELL}:11:42`, ["    at #go (cell-1.ts:5:38)", "    at cell-1.ts:10:42"]],
    [`bad@${CELL}:6:113`, ["    at bad (cell-1.ts:5:113)"]],
    [`@${CELL}:17:58`, ["    at cell-1.ts:16:58"]],
    ["f@\n@\neval code@\neval@[native code]", []],
  ],
  "Chromium 156": [
    [
      "Error: several\nlines, and a@b:1:2 among them\n    at f (cell-1.ts:2:24)\n    at async cell-1.ts:3:9",
      ["    at f (cell-1.ts:2:24)", "    at async cell-1.ts:3:9"],
    ],
    ["Error: no frames", []],
    ["", []],
  ],
};

describe("the lines of a stack", () => {
  for (const [engine, written] of Object.entries(WRITTEN))
    it(`are those of V8, as ${engine} has written them`, () => {
      for (const [stack, frames] of written)
        expect(framesIn(stack, scriptAt), stack).to.deep.equal(frames);
    });
});
