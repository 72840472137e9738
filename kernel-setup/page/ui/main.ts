import "./style";
import { Dialog } from "@jupyterlab/apputils";
import { ServiceManager } from "@jupyterlab/services";
import { isLanguage, type Language } from "../../../src/text/languages";
import { addressOf, dropFromAddress, fileAt, pathInAddress } from "./address";
import { Copies } from "./copies";
import { download } from "./download";
import { GuardedDrive } from "./drive";
import { element } from "./elements";
import { findHome } from "./home";
import { type KeyListener, onNewKey } from "./key";
import { stayAboveKeyboard } from "./keyboard";
import { languageOf, takeAskedLanguage } from "./language";
import { LessonList } from "./lesson-list";
import { stayInTab } from "./links";
import { ListPlace } from "./list-place";
import { showLocked } from "./locked";
import { NotebookView } from "./notebook-view";
import { workButtons } from "./own-work";
import { keepOutputsSafe } from "./safe-outputs";
import { applyTheme, keepLook, readLook } from "./settings";
import { bringsNotebook, linkButton, offerLinked } from "./shared-link";
import { site } from "./site";
import { watchStorage } from "./storage";
import { translator } from "./translator";
import { say, setLanguage } from "./words";

/** How long after the start one sees which lessons there are newer ones of. */
const SOON_MS = 1500;

async function main(): Promise<void> {
  // A key that is not taken has led here: it shall not stay in the address either.
  if (site) keepOutputsSafe(site.outputs);
  else dropFromAddress("token", "code");

  let tell: KeyListener = { refused() {}, answered() {} };
  const home = await findHome({
    refused: () => tell.refused(),
    answered: () => tell.answered(),
  });
  if (home === undefined) return showLocked();
  const { config, settings: serverSettings } = home;
  const drive = new GuardedDrive({ serverSettings });
  const manager = new ServiceManager({ serverSettings, defaultDrive: drive });
  const look = await readLook(manager);
  const path = pathInAddress();
  const asked = takeAskedLanguage();
  if (asked !== undefined && asked !== look.language)
    await keepLook(manager, Object.assign(look, { language: asked }));
  setLanguage(languageOf(look, config, path));
  Dialog.translator = translator();
  await applyTheme(look.theme);
  const file = fileAt(location);
  if (file !== undefined) await download(drive, file).catch(() => {});

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
    if (isThere && twin !== path) location.href = addressOf(twin as string) + location.hash;
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
  stayInTab(
    () => view.save(),
    (path) => download(drive, path),
  );
  stayAboveKeyboard(() => view.notebook);
  const offer = () => offerLinked(drive, () => view.save());
  window.addEventListener("hashchange", () => {
    if (bringsNotebook(location)) void offer();
  });
  // Before anything is opened: whoever keeps it goes on there.
  if (bringsNotebook(location)) await offer();
  const opened = view.open();
  watchStorage(config, drive, view);
  const copies = new Copies(serverSettings);
  if (path !== undefined && list.isLesson(path)) {
    const note = (words: string, action: HTMLElement) => view.note("lesson", words, action);
    void copies.watch(path, note, () => view.save()).catch(() => {});
  }
  // All are read for it: not while the reader waits for one.
  window.setTimeout(async () => list.mark(await copies.states().catch(() => ({}))), SOON_MS);
  await opened;
}

void main();
