import { expect } from "chai";
import { deathWords, exitCode } from "../../../../kernel-setup/jupyter/client/death-words";

const CRASH = `
<--- Last few GCs --->

[109:0x41694e20]     2381 ms: Mark-Compact (reduce) 202.0 (204.9) -> 201.6 (204.9) MB

<--- JS stacktrace --->

FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory
----- Native stack trace -----

 1: 0xb78db3 node::OOMErrorHandler(char const*, v8::OOMDetails const&) [/usr/bin/node]
`;

describe("the words of a kernel's death", () => {
  it("are its own reason, where it gave one", () => {
    expect(deathWords("noise", "The cell ended it.")).to.equal(": The cell ended it.");
  });

  it("name a full memory, and leave out what Node writes when it crashes", () => {
    expect(deathWords(CRASH)).to.equal(": it ran out of memory. It wrote nothing to stderr.");
    expect(deathWords(`${CRASH}helpful\n`)).to.equal(
      ": it ran out of memory. Its last words:\nhelpful",
    );
  });

  it("are the reason that stands last on stderr, where the kernel's own did not come through", () => {
    const reason = "The kernel ran out of memory: it used 2 MB, and its heap may hold 1 MB.";
    expect(deathWords(`${CRASH}Aborted\n${reason}\n`)).to.equal(`: ${reason}`);
  });

  it("are what stood on stderr last, or say that there was nothing", () => {
    expect(deathWords("one\ntwo\n")).to.equal(". Its last words:\none\ntwo");
    expect(deathWords("")).to.equal(". It wrote nothing to stderr.");
  });

  it("name the signal behind a shell's exit code, and no other", () => {
    expect(exitCode(3)).to.equal("exit code 3");
    expect(exitCode(137)).to.equal("exit code 137 (SIGKILL)");
    expect(exitCode(128)).to.equal("exit code 128");
  });
});
