import { itPlaysLessons } from "../browser/other-browsers";
import { launchWebKit } from "../support/webkit";

itPlaysLessons("webkit", launchWebKit);
