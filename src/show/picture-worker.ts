import { type MessagePort, workerData } from "node:worker_threads";
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
  id: number;
  figure: Figure;
  styled: Figure;
}

/** What the worker that draws pictures answers. */
export interface PictureReply {
  id: number;
  svg?: string;
  width?: number;
  height?: number;
  /** Why there is no picture, as a sentence: this thread does not know which language is in force. */
  error?: Words;
}

const { signal, port } = workerData as { signal: Int32Array; port: MessagePort };
let page: ReturnType<typeof openPage> | undefined;

port.on("message", async (request: PictureRequest) => {
  const first = page === undefined;
  const answer = await reply(request);
  // Before the answer: a short process ends as soon as it has it.
  if (first) page?.keep();
  port.postMessage(answer);
  Atomics.add(signal, 0, 1);
  Atomics.notify(signal, 0);
});

async function reply({ id, figure, styled }: PictureRequest): Promise<PictureReply> {
  try {
    page ??= openPage();
    const { plotly, rewind } = page;
    const error = faultText(figure, plotly.validate(figure.data, figure.layout) ?? []);
    if (error !== undefined) return { id, error };
    rewind();
    const { width = WIDTH, height = HEIGHT } = styled.layout ?? {};
    const size = { width, height };
    const svg = await plotly.toImage(still(styled), {
      format: "svg",
      imageDataOnly: true,
      ...size,
    });
    return { id, svg: tidySvg(svg, width, height), ...size };
  } catch (error) {
    const { message } = error instanceof Error ? error : { message: String(error) };
    return { id, error: words("figures.failed", { message }) };
  }
}
