import { element } from "./elements";

/** What a text shows in its place, by name; all else is handed out. */
const SHOWN = /\.(?:gif|ico|jpe?g|mp3|mp4|png|svg|webm|webp)$/i;

/** Whether a file is shown where a text names it. */
export const isShown = (path: string): boolean => SHOWN.test(path);

/**
 * A file as an address of its own. It is data: an address of a Blob would be one of this page's, and
 * what stands in a picture, opened by itself, could do there as the page does.
 */
export function dataAddressOf(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

/** Hands a file to the browser, to be kept where it keeps such. */
export function give(name: string, content: Blob | Uint8Array): void {
  const part = content instanceof Blob ? content : new Uint8Array(content);
  // Of no kind that a browser would show: it shall never run as a part of this page.
  const file = new Blob([part], { type: "application/octet-stream" });
  const link = element("a", { href: URL.createObjectURL(file), download: name });
  link.click();
  // The browser reads it later than this.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Gives a file of the home under its own name. */
export const download = async (
  home: { file(path: string): Promise<Blob> },
  path: string,
): Promise<void> => give(path.split("/").at(-1) ?? path, await home.file(path));
