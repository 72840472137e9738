import { element } from "./elements";
import { keepKey } from "./key";
import { inAll } from "./words";

/**
 * The small page at an address with a key: it takes the key out of the address, keeps it, and goes on
 * to the page. So the key stays in no list of visited pages, and Back and Reload do not need it.
 */
async function enter(): Promise<void> {
  const address = new URL(location.href);
  const { searchParams } = address;
  const key = searchParams.get("token") ?? (await keyFor(searchParams.get("code")));
  for (const name of ["token", "code"]) searchParams.delete(name);
  history.replaceState(null, "", address);
  // Without a key of this address: one that is kept may still open the page.
  if (key === undefined || keepKey(key)) location.replace(another(address));
  else
    document.body.replaceChildren(
      ...inAll("blocked").map(([lang, textContent]) => element("p", { lang, textContent })),
    );
}

/** The same page at an address that is not this page's own: of that, what is behind the "#" is but a place. */
function another({ origin, pathname, search, hash }: URL): string {
  const query = search === "" ? "?" : `${search}&`;
  return origin + pathname + (hash === "" ? search : query + hash);
}

/** Turns a code into the key, once. */
async function keyFor(code: string | null): Promise<string | undefined> {
  const body = JSON.stringify({ code });
  const answer = await fetch("/api/page/key", { method: "POST", body }).catch(() => undefined);
  return answer?.ok ? (await answer.json()).key : undefined;
}

void enter();
