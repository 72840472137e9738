import { readdirSync } from "node:fs";
import { expect } from "chai";
import { currentLesson } from "../../../src/lessons/current-lesson";
import { lesson } from "../../../src/lessons/lesson";
import { LESSONS } from "../../../src/lessons/lessons";
import { language, setLanguage } from "../../../src/text/language";
import { inProject } from "../../support/project";
import { shownBy } from "../judging/showing";

const STRICT_SWITCH = Symbol.for("tslab.strict");
const LANGUAGE_SWITCH = Symbol.for("tslab.language");

describe("lesson", () => {
  afterEach(() => setLanguage("en"));

  it("sets lesson and language, and shows nothing", () => {
    expect(shownBy(() => lesson("05", "ko"))).to.deep.equal([]);
    expect(currentLesson()).to.equal("05");
    expect(language()).to.equal("ko");
  });

  it("makes a kernel that can check later cells strictly, and does without", () => {
    const scope = globalThis as { [STRICT_SWITCH]?: unknown };
    const before = scope[STRICT_SWITCH];
    const heard: unknown[] = [];
    try {
      scope[STRICT_SWITCH] = (on: unknown) => heard.push(on);
      lesson("05", "en");
      expect(heard).to.deep.equal([true]);
      expect(() => lesson("5", "en")).to.throw("expected the number");
      expect(heard).to.deep.equal([true]);
      for (const other of [undefined, null, {}]) {
        scope[STRICT_SWITCH] = other;
        lesson("06", "en");
      }
      expect(currentLesson()).to.equal("06");
    } finally {
      scope[STRICT_SWITCH] = before;
    }
  });

  it("tells a kernel that can speak it the language, and none that there is not", () => {
    const scope = globalThis as { [LANGUAGE_SWITCH]?: unknown };
    const before = scope[LANGUAGE_SWITCH];
    const heard: unknown[] = [];
    try {
      scope[LANGUAGE_SWITCH] = (name: unknown) => heard.push(name);
      lesson("05", "ko");
      expect(() => lesson("05", "fr" as never)).to.throw("fr");
      lesson("05", "en");
      expect(heard).to.deep.equal(["ko", "en"]);
    } finally {
      scope[LANGUAGE_SWITCH] = before;
    }
  });

  it("refuses what it does not know, and changes nothing then", () => {
    lesson("05", "ko");
    expect(() => lesson("5", "en")).to.throw(
      /^lesson: 레슨 번호\(.*"05".*\)여야 합니다\. .*"5"입니다\.$/,
    );
    expect(() => lesson(undefined as never, "en")).to.throw("받은 것은 undefined입니다.");
    expect(() => lesson("05", "fr" as never)).to.throw(/"en" 또는 "ko".*"fr"/);
    expect(language()).to.equal("ko");
    expect(currentLesson()).to.equal("05");
  });

  it("knows the lessons whose text is there", () => {
    const files = readdirSync(inProject("src", "lessons")).filter((name) => /^\d\d-/.test(name));
    expect(LESSONS.map(({ number, name }) => `${number}-${name}`)).to.deep.equal(files.sort());
  });
});
