import { launchFirefox } from "../support/firefox";
import { itPlaysLessons } from "./other-browsers";

itPlaysLessons("firefox", launchFirefox);
