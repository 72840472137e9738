import { expect } from "chai";
import {
  deathReason,
  languageOf,
  signalOf,
} from "../../../../../kernel-setup/kernel/node/death/reason";
import { deathContent } from "../../../../../kernel-setup/kernel/protocol/death-content";

const note = (memory: number) => ({ pid: 1, memory, heapLimit: 4_300_000_000 });

describe("the reason of a kernel's death", () => {
  it("is what the kernel itself said", () => {
    expect(deathReason({ ...note(0), reason: "The cell said so." }, 134)).to.equal(
      "The cell said so.",
    );
  });

  it("is a full memory after an abort with a full heap, seen or not, and after no other signal", () => {
    const full = "The kernel ran out of memory: it used 4.2 GB, and its heap may hold 4.3 GB.";
    expect(deathReason(note(4_200_000_000), 134)).to.equal(full);
    expect(deathReason(note(4_200_000_000))).to.equal(full);
    expect(deathReason(note(190_000_000), 134)).to.equal(
      "The kernel crashed in native code (SIGABRT).",
    );
    expect(deathReason(note(4_200_000_000), 139)).to.equal(
      "The kernel crashed in native code (SIGSEGV).",
    );
  });

  it("names what a system does that runs short of memory, and how much was used", () => {
    expect(deathReason(note(190_000_000), 137)).to.equal(
      "The kernel was killed (SIGKILL), as systems do when memory runs short. It used 190 MB.",
    );
  });

  it("is the bare exit code or signal where nothing more is known", () => {
    expect(deathReason(undefined, 3)).to.equal("The kernel ended with exit code 3.");
    expect(deathReason(undefined, 143)).to.equal("The kernel ended with SIGTERM.");
    expect(deathReason(undefined)).to.equal("The kernel ended without saying why.");
    expect(signalOf(128)).to.equal(undefined);
  });

  it("is in the language of the kernel's cells, and English where that is unknown", () => {
    const korean = { ...note(190_000_000), language: "ko" as const };
    expect(deathReason(korean, 137)).to.equal(
      "커널이 강제 종료되었습니다(SIGKILL). 메모리가 부족할 때 시스템이 이렇게 합니다. 사용한 메모리는 190 MB입니다.",
    );
    expect(deathContent(deathReason(korean, 3), languageOf(korean)).evalue).to.equal(
      "커널이 종료되었습니다. 종료 코드는 3입니다. 변수가 모두 사라졌으니 첫 셀부터 다시 실행하세요.",
    );
    const unknown = { ...note(0), language: "tlh" as "en" };
    expect(deathReason(unknown, 3)).to.equal("The kernel ended with exit code 3.");
  });
});
