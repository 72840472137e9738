import {
  Completer,
  CompleterModel,
  CompletionHandler,
  ContextCompleterProvider,
  KernelCompleterProvider,
  ProviderReconciliator,
} from "@jupyterlab/completer";
import type { NotebookPanel } from "@jupyterlab/notebook";
import { Tooltip } from "@jupyterlab/tooltip";
import { Widget } from "@lumino/widgets";

/** Completion with Tab, from the kernel and from the words of the notebook. */
export function addCompletion(panel: NotebookPanel): CompletionHandler {
  const completer = new Completer({ model: new CompleterModel(), showDoc: true });
  const reconciliator = () =>
    new ProviderReconciliator({
      context: {
        widget: panel,
        editor: panel.content.activeCell?.editor ?? null,
        session: panel.sessionContext.session,
        sanitizer: panel.content.rendermime.sanitizer,
      },
      providers: [new KernelCompleterProvider(), new ContextCompleterProvider()],
      // The first answer takes long on a slow machine; without it Tab would do nothing at all.
      timeout: 20_000,
    });
  const handler = new CompletionHandler({ completer, reconciliator: reconciliator() });
  const follow = async () => {
    const cell = panel.content.activeCell;
    await cell?.ready;
    handler.editor = cell?.editor ?? null;
    handler.reconciliator = reconciliator();
  };
  panel.content.activeCellChanged.connect(() => void follow());
  panel.sessionContext.sessionChanged.connect(() => void follow());
  void panel.context.ready.then(follow);
  completer.hide();
  Widget.attach(completer, document.body);
  return handler;
}

let tooltip: Tooltip | undefined;

/** What the kernel knows of the name at the cursor (Shift+Tab). */
export async function lookUp(panel: NotebookPanel): Promise<void> {
  tooltip?.dispose();
  const cell = panel.content.activeCell;
  const kernel = panel.sessionContext.session?.kernel;
  if (cell?.model.type !== "code" || !cell.editor || !kernel) return;
  const { editor } = cell;
  const code = editor.model.sharedModel.getSource();
  const at = editor.getOffsetAt(editor.getCursorPosition());
  const reply = await kernel.requestInspect({
    code,
    // The protocol counts characters, the editor counts UTF-16 units.
    cursor_pos: [...code.slice(0, at)].length,
    detail_level: 0,
  });
  const { content } = reply;
  if (content.status !== "ok" || !content.found || editor.isDisposed) return;
  // Whoever has typed on or gone elsewhere meanwhile does not want it any more.
  const hasMoved = editor.getOffsetAt(editor.getCursorPosition()) !== at;
  if (hasMoved || editor.model.sharedModel.getSource() !== code || !editor.hasFocus()) return;
  const help = new Tooltip({
    anchor: panel.content,
    bundle: content.data as Record<string, string>,
    editor,
    rendermime: panel.content.rendermime,
  });
  tooltip = help;
  // The editor keeps the focus: the next key closes the help, and is typed. Only after a click into the
  // help, to scroll in it or copy from it, is the focus there.
  help.node.addEventListener("keydown", (event) => {
    if (STAYS.test(event.key) || event.ctrlKey || event.metaKey) return;
    help.dispose();
    editor.focus();
    if (event.key === "Escape") event.preventDefault();
  });
  Widget.attach(help, document.body);
}

/** Keys that help to read. */
const STAYS = /^(Arrow|Page|Home$|End$|Control$|Meta$|Alt$|Shift$)/;

/** Closes the help, as Escape does. */
export function closeHelp(): void {
  tooltip?.dispose();
}
