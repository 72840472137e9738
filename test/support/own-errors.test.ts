import { EventEmitter } from "node:events";
import { expect } from "chai";
import { keepOwnErrors } from "./own-errors";
import type { Page } from "./playwright";

describe("keepOwnErrors", () => {
  const said = (type: string, text: string, url: string) => ({
    type: () => type,
    text: () => text,
    location: () => ({ url }),
  });

  it("keeps what our cells and their files throw or print, not what the front end's own files do", () => {
    const page = new EventEmitter();
    const errors: string[] = [];
    keepOwnErrors(page as unknown as Page, "classic Notebook", errors);
    const at = "http://127.0.0.1:8888";
    for (const path of ["static/notebook/js/main.min.js", "nbextensions/widgets/extension.js"]) {
      page.emit("console", said("error", "Comm promise not found", `${at}/${path}`));
      const stack = `TypeError: theirs\n    at f (${at}/${path}:1:2)\n    at ${at}/notebooks/a.ipynb:3:4`;
      page.emit("pageerror", Object.assign(new TypeError("theirs"), { stack }));
    }
    page.emit("console", said("warning", "a warning", `${at}/kernelspecs/tslab/plotly.min.js`));
    page.emit("console", said("error", "plotly", `${at}/kernelspecs/tslab/plotly.min.js`));
    page.emit("console", said("error", "a script in an output", `${at}/notebooks/charts.ipynb`));
    const stack = `TypeError: ours\n    at ${at}/notebooks/a.ipynb:3:4\n    at g (${at}/static/x.js:1:2)`;
    page.emit("pageerror", Object.assign(new TypeError("ours"), { stack }));
    // Nobody knows where from: then it is ours until it is known better.
    page.emit("pageerror", Object.assign(new Error("nowhere"), { stack: undefined }));
    expect(errors).to.deep.equal(["plotly", "a script in an output", "ours", "nowhere"]);
  });
});
