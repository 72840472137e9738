import type { CodeCell } from "../../../jupyter/notebook-files/notebook";
import type { CellRuns, RunState, RunView } from "../cell-runs";
import type { RunWords } from "../run-words";
import { RunBar } from "./run-bars";

/** What the script has that is loaded once something shall run. */
export interface RunScript {
  openRuns(
    cells: readonly CodeCell[],
    places: readonly HTMLElement[],
    view: Pick<RunView, "state" | "ended">,
  ): CellRuns;
}

/** Gives each cell of the page that can be run a button for that. */
export function addRunButtons(words: RunWords, script: string): void {
  const places = [...document.querySelectorAll<HTMLElement>("[data-cell]")];
  if (places.length === 0) return;
  if (location.protocol === "file:") tellHow(places, words);
  else addButtons(places, words, script);
}

function addButtons(places: readonly HTMLElement[], words: RunWords, script: string): void {
  const cells = places.map(cellAt);
  const live = document.createElement("p");
  live.className = "unseen";
  live.setAttribute("role", "status");
  document.body.append(live);
  /** The cell that was pressed last: what comes of it is said aloud. */
  let pressed: CodeCell | undefined;
  const show = (cell: CodeCell, state: RunState | undefined) => {
    const bar = bars[cells.indexOf(cell)];
    const said = bar.show(state);
    const isTold = cell === pressed || state === "failed" || state === "starting";
    if (isTold && said !== "")
      live.textContent = words.said.replace("{n}", String(bar.number)).replace("{state}", said);
  };
  const alarm = (why: string) => {
    const bar = bars[pressed === undefined ? 0 : cells.indexOf(pressed)].node;
    const note = document.createElement("p");
    note.className = "note";
    note.setAttribute("role", "alert");
    note.textContent = why;
    bar.after(note);
  };
  let runs: Promise<CellRuns> | undefined;
  const run = async (cell: CodeCell) => {
    for (const note of document.querySelectorAll(".cell > .note")) note.remove();
    pressed = cell;
    show(cell, "waiting");
    runs ??= load(script).then((loaded) =>
      loaded.openRuns(cells, places, { state: show, ended: alarm }),
    );
    try {
      await (await runs).run(cell);
    } catch {
      // The script was not there; the next press asks for it anew.
      runs = undefined;
      show(cell, undefined);
      alarm(words.noScript);
    }
  };
  const stop = async () => void (await runs)?.stop();
  const bars = cells.map(
    (cell, i) =>
      new RunBar(cell, i + 1, words, { run: () => void run(cell), stop: () => void stop() }),
  );
  for (const [i, place] of places.entries()) place.querySelector("pre")?.after(bars[i].node);
}

const load = (script: string): Promise<RunScript> => import(new URL(script, document.baseURI).href);

function cellAt(place: HTMLElement): CodeCell {
  const { cell = "", mayFail } = place.dataset;
  return {
    ...{ cell_type: "code", id: cell, outputs: [], execution_count: null },
    source: place.querySelector("pre > code")?.textContent ?? "",
    metadata: mayFail === undefined ? {} : { tags: ["raises-exception"] },
  };
}

/** Browsers start no kernel for a file: the first cell says so, and what to do; the others lead there. */
function tellHow(places: readonly HTMLElement[], words: RunWords): void {
  for (const [i, place] of places.entries()) {
    const note = document.createElement("p");
    note.className = "note";
    if (i === 0) {
      note.id = "how-to-run";
      note.textContent = words.asFile;
    } else {
      const way = document.createElement("a");
      way.href = "#how-to-run";
      way.textContent = words.howToRun;
      note.append(way);
    }
    place.querySelector("pre")?.after(note);
  }
}
