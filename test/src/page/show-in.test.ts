import { expect } from "chai";
import { type PageElement, showIn } from "../../../src/page/show-in";
import { HOOK } from "../../../src/show/emit";
import { show } from "../../../src/show/show";
import { setLanguage } from "../../../src/text/language";
import { messageOf } from "../text/failing-calls";

/** As much of an element as an output needs. */
class Element {
  innerHTML = "";
  textContent: string | null = "";
  readonly children: unknown[] = [];
  readonly ownerDocument = { createElement: () => new Element() as unknown as PageElement };
  append(...children: unknown[]) {
    this.children.push(...children);
  }
  replaceChildren(...children: unknown[]) {
    this.children.splice(0, this.children.length, ...children);
  }
  replaceWith() {}
  querySelectorAll = () => [];
}

describe("showIn", () => {
  afterEach(() => {
    setLanguage("en");
    Reflect.deleteProperty(globalThis, HOOK);
  });

  for (const [value, got] of [
    [null, "null: perhaps no element fits the selector"],
    ["main", "'main'"],
    [undefined, "undefined"],
    [{}, "{}"],
    [[], "[]"],
  ] as const)
    it(`refuses ${got}, and shows where it did before`, () => {
      const before = new Element();
      showIn(before);
      const run = () => showIn(value as never);
      expect(messageOf(run)).to.equal(
        `showIn: expected an element of the page, such as document.body, but got ${got}`,
      );
      setLanguage("ko");
      expect(messageOf(run)).to.match(
        /^showIn: document\.body 같은 페이지의 요소여야 합니다\. .*입니다\.$/,
      );
      show(3);
      expect(before.children).to.have.lengthOf(1);
    });
});
