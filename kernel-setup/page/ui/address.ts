import { site } from "./site";

/** A static host has one address for the page; what is open in it is named behind that. */
const [NOTEBOOK, FILE] = ["notebook", "file"];
const PREFIX = "/notebooks/";

/** A path as it stands in an address. */
export const encoded = (path: string): string => path.split("/").map(encodeURIComponent).join("/");

/** The address of a notebook in this page. */
export const addressOf = (path: string): string =>
  site ? `?${NOTEBOOK}=${encoded(path)}` : PREFIX + encoded(path);

/** The address of the page with nothing open in it. */
export const firstAddress = (): string => (site ? location.pathname : "/");

/** The address under which a site's page gives a file to be kept elsewhere. */
export const fileAddressOf = (path: string): string => `?${FILE}=${encoded(path)}`;

/** The path of the notebook that an address of this page opens; none of the first page, and of another. */
export function notebookAt(address: URL | Location): string | undefined {
  if (address.origin !== location.origin) return undefined;
  if (site) return queried(address, NOTEBOOK);
  const { pathname } = address;
  const path = pathname.startsWith(PREFIX) ? pathname.slice(PREFIX.length) : "";
  return path === "" ? undefined : path.split("/").map(decodeURIComponent).join("/");
}

/** The path of the file that an address of a site's page gives. */
export const fileAt = (address: URL | Location): string | undefined =>
  site && address.origin === location.origin ? queried(address, FILE) : undefined;

function queried({ pathname, search }: URL | Location, name: string): string | undefined {
  if (pathname !== location.pathname) return undefined;
  return new URLSearchParams(search).get(name) || undefined;
}

/** The notebook's path in the page's address; none on the first page. */
export const pathInAddress = (): string | undefined => notebookAt(location);

/** Takes what stands behind the page's address, by name, out of it. */
export function dropFromAddress(...names: string[]): void {
  const address = new URL(location.href);
  for (const name of names) address.searchParams.delete(name);
  // As it is written: "/" needs no code there.
  address.search = address.search.replaceAll("%2F", "/");
  history.replaceState(null, "", address);
}
