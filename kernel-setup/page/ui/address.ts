/** The address of a notebook in this page. */
export const addressOf = (path: string): string =>
  `/notebooks/${path.split("/").map(encodeURIComponent).join("/")}`;

/** The notebook's path in the page's address; none on the first page. */
export function pathInAddress(): string | undefined {
  const [, path] = /^\/notebooks\/(.+)$/.exec(location.pathname) ?? [];
  return path?.split("/").map(decodeURIComponent).join("/");
}
