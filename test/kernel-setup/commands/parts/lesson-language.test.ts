import { expect } from "chai";
import { UsageError } from "../../../../kernel-setup/commands/parts/arguments";
import { lessonLanguage } from "../../../../kernel-setup/commands/parts/lesson-language";

const choose = (asked: string | undefined, LANG?: string) =>
  lessonLanguage("npm start", asked, { LANG }, () => "");

describe("lessonLanguage", () => {
  it("is what was asked for, whatever LANG says", () => {
    expect(choose("en", "ko_KR.UTF-8")).to.equal("en");
    expect(choose("ko", "en_US.UTF-8")).to.equal("ko");
  });

  it("is Korean where LANG is, else English", () => {
    for (const lang of ["ko", "ko_KR", "ko_KR.UTF-8", "ko-KR", "ko.UTF-8"])
      expect(choose(undefined, lang), lang).to.equal("ko");
    for (const lang of [undefined, "", "C", "C.UTF-8", "en_US.UTF-8", "de_DE", "kok_IN", "ja_JP"])
      expect(choose(undefined, lang), lang).to.equal("en");
  });

  it("is the system's where there is no LANG, as on Windows", () => {
    const on = (system: string, LANG?: string) =>
      lessonLanguage("npm start", undefined, { LANG }, () => system);
    expect(on("ko-KR")).to.equal("ko");
    expect(on("en-US")).to.equal("en");
    expect(on("ko-KR", "en_US.UTF-8")).to.equal("en");
  });

  it("refuses a language that there is not", () => {
    expect(() => choose("de")).to.throw(
      UsageError,
      'npm start: expected --lang en or ko, but got "de".',
    );
  });
});
