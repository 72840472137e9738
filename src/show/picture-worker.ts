import { home } from "../home/here";
import type { Studio } from "../home/home";
import type { Words } from "../text/languages";
import { words } from "../text/texts";
import { faultText } from "./fault-text";
import type { Figure } from "./figure";
import { HEIGHT, WIDTH } from "./house-style";
import { openPage } from "./page";
import { still } from "./still";
import { tidySvg } from "./tidy-svg";

/** A figure of plain values; `styled` is the same in the house's style. */
export interface PictureRequest {
  figure: Figure;
  styled: Figure;
}

/** What the worker that draws pictures answers. */
export interface PictureReply {
  svg?: string;
  width?: number;
  height?: number;
  /** Why there is no picture, as a sentence: this thread does not know which language is in force. */
  error?: Words;
}

let page: ReturnType<typeof openPage> | undefined;
const { studio } = home;

studio?.serve(async (question) => {
  const first = page === undefined;
  const answer = await reply(studio, question as PictureRequest);
  // Before the answer is given: a short process ends as soon as it has it.
  if (first) page?.keep();
  return answer;
});

async function reply(studio: Studio, { figure, styled }: PictureRequest): Promise<PictureReply> {
  try {
    page ??= openPage(studio);
    const { plotly, rewind } = page;
    const error = faultText(figure, plotly.validate(figure.data, figure.layout) ?? []);
    if (error !== undefined) return { error };
    rewind();
    const { width = WIDTH, height = HEIGHT } = styled.layout ?? {};
    const size = { width, height };
    const svg = await plotly.toImage(still(styled), {
      format: "svg",
      imageDataOnly: true,
      ...size,
    });
    return { svg: tidySvg(svg, width, height), ...size };
  } catch (error) {
    const { message } = error instanceof Error ? error : { message: String(error) };
    return { error: words("figures.failed", { message }) };
  }
}
