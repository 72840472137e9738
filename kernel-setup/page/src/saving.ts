import { Dialog, showDialog } from "@jupyterlab/apputils";
import type { ServiceManager } from "@jupyterlab/services";
import type { Choice, GuardedDrive } from "./drive";
import type { OpenNotebook } from "./open-notebook";
import { say } from "./words";

/** How long after the last change a notebook is saved. */
const QUIET_MS = 1500;
/** How long changes may wait when they do not stop: a chart that grows, say. */
const LATEST_MS = 15_000;

/** How often the file is looked at. */
const LOOK_MS = 4000;

export type SaveState = "saved" | "unsaved" | "saving" | "saveFailed";

/**
 * Saves by itself soon after each change, and keeps two tabs of one notebook apart.
 *
 * @returns what saves at once all that is not saved yet; it never fails, `tell` says how it went
 */
export function keepSaved(
  notebook: OpenNotebook,
  drive: GuardedDrive,
  manager: ServiceManager,
  tell: (state: SaveState) => void,
  note: (words: string) => void,
): () => Promise<void> {
  const { context } = notebook;
  const { model } = context;
  let timer: number | undefined;
  let firstChange: number | undefined;
  let saving: Promise<void> | undefined;
  // What is about to be replaced must not be saved over what replaces it.
  let isReloading = false;

  const save = async () => {
    window.clearTimeout(timer);
    firstChange = undefined;
    if (saving || isReloading || !model.dirty || context.isDisposed) return;
    saving = write();
    await saving;
    saving = undefined;
    if (model.dirty) later();
  };
  const write = async () => {
    tell("saving");
    try {
      await context.save();
      tell(model.dirty ? "unsaved" : "saved");
    } catch (error) {
      if ((error as Error).name !== "ModalCancelError") tell("saveFailed");
    }
  };
  const later = () => {
    const now = Date.now();
    firstChange ??= now;
    const wait = Math.max(0, Math.min(QUIET_MS, firstChange + LATEST_MS - now));
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void save(), wait);
  };
  // After a save Jupyter takes all for saved, also what came while the file was on its way.
  let changedMeanwhile = false;
  const changed = () => {
    if (!model.dirty) return;
    changedMeanwhile = true;
    tell("unsaved");
    later();
  };
  model.contentChanged.connect(changed);
  model.stateChanged.connect(changed);
  context.saveState.connect((_, state) => {
    if (state === "started") changedMeanwhile = false;
    if (state !== "completed") return;
    if (changedMeanwhile) model.dirty = true;
    else tell("saved");
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") void save();
  });
  window.addEventListener("beforeunload", (event) => {
    if (!model.dirty) return;
    void save();
    event.preventDefault();
  });

  drive.onConflict = askWhatToKeep;
  const takeOver = async () => {
    window.clearTimeout(timer);
    firstChange = undefined;
    isReloading = true;
    try {
      await reload(notebook);
    } finally {
      isReloading = false;
    }
    tell(model.dirty ? "unsaved" : "saved");
  };
  drive.onTheirs = () => void takeOver();
  // What another tab or program has saved is taken over where nothing would be lost.
  const look = async () => {
    const isBusy = context.sessionContext.session?.kernel?.status === "busy";
    const mayLose = () => model.dirty || saving || isReloading || context.isDisposed;
    if (mayLose() || isBusy) return;
    const known = drive.seen.get(context.path);
    const now = await drive.hashNow(context.path).catch(() => known);
    if (now === known || mayLose() || drive.seen.get(context.path) !== known) return;
    await takeOver();
    note(say("restored"));
  };
  // The server tells of every save; a look now and then finds what other programs save.
  manager.events.stream.connect((_, event) => {
    const { action, path } = event as unknown as { action?: string; path?: string };
    if (action === "save" && path === context.path) window.setTimeout(() => void look(), 300);
  });
  window.setInterval(() => {
    if (document.visibilityState === "visible") void look();
  }, LOOK_MS);

  return async () => {
    await saving; // it may hold less than what is there now
    await save();
  };
}

/** Takes the file's state over, and stays at the same place of the page. */
async function reload({ context, panel }: OpenNotebook): Promise<void> {
  const { content } = panel;
  const { activeCellIndex } = content;
  const hadFocus = panel.node.contains(document.activeElement);
  const top = content.outerNode?.scrollTop ?? content.node.scrollTop;
  await context.revert();
  // What was done before, was done with other cells.
  context.model.sharedModel.clearUndoHistory();
  content.activeCellIndex = Math.min(activeCellIndex, content.widgets.length - 1);
  if (hadFocus) content.activate();
  (content.outerNode ?? content.node).scrollTop = top;
}

async function askWhatToKeep(): Promise<Choice> {
  const answer = await showDialog({
    title: say("conflictTitle"),
    body: say("conflictWords"),
    hasClose: false,
    buttons: [
      Dialog.createButton({ label: say("keepTheirs"), actions: ["theirs"], accept: false }),
      Dialog.warnButton({ label: say("keepMine"), actions: ["mine"], accept: false }),
      Dialog.okButton({ label: say("keepBoth"), actions: ["both"] }),
    ],
    defaultButton: 2,
  });
  // Escape keeps both too: nothing is lost.
  return (answer.button.actions[0] as Choice | undefined) ?? "both";
}
