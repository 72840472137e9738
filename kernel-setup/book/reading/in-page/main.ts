// The script of the site's pages. What stands in them can be read without it.
import { showFrames } from "../../../outputs/in-page/frames";
import type { RunWords } from "../run-words";
import { keepWithinReach } from "./reach";
import { addRunButtons } from "./run-buttons";
import { followTheme } from "./theme";

const theme = document.getElementById("theme");
if (theme) followTheme(theme);
keepWithinReach(document);
const { baseUrl = "", framed = "", frame = "", run } = document.body.dataset;
showFrames(document, baseUrl + frame, framed);
const words = document.querySelector('script[type="application/json"][data-words]');
if (words && run !== undefined)
  addRunButtons(JSON.parse(words.textContent ?? "") as RunWords, baseUrl + run);
