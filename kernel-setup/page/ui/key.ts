/** Where the key is kept: only pages of the same port of this machine can read it there. */
const PLACE = "notebooks-key";
/** As the server knows them: how the key comes with a websocket, and what is offered when there is nothing to choose. */
const TOKEN_PROTOCOL = "notebooks.token.";
const PLAIN_PROTOCOL = "notebooks";

/** The key of this address; empty where there is none. */
export function currentKey(): string {
  try {
    return localStorage.getItem(PLACE) ?? "";
  } catch {
    return ""; // the browser keeps nothing for this address
  }
}

/** Keeps a key for all tabs. @returns whether the browser does keep it */
export function keepKey(key: string): boolean {
  try {
    localStorage.setItem(PLACE, key);
  } catch {
    return false;
  }
  return true;
}

/** Calls back when another tab has got a key: the address of a new start was opened there. */
export function onNewKey(listener: () => void): void {
  window.addEventListener("storage", ({ key, newValue }) => {
    if (key === PLACE && newValue) listener();
  });
}

/** Is told how the server takes the key. */
export interface KeyListener {
  /** It wants another one: it has been started anew. */
  refused(): void;
  /** It is there, and takes it. */
  answered(): void;
}

/** Asks with the key. Scripts in outputs ask too, as they would in Jupyter. */
export function fetchWithKey(listener: KeyListener): typeof fetch {
  const plain = window.fetch.bind(window);
  return async (input, init) => {
    const request = new Request(input, init);
    if (new URL(request.url).origin !== location.origin) return plain(request);
    request.headers.set("Authorization", `token ${currentKey()}`);
    const answer = await plain(request);
    if (answer.status === 403 && (await isRefused(answer))) listener.refused();
    else listener.answered();
    return answer;
  };
}

async function isRefused(answer: Response): Promise<boolean> {
  const { reason } = await answer
    .clone()
    .json()
    .catch(() => ({}));
  return reason === "KeyRefused";
}

/** A websocket that brings the key along. */
export class SocketWithKey extends WebSocket {
  constructor(url: string | URL, protocols: string | string[] = []) {
    super(url, [...[protocols].flat(), PLAIN_PROTOCOL, TOKEN_PROTOCOL + currentKey()]);
  }

  /** What was offered beside the key, and chosen by the server. */
  override get protocol(): string {
    const chosen = super.protocol;
    return chosen === PLAIN_PROTOCOL ? "" : chosen;
  }
}
