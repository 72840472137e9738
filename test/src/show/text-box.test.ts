import { expect } from "chai";
import { boxOf, boxOnPage, type Shape } from "../../../src/show/text-box";
import { textWidth } from "../../../src/text/text-width";

/** An SVG element of plain fields. */
function shape(
  tagName: string,
  attributes: Record<string, string> = {},
  children: Shape[] = [],
  textContent = "",
): Shape {
  const style = { fontSize: "", fontWeight: "", textAnchor: "", display: "" };
  const getAttribute = (name: string) => attributes[name] ?? null;
  const element = { tagName, textContent, parentNode: null, children, getAttribute, style };
  for (const child of children) child.parentNode = element;
  return element;
}

describe("boxOf", () => {
  it("places a text by its anchor and its baseline", () => {
    const text = (anchor: string) =>
      boxOf(
        shape("text", { x: "100", y: "50", "font-size": "10", "text-anchor": anchor }, [], "abc"),
      );
    const width = textWidth("abc", 10);
    expect(text("start").left).to.equal(100);
    expect(text("end").right).to.equal(100);
    expect(text("middle").left).to.be.closeTo(100 - width / 2, 1e-9);
    expect(text("start").top).to.be.lessThan(50);
    expect(text("start").bottom).to.be.greaterThan(50);
  });

  it("puts a group around all its children, moved, turned and scaled", () => {
    const rect = (transform: string) => shape("rect", { width: "10", height: "20", transform });
    expect(boxOf(shape("g", {}, [rect("translate(5,6)"), rect("")]))).to.deep.equal({
      left: 0,
      top: 0,
      right: 15,
      bottom: 26,
    });
    const turned = boxOf(shape("g", {}, [rect("rotate(-90,0,0)")]));
    expect(turned.right).to.be.closeTo(20, 1e-9);
    expect(turned.top).to.be.closeTo(-10, 1e-9);
    expect(boxOf(shape("g", {}, [rect("translate(1,1) scale(2)")])).right).to.equal(21);
  });

  it("gives an empty group no room", () => {
    expect(boxOf(shape("g"))).to.deep.equal({ left: 0, top: 0, right: 0, bottom: 0 });
  });
});

describe("boxOnPage", () => {
  it("goes through the transforms of all that is around", () => {
    const rect = shape("rect", { width: "10", height: "10", transform: "translate(1,2)" });
    shape("svg", {}, [shape("g", { transform: "translate(30,40)" }, [rect])]);
    expect(boxOnPage(rect)).to.deep.equal({ left: 31, top: 42, right: 41, bottom: 52 });
  });
});
