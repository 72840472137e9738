import type { Home } from "../../jupyter/kernelspecs/home";
import { inFolder } from "../../page/server/paths";
import type { WorkPlace } from "../../page/server/work/learner-work";
import { VERSION } from "./project";

/** What files of a learner's work hold besides notebooks; the kernels of this home keep its scorecard. */
export const learnerWork = ({ copies }: Home): WorkPlace => ({
  home: "machine",
  pack: VERSION,
  scorecard: inFolder(copies, "scorecard.json"),
});
