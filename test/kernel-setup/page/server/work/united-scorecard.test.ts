import { expect } from "chai";
import { unitedText } from "../../../../../kernel-setup/page/server/work/united-scorecard";

const bytes = (value: unknown) =>
  new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value));
const card = (...ids: string[]) => ({
  version: 1,
  passed: Object.fromEntries(ids.map((id) => [id, true])),
});

describe("a scorecard that another one comes to", () => {
  const united = (here: unknown, came: unknown) => {
    const text = unitedText(
      here === undefined ? undefined : bytes(here),
      came === undefined ? undefined : bytes(came),
    );
    return text && new TextDecoder().decode(text);
  };

  it("holds what has passed in either, and what else stands in it", () => {
    expect(JSON.parse(united(card("05-2", "05-1"), card("06-1")) ?? "")).to.deep.equal(
      card("05-1", "05-2", "06-1"),
    );
    const own = { ...card("05-1"), note: "mine" };
    expect(JSON.parse(united(own, { ...card(), note: "other", more: 1 }) ?? "")).to.deep.equal({
      ...own,
      more: 1,
    });
  });

  it("is the one that comes where there is none, or a damaged one", () => {
    for (const here of [undefined, "{ half", "[]", { version: 1, passed: { "05-1": false } }])
      expect(JSON.parse(united(here, card("05-1")) ?? "")).to.deep.equal(card("05-1"));
  });

  it("stays where none comes, or a damaged one, and where it is of a later edition", () => {
    const later = { version: 2, passed: ["05-1"] };
    for (const [here, came] of [
      [card("05-1"), undefined],
      [card("05-1"), "{ half"],
      [later, card("06-1")],
      [later, undefined],
    ])
      expect(JSON.parse(united(here, came) ?? "")).to.deep.equal(here);
    expect(united("{ half", undefined)).to.equal(undefined);
    expect(united(undefined, undefined)).to.equal(undefined);
  });
});
