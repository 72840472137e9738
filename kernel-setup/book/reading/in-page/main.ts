// The script of the site's pages. What stands in them can be read without it.
import { showFrames } from "../../../outputs/in-page/frames";
import { keepWithinReach } from "./reach";
import { followTheme } from "./theme";

const theme = document.getElementById("theme");
if (theme) followTheme(theme);
keepWithinReach(document);
const { baseUrl, framed = "" } = document.body.dataset;
showFrames(document, `${baseUrl}assets/frame.html`, framed);
