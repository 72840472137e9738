import { expect } from "chai";
import { LESSONS } from "../../../src/lessons/lesson";
import { lessonMap } from "../../../src/lessons/lesson-map";
import { STAGES } from "../../../src/lessons/stages";
import { DISPLAY } from "../../../src/show/displayable";
import { setLanguage } from "../../../src/text/language";
import { textWidth } from "../../../src/text/text-width";
import { pictureIn } from "../../support/picture";
import { expectSnapshot } from "../../support/snapshot";

describe("lessonMap", () => {
  afterEach(() => setLanguage("en"));
  const numbers = STAGES.flatMap(({ lessons }) => Object.keys(lessons)).sort();
  const shown = () => lessonMap()[DISPLAY]() as Record<string, unknown>;

  it("names every lesson once, those that are still to come included", () => {
    expect(numbers).to.deep.equal(Array.from({ length: 13 }, (_, i) => String(i).padStart(2, "0")));
    expect(numbers).to.include.members([...LESSONS]);
  });

  for (const language of ["en", "ko"] as const) {
    it(`says in words what it draws, in ${language}, and no line leaves its box`, () => {
      setLanguage(language);
      const { svg, alt } = pictureIn(shown());
      expectSnapshot(svg, `src/lessons/snapshots/lesson-map-${language}.svg`);
      const text = String(shown()["text/plain"]);
      expect(text).to.equal(String(lessonMap()));
      for (const { title, lessons } of STAGES) {
        for (const words of [title, ...Object.values(lessons)]) {
          expect(text).to.include(words[language]);
          expect(alt).to.include(words[language]);
        }
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
