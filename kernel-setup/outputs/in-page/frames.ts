/** Taller content scrolls in its frame. */
const MOST_HEIGHT = 600;

/** Each frame by the window in it, which tells how high its content is. */
const frames = new Map<MessageEventSource, HTMLIFrameElement>();

/** Frames follow the theme of the page: its text's colour tells it. */
function lookOf(frame: HTMLIFrameElement) {
  const { color, font } = getComputedStyle(frame);
  const [red, green, blue] = (color.match(/[\d.]+/g) ?? []).map(Number);
  return { color, font, scheme: red + green + blue > 382 ? "dark" : "light" };
}

function follow(): void {
  for (const [inside, frame] of frames) {
    if (frame.isConnected) inside.postMessage({ look: lookOf(frame) }, { targetOrigin: "*" });
    else frames.delete(inside);
  }
}

let isListening = false;

function listen(): void {
  if (isListening) return;
  isListening = true;
  addEventListener("message", ({ source, data }: MessageEvent) => {
    const frame = source === null ? undefined : frames.get(source);
    const height = (data as { height?: unknown } | null)?.height;
    if (frame === undefined || typeof height !== "number" || !(height >= 0)) return;
    frame.style.height = `${Math.min(height, MOST_HEIGHT)}px`;
  });
  for (const element of [document.documentElement, document.body])
    new MutationObserver(follow).observe(element, { attributes: true });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", follow);
}

/**
 * Shows outputs that run scripts of their own: each in a frame without an origin, which reaches nothing of
 * the page, of its storage or of the network.
 *
 * @param root Below it stand the outputs, each with its HTML as data.
 * @param address The file that such a frame shows its content with.
 * @param title What frames are called.
 */
export function showFrames(root: ParentNode, address: string, title: string): void {
  const blocks = root.querySelectorAll<HTMLElement>(
    'script[type="application/json"][data-framed=""]',
  );
  for (const block of blocks) {
    block.dataset.framed = "shown";
    listen();
    const html: unknown = JSON.parse(block.textContent ?? "");
    const frame = document.createElement("iframe");
    frame.sandbox.add("allow-scripts");
    frame.title = title;
    frame.style.cssText = "display:block;width:100%;height:3em;border:0";
    // It is loaded anew, too, when a notebook moves its cell.
    frame.addEventListener("load", () => {
      const inside = frame.contentWindow;
      if (inside === null) return;
      frames.set(inside, frame);
      inside.postMessage({ html, look: lookOf(frame) }, "*");
    });
    frame.src = address;
    block.parentElement?.replaceChildren(block, frame);
  }
}
