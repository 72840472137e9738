import type { Translated } from "./fill";

/** What the library says, in English: by room, each text by its name. `{blank}` is filled in. */
export const en = {
  language: {
    unknown: "{who}: expected {known}, but got {got}",
  },
} as const;

/** All texts of one language. */
export type Texts = Translated<typeof en>;
