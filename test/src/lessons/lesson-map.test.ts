import { expect } from "chai";
import { lessonMap } from "../../../src/lessons/lesson-map";
import { LESSONS, STAGES } from "../../../src/lessons/lessons";
import { DISPLAY } from "../../../src/show/displayable";
import { setLanguage } from "../../../src/text/language";
import { textWidth } from "../../../src/text/text-width";
import { pictureIn } from "../../support/picture";
import { expectSnapshot } from "../../support/snapshot";

describe("lessonMap", () => {
  afterEach(() => setLanguage("en"));
  const numbers = LESSONS.map(({ number }) => number);
  const shown = () => lessonMap()[DISPLAY]() as Record<string, unknown>;

  it("names every lesson once, in the order of the way", () => {
    const named = [...String(lessonMap()).matchAll(/^ {2}(\d\d) {2}\S/gm)].map(
      ([, number]) => number,
    );
    expect(named).to.deep.equal(numbers);
    expect(named).to.have.length.of.at.least(13);
    const walked = STAGES.flatMap(({ name }) => LESSONS.filter(({ stage }) => stage === name));
    expect(walked).to.deep.equal(LESSONS);
  });

  for (const language of ["en", "ko"] as const) {
    it(`says in words what it draws, in ${language}, and no line leaves its box`, () => {
      setLanguage(language);
      const { svg, alt } = pictureIn(shown());
      expectSnapshot(svg, `src/lessons/snapshots/lesson-map-${language}.svg`);
      const text = String(shown()["text/plain"]);
      expect(text).to.equal(String(lessonMap()));
      for (const words of [
        ...STAGES.map(({ title }) => title),
        ...LESSONS.map(({ about }) => about),
      ]) {
        expect(text).to.include(words[language]);
        expect(alt).to.include(words[language]);
      }
      const lines = [...svg.matchAll(/<text x="[\d.]+" y="[\d.]+">([^<]+)</g)];
      expect(lines.length).to.be.at.least(numbers.length);
      for (const [, line] of lines) expect(textWidth(line, 14), line).to.be.at.most(132);
      const boxes = svg.split('<rect class="box"').slice(1);
      expect(boxes).to.have.lengthOf(numbers.length);
      for (const box of boxes) {
        expect(box.match(/<text x=/g)?.length, box).to.be.within(1, 2);
      }
    });
  }
});
