import { en } from "../../../kernel-setup/text/en";
import { ko } from "../../../kernel-setup/text/ko";
import { itHasEveryLanguage } from "../../support/same-texts";

describe("the texts of kernel, page and book", () => {
  itHasEveryLanguage({ en, ko });
});
