// Loaded once a cell shall run: what asks the kernel, and what shows its answers.
import { DEFAULT_LANGUAGE, isLanguage } from "../../../../src/text/languages";
import { words } from "../../../text/texts";
import { CellRuns } from "../cell-runs";
import { kernelsOf } from "./kernel";
import { OutputPlace } from "./output-place";
import type { RunScript } from "./run-buttons";

/** Makes what runs the cells of this page, and shows their outputs below them. */
export const openRuns: RunScript["openRuns"] = (cells, places, view) => {
  const { lang } = document.documentElement;
  const language = isLanguage(lang) ? lang : DEFAULT_LANGUAGE;
  const { baseUrl, kernel = "", frame = "", framed = "" } = document.body.dataset;
  const root = new URL(baseUrl ?? "", document.baseURI);
  const page = {
    language,
    frame: new URL(frame, root).href,
    frameTitle: framed,
    label: words("site.output")[language],
  };
  const outputs = places.map((place) => new OutputPlace(place, page));
  return new CellRuns(cells, kernelsOf(root, kernel, language), {
    ...view,
    outputs: (cell) => outputs[cells.indexOf(cell)].show(cell.outputs),
  });
};
