import { stripVTControlCharacters } from "node:util";
import { expect } from "chai";
import { withoutCommands, writeStream } from "../../../kernel-setup/outputs/stream-text";

describe("the text of a stream", () => {
  it("goes on where the piece before it ended", () => {
    const first = writeStream("", 0, "a\n50%\r");
    expect(first).to.deep.equal({ text: "a\n50%", at: 0 });
    expect(writeStream("50%", first.at, "100%\nb")).to.deep.equal({ text: "100%\nb", at: 1 });
    expect(writeStream("", 0, "\b\b")).to.deep.equal({ text: "", at: 0 });
  });

  it("has no command for a terminal left, as Node reads them", () => {
    const commands = [
      ["\u001b[1m", "\u001b[38;5;208m", "\u001b[0m", "\u001b[2K", "\u001b[1A", "\u009b31m"],
      ["\u001b]0;title\u0007", "\u001b]8;;https://example.org\u001b\\", "\u001b(B", "\u001b7"],
    ].flat();
    for (const command of commands) {
      const text = `a${command}b[1m`;
      expect(withoutCommands(text), JSON.stringify(command))
        .to.equal(stripVTControlCharacters(text))
        .and.equal("ab[1m");
    }
  });
});
