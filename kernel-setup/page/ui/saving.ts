import { Dialog, showDialog } from "@jupyterlab/apputils";
import { ServerConnection, type ServiceManager } from "@jupyterlab/services";
import { addressOf } from "./address";
import type { Choice, FileState, GuardedDrive } from "./drive";
import { button } from "./elements";
import type { Notices } from "./notices";
import type { OpenNotebook } from "./open-notebook";
import { site } from "./site";
import { say } from "./words";

/** How long after the last change a notebook is saved. */
const QUIET_MS = 1500;
/** How long changes may wait when they do not stop: a chart that grows, say. */
const LATEST_MS = 15_000;

/** How often the file is looked at. */
const LOOK_MS = 4000;

/** HTTP's word for a full disk, or for a browser's storage. */
const NO_ROOM = 507;

/** What the status beside the title says of saving. */
export type SaveState = "saved" | "unsaved" | "saving" | "saveFailed";

/**
 * Saves by itself soon after each change, and keeps two tabs of one notebook apart. What fails is told
 * once, and tried again and again.
 *
 * @returns what saves at once all that is not saved yet; it never fails, `tell` says how it went
 */
export function keepSaved(
  notebook: OpenNotebook,
  drive: GuardedDrive,
  manager: ServiceManager,
  tell: (state: SaveState) => void,
  notices: Notices,
): () => Promise<void> {
  const { context } = notebook;
  const { model } = context;
  let timer: number | undefined;
  let firstChange: number | undefined;
  /** How many tries have failed since the last save. */
  let failures = 0;
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
    if (failures === 0) tell("saving");
    try {
      await context.save();
    } catch (error) {
      // Of most failures the drive has told; what the user has decided is none.
      if ((error as Error).name !== "ModalCancelError") failed();
    }
  };
  const failed = () => {
    failures++;
    tell("saveFailed");
  };
  const succeeded = () => {
    failures = 0;
    for (const kind of ["save", "file"] as const) notices.drop(kind);
    tell(model.dirty ? "unsaved" : "saved");
  };
  const later = () => {
    const now = Date.now();
    firstChange ??= now;
    const quiet = Math.min(QUIET_MS * 2 ** failures, LATEST_MS);
    const wait = Math.max(0, Math.min(quiet, firstChange + LATEST_MS - now));
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void save(), wait);
  };
  // After a save Jupyter takes all for saved, also what came while the file was on its way.
  let changedMeanwhile = false;
  const changed = () => {
    if (!model.dirty) return;
    changedMeanwhile = true;
    if (failures === 0) tell("unsaved");
    later();
  };
  model.contentChanged.connect(changed);
  model.stateChanged.connect(changed);
  context.saveState.connect((_, state) => {
    if (state === "started") changedMeanwhile = false;
    if (state !== "completed") return;
    if (changedMeanwhile) model.dirty = true;
    succeeded();
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
  drive.onFailure = (error) => {
    failed();
    const status = (error as { response?: Response }).response?.status;
    const [why, isRefused] = [error.message, status === 403];
    if (error instanceof ServerConnection.NetworkError) notices.note("server", say("serverGone"));
    else if (site && status === NO_ROOM) notices.note("save", say("storageFull"));
    else if (site) notices.note("save", say("saveTroubleInPage", { why }));
    else if (!isRefused) notices.note("save", say("saveTrouble", { why }));
  };
  /** A button that saves what is here in a way of its own. */
  const rescue = (label: "saveHere" | "saveOver" | "saveCopy", work: () => Promise<unknown>) =>
    button(
      say(label),
      say(label),
      async () => {
        try {
          await work();
        } catch (error) {
          drive.onFailure?.(error as Error);
        }
      },
      label,
    );
  const draft = () => ({ type: "notebook", format: "json", content: model.toJSON() }) as const;
  const leaveFor = (path: string) => {
    model.dirty = false;
    location.replace(addressOf(path));
  };
  const overwrite = async () => {
    await saving;
    drive.overwrite.add(context.path);
    model.dirty = true;
    await save();
  };
  const lost = ({ kind, why }: FileState) => {
    // The sentence about its new name says more.
    if (kind === "gone" && notices.has("renamed")) return;
    if (kind === "gone") notices.note("file", say("fileGone"), rescue("saveHere", overwrite));
    else
      notices.note(
        "file",
        say(site ? "fileDamagedInPage" : "fileDamaged", { why }),
        rescue("saveCopy", async () => leaveFor(await drive.saveCopy(context.path, draft()))),
        rescue("saveOver", overwrite),
      );
  };
  drive.onLost = (state) => {
    failed();
    lost(state);
  };
  const renamed = (name: string) => {
    const old = context.path;
    const go = async () => {
      try {
        if (model.dirty) await drive.saveRenamed(old, name, draft());
        leaveFor(name);
      } catch (error) {
        drive.onFailure?.(error as Error);
      }
    };
    notices.drop("file");
    notices.note(
      "renamed",
      say("fileRenamed", { name }),
      button(say("openThere"), say("openThere"), go, "openThere"),
      rescue("saveHere", async () => {
        await overwrite();
        notices.drop("renamed");
      }),
    );
  };
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
    const { path } = context;
    const known = drive.seen.get(path);
    const now = await drive.hashNow(path).catch(() => undefined);
    if (now === known) notices.drop("file");
    if (now === known || mayLose() || drive.seen.get(path) !== known) return;
    // Also when there was no answer: then this fails too, and the next look will tell.
    const state = await drive.stateOf(path);
    if (mayLose() || drive.renamedHere.has(path)) return;
    if (state.kind !== "notebook") return lost(state);
    await takeOver();
    notices.drop("file");
    notices.note("restored", say("restored"));
  };
  const lookAround = () => void look().catch(() => {});
  // The server tells of every save; a look now and then finds what other programs save.
  manager.events.stream.connect((_, event) => {
    const { action, path, source_path } = event as Record<string, unknown>;
    const isAbout = path === context.path && (action === "save" || action === "delete");
    if (isAbout) window.setTimeout(lookAround, 300);
    const isRenamed = action === "rename" && source_path === context.path;
    if (isRenamed && !drive.renamedHere.has(context.path)) renamed(path as string);
  });
  window.setInterval(() => {
    if (document.visibilityState === "visible") lookAround();
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
