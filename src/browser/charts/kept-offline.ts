import type { Config } from "./plotly";

/** The button that uploads a chart: its name in a figure's own list of buttons. */
const UPLOAD = /^send\w*ToCloud$/i;

/**
 * The configuration of a chart, without what sends it or its reader anywhere: the button that offers
 * to upload it, which plotly.js shows unless told not to, and the logo, a link to its maker.
 */
export function keptOffline(config?: Config): Config {
  const kept: Config = {
    ...config,
    showSendToCloud: false,
    plotlyServerURL: "",
    displaylogo: false,
    watermark: false,
  };
  if (Array.isArray(config?.modeBarButtons))
    kept.modeBarButtons = config.modeBarButtons
      .map((group) =>
        group.filter(
          (button) => !UPLOAD.test(((button as { name?: string })?.name ?? button) as string),
        ),
      )
      .filter((group) => group.length > 0);
  return kept;
}
