import "./style";
import { Dialog } from "@jupyterlab/apputils";
import { ServerConnection, ServiceManager } from "@jupyterlab/services";
import { isLanguage, type Language } from "../../../src/text/languages";
import { pathInAddress } from "./address";
import { readConfig } from "./config";
import { GuardedDrive } from "./drive";
import { element } from "./elements";
import { fetchWithKey, type KeyListener, onNewKey, SocketWithKey } from "./key";
import { stayAboveKeyboard } from "./keyboard";
import { LessonList } from "./lesson-list";
import { stayInTab } from "./links";
import { ListPlace } from "./list-place";
import { showLocked } from "./locked";
import { NotebookView } from "./notebook-view";
import { workButtons } from "./own-work";
import { applyTheme, keepLook, readLook } from "./settings";
import { bringsNotebook, linkButton, offerLinked } from "./shared-link";
import { translator } from "./translator";
import { say, setLanguage } from "./words";

async function main(): Promise<void> {
  // A key that is not taken has led here: it shall not stay in the address either.
  const address = new URL(location.href);
  for (const name of ["token", "code"]) address.searchParams.delete(name);
  history.replaceState(null, "", address);

  let tell: KeyListener = { refused() {}, answered() {} };
  window.fetch = fetchWithKey({ refused: () => tell.refused(), answered: () => tell.answered() });
  const config = await readConfig();
  if (config === undefined) return showLocked();
  const serverSettings = ServerConnection.makeSettings({
    fetch: window.fetch,
    WebSocket: SocketWithKey,
    appendToken: false,
  });
  const drive = new GuardedDrive({ serverSettings });
  const manager = new ServiceManager({ serverSettings, defaultDrive: drive });
  const look = await readLook(manager);
  // `--lang` at the start counts for the first page; later the user's own choice.
  const language = isLanguage(look.language) ? look.language : config.language;
  setLanguage(language);
  Dialog.translator = translator();
  await applyTheme(look.theme);

  const path = pathInAddress();
  const list = new LessonList(config, manager, drive, path);
  const content = element("main", { id: "content" });
  const bar = element("div", { id: "bar" });
  const host = document.getElementById("page") as HTMLElement;
  host.replaceChildren(bar, element("div", { id: "middle" }, list.node, content));

  const keep = () => keepLook(manager, look);
  const switchLanguage = async (wanted: Language) => {
    look.language = wanted;
    await Promise.all([keep(), view.save()]);
    const twin = path?.replace(/^(\w+)(?=\/)/, (first) => (isLanguage(first) ? wanted : first));
    const isThere = config.lessons[wanted].some((lesson) => lesson.path === twin);
    if (isThere && twin !== path) location.pathname = `/notebooks/${twin}`;
    else location.reload();
  };
  const start = { beside: look.list !== "hidden", over: path === undefined };
  const place = new ListPlace(host, list.node, content, start, (isShown) => {
    look.list = isShown ? "shown" : "hidden";
    return keep();
  });
  const view = new NotebookView({
    bar,
    content,
    manager,
    drive,
    path,
    switchLanguage,
    toggleTheme: async () => {
      look.theme = document.body.dataset.jpThemeLight === "true" ? "dark" : "light";
      await applyTheme(look.theme);
      await keep();
    },
    listButton: place.button,
  });
  list.more = workButtons({
    drive,
    save: () => view.save(),
    taken: () => list.update(),
  });
  if (path !== undefined) list.more.push(linkButton(drive, () => view.notebook));
  document.title = path === undefined ? say("title") : `${path.split("/").pop()} – ${say("title")}`;
  await list.update();
  // A check that has passed writes the scorecard; the list follows when the kernel comes to rest.
  view.onIdle = () => void list.update();
  tell = view;
  // The server was started anew, and its address opened in another tab.
  onNewKey(() => void Promise.all([view.goOn(), list.update()]));
  list.beforeLeaving = () => view.save();
  stayInTab(() => view.save());
  stayAboveKeyboard(() => view.notebook);
  const offer = () => offerLinked(drive, () => view.save());
  window.addEventListener("hashchange", () => {
    if (bringsNotebook(location)) void offer();
  });
  // Before anything is opened: whoever keeps it goes on there.
  if (bringsNotebook(location)) await offer();
  await view.open();
}

void main();
