import {
  htmlRendererFactory,
  javaScriptRendererFactory,
  latexRendererFactory,
  markdownRendererFactory,
  RenderedHTMLCommon,
  standardRendererFactories,
} from "@jupyterlab/rendermime";
import type { IRenderMime } from "@jupyterlab/rendermime-interfaces";
import type { Message } from "@lumino/messaging";
import { htmlInPage, scriptHtml } from "../../outputs/html-in-page";
import { showFrames } from "../../outputs/in-page/frames";
import { parseHtml } from "../../outputs/in-page/parse-html";
import { words } from "../../text/texts";
import { currentLanguage } from "./words";

/** Where the site has what its pages show outputs with. */
export interface SafeOutputs {
  /** The address of the file in which outputs run scripts of their own. */
  frame: string;
  /** The address of the script that makes charts and drawings live from their data. */
  live: string;
}

let chosen: SafeOutputs | undefined;

/**
 * From now on no output runs a script in the page: for pages whose policy allows none. Charts and drawings
 * become live from their data, and what brings a script of its own is shown in a frame without an origin.
 */
export function keepOutputsSafe(outputs: SafeOutputs): void {
  chosen = outputs;
  const script = document.createElement("script");
  script.src = outputs.live;
  document.head.append(script);
}

/** What renders outputs: JupyterLab's own renderers, unless outputs are kept safe. */
export function rendererFactories(): readonly IRenderMime.IRendererFactory[] {
  if (chosen === undefined) return standardRendererFactories;
  const { frame } = chosen;
  const ours = new Map<IRenderMime.IRendererFactory, IRenderMime.IRendererFactory>([
    [htmlRendererFactory, factory(htmlRendererFactory, (html) => html, frame)],
    // Where nobody trusts it, the words beside it are shown.
    [javaScriptRendererFactory, factory(javaScriptRendererFactory, scriptHtml, frame)],
    [markdownRendererFactory, neverTrusted(markdownRendererFactory)],
    [latexRendererFactory, neverTrusted(latexRendererFactory)],
  ]);
  return standardRendererFactories.map((one) => ours.get(one) ?? one);
}

const factory = (
  { safe, mimeTypes, defaultRank }: IRenderMime.IRendererFactory,
  asHtml: (data: string) => string,
  frame: string,
): IRenderMime.IRendererFactory => ({
  ...{ safe, mimeTypes, defaultRank },
  createRenderer: (options) => new SafeHtml(options, asHtml, frame),
});

/** JupyterLab leaves out of a text what it does not trust: nothing in it could run here anyway. */
const neverTrusted = (one: IRenderMime.IRendererFactory): IRenderMime.IRendererFactory => ({
  ...one,
  createRenderer(options) {
    const renderer = one.createRenderer(options);
    const { renderModel } = renderer;
    renderer.renderModel = (model) =>
      renderModel.call(
        renderer,
        Object.create(model, { trusted: { value: false } }) as IRenderMime.IMimeModel,
      );
    return renderer;
  },
});

/** HTML of an output, without what could run in the page. */
class SafeHtml extends RenderedHTMLCommon {
  readonly #asHtml: (data: string) => string;
  readonly #frame: string;

  constructor(
    options: IRenderMime.IRendererOptions,
    asHtml: (data: string) => string,
    frame: string,
  ) {
    super(options);
    this.#asHtml = asHtml;
    this.#frame = frame;
    this.addClass("jp-RenderedHTML");
  }

  override async render(model: IRenderMime.IMimeModel): Promise<void> {
    const html = this.#asHtml(String(model.data[this.mimeType]));
    const isTrusted = model.trusted;
    this.node.innerHTML = htmlInPage(html, {
      ...{ language: currentLanguage(), parse: parseHtml, isTrusted },
    });
    if (this.isAttached) this.#comeAlive();
  }

  protected override onAfterAttach(message: Message): void {
    super.onAfterAttach(message);
    this.#comeAlive();
  }

  #comeAlive(): void {
    showFrames(this.node, this.#frame, words("outputs.frame")[currentLanguage()]);
    this.node.dispatchEvent(new Event("outputshown", { bubbles: true }));
  }
}
