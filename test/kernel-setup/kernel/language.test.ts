import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { expect } from "chai";
import { RawKernel } from "../../support/raw-kernel";

/** Sets the language of what the kernel says. */
const setLanguage = (language: unknown) =>
  `(globalThis as any)[Symbol.for("tslab.language")](${JSON.stringify(language)});`;

const lesson = (language: string) =>
  `import { lesson } from "backprop";\nlesson("05", "${language}");`;

describe("kernel: the language in which it says what is wrong", function () {
  this.timeout(60_000);

  let folder: string;
  let kernel: RawKernel;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "kernel-language-"));
    kernel = await RawKernel.start({ cwd: folder });
  });
  after(async () => {
    await kernel?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function errorOf(cell: string): Promise<{ evalue: string; text: string }> {
    const { reply } = await kernel.run(cell);
    expect(reply.status, cell).to.equal("error");
    const { evalue, traceback } = reply as { evalue: string; traceback: string[] };
    return { evalue, text: stripVTControlCharacters(traceback.join("\n")) };
  }

  async function succeed(cell: string): Promise<void> {
    const { reply } = await kernel.run(cell);
    expect(reply.status, `${cell}\n${reply.evalue ?? ""}`).to.equal("ok");
  }

  const WRONG = 'const price: number = "100";';
  const ENGLISH = [
    "TypeScriptError: 1:7 - Type 'string' is not assignable to type 'number'. (TS2322)",
    `  1 | ${WRONG}`,
    "    |       ^^^^^",
    "  Hint: The value is of type string, but the place that it is meant for takes number.",
  ].join("\n");
  const KOREAN = [
    "TypeScriptError: 1:7 - 'string' 형식은 'number' 형식에 할당할 수 없습니다. (TS2322)",
    `  1 | ${WRONG}`,
    "    |       ^^^^^",
    "  도움말: 값의 타입은 string인데, 이 자리에는 number 타입이 와야 합니다.",
  ].join("\n");

  it("is English before a lesson says, then the lesson's, and changes with it", async () => {
    expect((await errorOf(WRONG)).text).to.equal(ENGLISH);
    await succeed(lesson("ko"));
    const korean = await errorOf(WRONG);
    expect(korean.text).to.equal(KOREAN);
    expect(korean.evalue).to.equal("1:7 - 'string' 형식은 'number' 형식에 할당할 수 없습니다.");
    await succeed(lesson("en"));
    expect((await errorOf(WRONG)).text).to.equal(ENGLISH);
  });

  it("is English again where it is asked for one that there is not", async () => {
    for (const unknown of ["tlh", "", null, 7, "constructor"]) {
      await succeed(setLanguage("ko"));
      await succeed(setLanguage(unknown));
      expect((await errorOf(WRONG)).text, String(unknown)).to.equal(ENGLISH);
    }
  });

  describe("when it is Korean", () => {
    before(() => succeed(setLanguage("ko")));
    after(() => succeed(setLanguage("en")));

    const CELLS: [what: string, cell: string, ...parts: string[]][] = [
      [
        "finds what a hint names where the words stand in another order",
        "[1].lenght2;",
        "'number[]' 형식에 'lenght2' 속성이 없습니다. (TS2339)",
        "number[] 타입의 값에는 lenght2 속성이 없습니다.",
      ],
      [
        "tells a name that nothing stands for",
        "dout1 * 2",
        "'dout1' 이름을 찾을 수 없습니다. (TS2304)",
        "아직 정의되지 않은 이름입니다: dout1.",
      ],
      [
        "tells that an await is missing",
        "Promise.resolve(1) * 2",
        "값이 아직 오지 않았습니다. 앞에 await를 쓰세요.",
      ],
      [
        "tells what those who come from Python look for",
        'print("x")',
        "TypeScript에서는 console.log(…)로 출력합니다.",
      ],
      [
        "tells syntax errors",
        "const = 3;",
        "SyntaxError: 1:7 - ",
        "변수 선언이 필요합니다. (TS1134)",
      ],
      [
        "tells the explanations below a message",
        "const a: { x: number } = { x: 1, y: { z: 2 } };\nconst f: (n: number) => string = (n: string) => n;",
        "'y'이(가) 없습니다. (TS2353)",
        "{ x: number; } 타입에는 y 속성이 없습니다.",
        "\n  'n' 및 'n' 매개 변수의 형식이 호환되지 않습니다.\n    'number' 형식은 'string' 형식에 할당할 수 없습니다.",
      ],
      [
        "counts errors that it does not show",
        Array.from({ length: 12 }, (_, i) => `missing${i};`).join("\n"),
        "… 그 밖에 2개",
      ],
      ["tells what is no error", 'throw "text";', "Thrown: 'text'", "도움말: throw new Error"],
      [
        "tells the causes of an error, whose own words are its author's",
        'throw new Error("outer", { cause: new Error("inner") });',
        "Error: outer",
        "원인: Error: inner",
      ],
      [
        "leaves the words of V8",
        "(undefined as any).x",
        "TypeError: Cannot read properties of undefined (reading 'x')",
      ],
    ];
    for (const [what, cell, ...parts] of CELLS)
      it(what, async () => {
        const { text } = await errorOf(cell);
        for (const part of parts) expect(text).to.include(part);
        expect(text).not.to.match(/Hint:|is not|Cannot find/);
      });

    it("tells of a name that a failed cell has not reached", async () => {
      await errorOf("if (Date.now() > 0) throw new Error();\nconst later = 1;");
      const { text } = await errorOf("later");
      expect(text).to.match(/later의 선언에 이르지 못했습니다\. 이를 선언하는 셀 \[\d+\]/);
    });
  });
});

describe("kernel: the language in which it says how it has ended", function () {
  this.timeout(60_000);

  for (const [language, reason, rest] of [
    ["en", "The cell ended the kernel with process.exit(3).", "Its variables are gone: run"],
    ["ko", "셀의 process.exit(3) 호출로 커널이 종료되었습니다.", "변수가 모두 사라졌으니"],
  ])
    it(`is the cell's when the cell ends it (${language})`, async () => {
      const kernel = await RawKernel.start({});
      try {
        await kernel.run(setLanguage(language));
        const { reply } = await kernel.run("process.exit(3)");
        expect(reply.evalue).to.include(`${reason} ${rest}`);
      } finally {
        await kernel.stop();
      }
    });
});
