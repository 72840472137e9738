import { expect } from "chai";
import { axe, needs } from "../support/needs";
import type { NotebookPage } from "./notebook-page";
import { PageServer } from "./page-server";

const CELLS = "openNotebook.panel.content.widgets";
const SCROLLED = "(openNotebook.panel.content.outerNode ?? openNotebook.panel.content.node)";
const LIST = "document.getElementById('lessons').getBoundingClientRect().width";
const MENU = "document.getElementById('more-menu')";
const DIALOG = "document.querySelector('.jp-Dialog-content')";

/** A finger's breadth, in CSS pixels (WCAG 2.2, 2.5.5). */
const FINGER = 44;

/** What is seen of the page's own buttons, and smaller than a finger. */
const SMALL = `[...document.querySelectorAll("#bar button, #bar select, #lessons a, #lessons button, #notice button, .jp-Dialog button, .jp-Dialog input")]
  .map((one) => [one.id || one.textContent, one.getBoundingClientRect()])
  .filter(([, { width, height }]) => width > 0 && (width < ${FINGER} || height < ${FINGER}))
  .map(([name, { width, height }]) => name + " " + width + " x " + height)`;

/** What is wider than the place it has, so that it would be scrolled sideways. */
const WIDE = `[document.documentElement, document.body, ${SCROLLED}, ...document.querySelectorAll("#bar, #lessons, #more-menu, .jp-Cell, .jp-InputArea-editor, .cm-scroller, .jp-Dialog-content")]
  .filter((one) => one.scrollWidth > one.clientWidth + 1)
  .map((one) => one.id || one.className)`;

/** In how many rows the bar's parts stand. */
const ROWS = `new Set([...document.querySelectorAll("#bar > *, #bar .told > *")]
  .filter((one) => one.id !== "more-menu" && !one.classList.contains("told"))
  .map((one) => one.getBoundingClientRect()).filter(({ width }) => width > 0)
  .map(({ top, bottom }) => Math.round((top + bottom) / 2 / 20))).size`;

const VIOLATIONS = `axe.run({ preload: false, resultTypes: ["violations"] }).then(({ violations }) =>
  violations.filter(({ impact }) => ["serious", "critical"].includes(impact))
    .map(({ id, nodes }) => id + " of " + nodes.length + ": " + nodes.map(({ html, failureSummary }) => html.slice(0, 300) + failureSummary).slice(0, 5).join(" ")))`;

describe("the notebook page on a phone", function () {
  this.timeout(300_000);
  let served: PageServer;

  before(async function () {
    needs(this, "chromium", "playwright-core", "axe-core");
    served = await PageServer.start();
  });
  afterEach(() => served?.tidy());
  after(() => served?.stop());

  const shown = (page: NotebookPage, what: string) => page.page.evaluate<string[]>(what);

  /** Opens a lesson on a phone, in its language. */
  async function openLesson(
    [width, height]: readonly [number, number],
    path: string,
    colours: "light" | "dark" = "light",
  ): Promise<NotebookPage> {
    const page = await served.newPhone(width, height, colours);
    await page.page.goto(served.server.urlOf(""));
    await page.wait("document.getElementById('language') !== null");
    const language = path.slice(0, 2);
    if ((await page.page.evaluate("document.documentElement.lang")) !== language) {
      await page.page.tap("#language");
      await page.wait(
        `document.documentElement.lang === "${language}" && window.openNotebook === undefined`,
      );
    }
    await page.open(served.server.urlOf(path));
    return page;
  }

  const PHONES = [
    ["upright", [390, 844]],
    ["small and upright", [320, 568]],
    ["on its side", [844, 390]],
  ] as const;
  const LESSONS = ["en/09-softmax-with-loss.ipynb", "ko/02-computational-graphs.ipynb"];

  for (const [held, size] of PHONES)
    for (const path of LESSONS)
      it(`${held} has a bar of two rows, targets for fingers and text as wide as it is: ${path}`, async () => {
        const [width] = size;
        const name = `phone-${width}-${path.slice(0, 2)}`;
        const page = await openLesson(size, path, path.startsWith("ko") ? "dark" : "light");
        expect(await page.page.evaluate<number>(ROWS)).to.be.at.most(width < 700 ? 2 : 1);
        expect(
          await page.page.evaluate<number>("document.getElementById('bar').offsetHeight"),
        ).to.be.below(84);
        expect(await shown(page, SMALL)).to.deep.equal([]);
        expect(await page.page.evaluate<number>(LIST)).to.equal(0);
        await page.runAll();
        expect(await shown(page, WIDE)).to.deep.equal([]);
        const texts = `[...document.querySelectorAll(".jp-RenderedMarkdown p")].map((p) => p.getBoundingClientRect()).filter(({ width }) => width > 0)`;
        expect(
          await page.page.evaluate<number>(`Math.max(...${texts}.map(({ width }) => width))`),
        ).to.be.above(width - 32);
        const code = `Math.min(...[...document.querySelectorAll(".jp-CodeCell .cm-editor")].map((one) => one.clientWidth))`;
        expect(await page.page.evaluate<number>(code)).to.be.above(width - 60);
        await served.shot(page, name);

        await page.page.tap("#more");
        expect(
          await page.page.evaluate(`document.getElementById("more").getAttribute("aria-expanded")`),
        ).to.equal("true");
        expect(await shown(page, `[...${MENU}.children].map(({ id }) => id)`)).to.include.members([
          "run-all",
          "restart",
          "restart-run",
          "cell-type",
          "save",
          "language",
          "theme",
        ]);
        expect(await shown(page, SMALL)).to.deep.equal([]);
        const below = `(({ left, right, bottom }) => left >= 0 && right <= innerWidth && bottom <= innerHeight)(${MENU}.getBoundingClientRect())`;
        expect(await page.page.evaluate(below)).to.equal(true);
        await served.shot(page, `${name}-menu`);
        await page.page.touchscreen.tap(20, size[1] - 40);
        await page.wait(`${MENU}.hidden`);

        await page.page.tap("#toggle-list");
        await page.wait(`${LIST} > 200`);
        expect(await page.page.evaluate<number>(LIST)).to.be.below(width - 40);
        expect(await shown(page, SMALL)).to.deep.equal([]);
        expect(await shown(page, WIDE)).to.deep.equal([]);
        await served.shot(page, `${name}-list`);
        await page.page.touchscreen.tap(width - 10, size[1] - 40);
        await page.wait(`${LIST} === 0`);
        expect(served.errors).to.deep.equal([]);
      });

  it("has a menu that goes by Escape and by what is chosen in it, and all of it in the bar again on a wide page", async () => {
    const page = await openLesson([390, 844], "en/05-simple-layers.ipynb");
    await page.page.tap("#more");
    await page.page.keyboard.press("Escape");
    await page.wait(`${MENU}.hidden && document.activeElement?.id === "more"`);
    await page.page.tap("#more");
    await page.page.tap("#run-all");
    await page.wait(`${MENU}.hidden && ${CELLS}[2].model.executionCount !== null`);
    await page.page.tap("#more");
    await page.page.tap("#theme");
    await page.wait(`document.body.dataset.jpThemeLight === "false"`);
    await page.page.setViewportSize({ width: 1280, height: 800 });
    await page.wait("document.getElementById('more') === null");
    expect(
      await shown(
        page,
        `[...document.querySelectorAll("#bar > *")].map(({ id }) => id).filter((id) => id !== "")`,
      ),
    ).to.deep.equal([
      ...[
        "toggle-list",
        "run",
        "run-all",
        "interrupt",
        "restart",
        "restart-run",
        "add-cell",
        "cell-type",
        "save",
        "trust",
      ],
      ...["save-status", "kernel-status", "language", "theme"],
    ]);
    await page.page.setViewportSize({ width: 390, height: 844 });
    await page.wait("document.getElementById('more')?.offsetParent !== null");
  });

  it("offers trust only where there is something to trust, and in the second row", async () => {
    const page = await openLesson([320, 568], "ko/05-simple-layers.ipynb");
    const trust = "document.getElementById('trust')";
    expect(await page.page.evaluate(`${trust}.hidden`)).to.equal(true);
    // What is made here needs none: neither a new cell, nor what it shows.
    await page.page.tap("#add-cell");
    await page.page.keyboard.insertText("console.log(1)");
    await page.page.tap("#run");
    await page.saved();
    expect(await page.page.evaluate(`${trust}.hidden`)).to.equal(true);
    const shownHtml = {
      output_type: "display_data",
      data: { "text/html": ["<b>1</b>"] },
      metadata: {},
    };
    const cell = {
      cell_type: "code",
      id: "a",
      metadata: {},
      source: "1",
      outputs: [shownHtml],
      execution_count: 1,
    };
    const kernelspec = { name: "tslab", display_name: "TypeScript", language: "typescript" };
    served.write("foreign.ipynb", {
      cells: [cell],
      metadata: { kernelspec },
      nbformat: 4,
      nbformat_minor: 5,
    });
    await page.open(served.server.urlOf("foreign.ipynb"));
    await page.wait(`!${trust}.hidden`);
    expect(await page.page.evaluate<number>(ROWS)).to.equal(2);
    expect(await shown(page, SMALL)).to.deep.equal([]);
    expect(await shown(page, WIDE)).to.deep.equal([]);
    await served.shot(page, "phone-trust");
    await page.page.tap("#trust");
    await page.answer("신뢰");
    await page.wait(`${trust}.hidden`);
  });

  it("keeps the cell that is typed in above a keyboard that lies over the page", async () => {
    // Chromium without a screen has no keyboard: the part of the page that is seen gets lower, as Safari tells it.
    const page = await served.newPhone(390, 844);
    await page.page.addInitScript(`{
      const seen = new EventTarget();
      let height = innerHeight;
      Object.defineProperties(seen, {
        height: { get: () => height }, width: { get: () => innerWidth },
        scale: { get: () => window.seenScale ?? 1 }, offsetTop: { get: () => window.seenTop ?? 0 },
      });
      window.setSeen = (to) => { height = to; seen.dispatchEvent(new Event("resize")); };
      Object.defineProperty(window, "visualViewport", { get: () => seen });
    }`);
    served.write("keyboard.ipynb", [...Array(30).fill("1\n2\n3"), "last()"]);
    await page.open(served.server.urlOf("keyboard.ipynb"));
    await page.page.evaluate(`${SCROLLED}.scrollTop = 1e6`);
    await page.page.evaluate("new Promise((done) => setTimeout(done, 200))");
    await page.page.evaluate(`${CELLS}.at(-1).node.id = "last"`);
    await page.page.tap("#last .cm-content");
    const cursor = `(() => { const { activeCell } = openNotebook.panel.content; const { editor } = activeCell; return editor.getCoordinateForPosition(editor.getCursorPosition()).bottom; })()`;
    await page.wait("openNotebook.panel.content.activeCell.editor?.hasFocus()");
    expect(await page.page.evaluate<number>(cursor)).to.be.above(520);
    await page.page.evaluate("setSeen(500)");
    await page.wait(`${cursor} < 495`);
    expect(await page.page.evaluate("document.getElementById('page').offsetHeight")).to.equal(500);
    await page.page.keyboard.insertText("/* typed above the keyboard */");
    expect(await page.source(30)).to.contain("typed above the keyboard");
    await served.shot(page, "phone-keyboard");
    // The keyboard goes.
    await page.page.evaluate("setSeen(844)");
    await page.wait("document.getElementById('page').offsetHeight === 844");
    // Who comes nearer with two fingers has no keyboard.
    await page.page.evaluate("seenScale = 2; setSeen(422)");
    expect(await page.page.evaluate("document.getElementById('page').offsetHeight")).to.equal(844);
    expect(served.errors).to.deep.equal([]);
  });

  it("asks for a new name, and says why one cannot be had, in words for everybody", async () => {
    served.write("first.ipynb", ["1"]);
    served.write("second.ipynb", ["2"]);
    const page = await openLesson([320, 568], "en/05-simple-layers.ipynb");
    await page.open(served.server.urlOf("second.ipynb"));
    for (const [language, label, name, says] of [
      [
        "en",
        "New name",
        "first",
        'There is a notebook called "first" already. Choose another name.',
      ],
      [
        "en",
        "New name",
        ".hidden",
        /^A notebook cannot be called "\.hidden"\. A name has at most 80/,
      ],
      ["ko", "새 이름", "first", '이름이 "first"인 노트북이 이미 있습니다. 다른 이름을 고르세요.'],
      ["ko", "새 이름", "a/b", /^"a\/b"은\(는\) 노트북 이름으로 쓸 수 없습니다/],
    ] as const) {
      if ((await page.page.evaluate("document.documentElement.lang")) !== language) {
        await page.page.tap("#more");
        await page.page.tap("#language");
        await page.wait(`document.documentElement.lang === "${language}"`);
        await page.ready();
      }
      await page.page.tap("#toggle-list");
      await page.page.tap("#rename");
      await page.wait("document.activeElement === document.querySelector('.jp-Dialog input')");
      expect(await page.page.evaluate(`${DIALOG}.querySelector("label").textContent`)).to.equal(
        label,
      );
      expect(await shown(page, SMALL)).to.deep.equal([]);
      expect(await shown(page, WIDE)).to.deep.equal([]);
      if (name === "first") await served.shot(page, `phone-rename-${language}`);
      await page.page.keyboard.press("Control+a");
      await page.page.keyboard.insertText(name);
      await page.page.keyboard.press("Enter");
      const body = `document.querySelector(".jp-Dialog-body")`;
      await page.wait(`${body} !== null && ${body}.querySelector("input") === null`);
      const words = await page.page.evaluate<string>(`${body}.textContent`);
      if (typeof says === "string") expect(words).to.equal(says);
      else expect(words).to.match(says);
      await page.answer(language === "ko" ? "닫기" : "Close");
      await page.page.tap("#toggle-list");
      await page.wait(`${LIST} === 0`);
    }
    await page.page.tap("#more");
    await page.page.tap("#language");
    await page.wait("document.documentElement.lang === 'en'");
  });

  it("gives a link and shows what one brings, in dialogs that fit", async () => {
    const page = await openLesson([320, 568], "en/05-simple-layers.ipynb");
    await page.type(3, "const mine = 1;\n".repeat(40));
    await page.page.tap("#toggle-list");
    await page.page.evaluate("document.getElementById('copy-link').scrollIntoView()");
    await page.page.tap("#copy-link");
    const inside = `${DIALOG} !== null && (({ left, right, top, bottom }) => left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight)(${DIALOG}.getBoundingClientRect())`;
    await page.wait(inside);
    expect(await shown(page, SMALL)).to.deep.equal([]);
    expect(await shown(page, WIDE)).to.deep.equal([]);
    await served.shot(page, "phone-link");
    const link = await page.page.evaluate<string>(`${DIALOG}.querySelector("textarea").value`);
    await page.answer("Close");
    const { origin } = new URL(served.server.url);
    await page.page.goto(`${origin}/notebooks/${link.slice(link.indexOf("#"))}`);
    await page.wait(inside);
    expect(await shown(page, SMALL)).to.deep.equal([]);
    await served.shot(page, "phone-link-offer");
    await page.answer("Not now");
  });

  for (const colours of ["light", "dark"] as const)
    for (const path of ["en/06-relu.ipynb", "ko/06-relu.ipynb"])
      it(`has no serious fault for those who see or hear it otherwise: ${path}, ${colours}`, async () => {
        const page = await openLesson([390, 844], path, colours);
        await page.runAll();
        await page.page.evaluate(axe());
        expect((await shown(page, VIOLATIONS)).join("\n"), "the page").to.equal("");
        await page.page.tap("#toggle-list");
        await page.wait(`${LIST} > 200`);
        expect((await shown(page, VIOLATIONS)).join("\n"), "the list").to.equal("");
        await page.page.tap("#toggle-list");
        await page.page.tap("#more");
        expect((await shown(page, VIOLATIONS)).join("\n"), "the menu").to.equal("");
        await page.page.keyboard.press("Escape");
        await page.press("copy-link");
        await page.wait(`${DIALOG} !== null`);
        expect((await shown(page, VIOLATIONS)).join("\n"), "a dialog").to.equal("");
        await page.answer(path.startsWith("ko") ? "닫기" : "Close");
      });
});
