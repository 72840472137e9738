import { expect } from "chai";
import { TodoError, todo } from "../../../src/judging/todo";

describe("todo", () => {
  it("throws a TodoError whose message says what to do", () => {
    expect(() => todo()).to.throw(TodoError, "put your own code in place of todo()");
  });
});
