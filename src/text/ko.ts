import type { Texts } from "./en";

/** What the library says, in Korean. */
export const ko: Texts = {
  language: {
    unknown: "{who}: {known}여야 하는데 받은 것은 {got}입니다",
  },
};
