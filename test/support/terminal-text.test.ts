import { expect } from "chai";
import { terminalText } from "./terminal-text";

describe("terminalText", () => {
  for (const [text, shown] of [
    ["one\ntwo\n", "one\ntwo\n"],
    ["10 %\r100 %\n", "100 %\n"],
    // What was longer stays at the end.
    ["loading\rdone\n", "doneing\n"],
    ["first\r\nsecond\r\n", "first\nsecond\n"],
    ["a\rb\nc\r", "b\nc"],
    ["|\b/\b-\bok", "ok"],
    ["\b\bok", "ok"],
    ["한국\r中\n", "中국\n"],
    ["\u001b[31mred\u001b[39m, \u001b[1;32mgreen\u001b[0m", "red, green"],
  ]) {
    it(`shows ${JSON.stringify(text)} as ${JSON.stringify(shown)}`, () => {
      expect(terminalText(text)).to.equal(shown);
    });
  }
});
