import { Dialog, showDialog } from "@jupyterlab/apputils";
import type { CompletionHandler } from "@jupyterlab/completer";
import { NotebookActions } from "@jupyterlab/notebook";
import { CommandRegistry } from "@lumino/commands";
import { closeHelp, lookUp } from "./completion";
import type { OpenNotebook } from "./open-notebook";
import { dropWaiting } from "./running";
import { translator } from "./translator";
import { say } from "./words";

const NOTEBOOK = ".jp-Notebook";
const COMMAND = ".jp-Notebook.jp-mod-commandMode:not(.jp-mod-readWrite) :focus:not(:read-write)";
const COMMAND_ITSELF = ".jp-Notebook.jp-mod-commandMode:focus";
const EDIT = ".jp-Notebook.jp-mod-editMode";
const EDITOR = `${EDIT} .jp-InputArea-editor`;

/** What the toolbar and the keys do. */
export interface Actions {
  run(): Promise<unknown>;
  runAll(): Promise<unknown>;
  interrupt(): Promise<void>;
  restart(): Promise<boolean>;
  restartAndRunAll(): Promise<void>;
  addCell(): void;
  save(): Promise<void>;
}

/** Ends the kernel's process and starts another: also after it has died by itself. */
async function restartKernel({ context }: OpenNotebook): Promise<void> {
  const { sessionContext } = context;
  const kernel = sessionContext.session?.kernel;
  if (kernel && kernel.status !== "dead" && !kernel.isDisposed) {
    await sessionContext.restartKernel();
    return;
  }
  await sessionContext.changeKernel({ name: sessionContext.kernelPreference.name ?? "tslab" });
}

/** What buttons and keys do to an open notebook. */
export function makeActions(notebook: OpenNotebook): Actions {
  const { context, panel } = notebook;
  const { sessionContext } = context;
  const all = [panel.content, sessionContext, undefined, translator()] as const;
  const actions: Actions = {
    run: () => NotebookActions.runAndAdvance(...all),
    runAll: () => NotebookActions.runAll(...all),
    interrupt: async () => {
      dropWaiting(sessionContext);
      const kernel = sessionContext.session?.kernel;
      if (kernel && kernel.status !== "dead") await kernel.interrupt();
    },
    restart: async () => {
      const isDead = (sessionContext.session?.kernel?.status ?? "dead") === "dead";
      if (!isDead) {
        const asked = await showDialog({
          title: say("restart"),
          body: say("restartAsk"),
          buttons: [
            Dialog.cancelButton({ label: say("cancel") }),
            Dialog.warnButton({ label: say("restart") }),
          ],
        });
        if (!asked.button.accept) return false;
      }
      await restartKernel(notebook);
      return true;
    },
    restartAndRunAll: async () => {
      if (await actions.restart()) await actions.runAll();
    },
    addCell: () => {
      NotebookActions.insertBelow(panel.content);
      panel.content.mode = "edit";
    },
    save: async () => {
      try {
        await context.save();
        await context.createCheckpoint();
      } catch {
        // Why it could not be saved stands above the notebook. If it is saved, only its checkpoint is
        // not, where a link stands in its place.
      }
    },
  };
  return actions;
}

/** Jupyter's own shortcuts. */
export function addShortcuts(
  notebook: OpenNotebook,
  actions: Actions,
  completion: CompletionHandler,
): CommandRegistry {
  const { context, panel } = notebook;
  const { content } = panel;
  const { sessionContext } = context;
  const commands = new CommandRegistry();
  const trans = translator();
  const bind = (selector: string, keys: string[], execute: () => unknown) => {
    const command = `${keys.join("-")} in ${selector}`;
    commands.addCommand(command, { execute });
    commands.addKeyBinding({ command, keys, selector });
  };
  const command = (keys: string[], execute: () => unknown) => {
    for (const selector of [COMMAND, COMMAND_ITSELF]) bind(selector, keys, execute);
  };
  bind(NOTEBOOK, ["Shift Enter"], actions.run);
  bind(NOTEBOOK, ["Accel Enter"], () =>
    NotebookActions.run(content, sessionContext, undefined, trans),
  );
  bind(NOTEBOOK, ["Alt Enter"], () =>
    NotebookActions.runAndInsert(content, sessionContext, undefined, trans),
  );
  bind("body", ["Accel S"], actions.save);
  bind(EDIT, ["Escape"], () => {
    content.mode = "command";
  });
  // A cell's own history: the browser's would go letter by letter, and from cell to cell.
  bind(EDITOR, ["Accel Z"], () => content.activeCell?.editor?.undo());
  for (const keys of ["Accel Shift Z", "Accel Y"])
    bind(EDITOR, [keys], () => content.activeCell?.editor?.redo());
  bind(`body.jp-mod-tooltip ${EDIT}`, ["Escape"], closeHelp);
  bind(EDIT, ["Ctrl Shift -"], () => NotebookActions.splitCell(content));
  bind(`${EDIT} .jp-mod-completer-active`, ["Enter"], () => completion.completer.selectActive());
  bind(`${EDIT} .jp-CodeCell .jp-mod-completer-enabled`, ["Tab"], () => completion.invoke());
  bind(`${EDIT} .jp-CodeCell`, ["Shift Tab"], () => lookUp(panel));
  command(["Enter"], () => {
    content.mode = "edit";
  });
  command(["A"], () => NotebookActions.insertAbove(content));
  command(["B"], () => NotebookActions.insertBelow(content));
  command(["D", "D"], () => NotebookActions.deleteCells(content));
  command(["Z"], () => NotebookActions.undo(content));
  command(["Shift Z"], () => NotebookActions.redo(content));
  command(["X"], () => NotebookActions.cut(content));
  command(["C"], () => NotebookActions.copy(content));
  command(["V"], () => NotebookActions.paste(content));
  command(["M"], () => NotebookActions.changeCellType(content, "markdown"));
  command(["Y"], () => NotebookActions.changeCellType(content, "code"));
  command(["R"], () => NotebookActions.changeCellType(content, "raw"));
  command(["Shift M"], () => NotebookActions.mergeCells(content));
  command(["L"], () => toggleLines(notebook));
  command(["O"], () => NotebookActions.toggleOutput(content));
  command(["I", "I"], actions.interrupt);
  command(["0", "0"], actions.restart);
  for (const keys of ["ArrowUp", "K"]) command([keys], () => NotebookActions.selectAbove(content));
  for (const keys of ["ArrowDown", "J"])
    command([keys], () => NotebookActions.selectBelow(content));
  for (const keys of ["Shift ArrowUp", "Shift K"])
    command([keys], () => NotebookActions.extendSelectionAbove(content));
  for (const keys of ["Shift ArrowDown", "Shift J"])
    command([keys], () => NotebookActions.extendSelectionBelow(content));
  document.addEventListener("keydown", (event) => commands.processKeydownEvent(event), true);
  return commands;
}

const toggleLines = ({ panel }: OpenNotebook) =>
  NotebookActions.toggleAllLineNumbers(panel.content);
