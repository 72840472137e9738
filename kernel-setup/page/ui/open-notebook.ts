import type { YNotebook } from "@jupyter/ydoc";
import { SessionContextDialogs } from "@jupyterlab/apputils";
import { Context } from "@jupyterlab/docregistry";
import { createMarkdownParser } from "@jupyterlab/markedparser-extension";
import {
  type INotebookModel,
  NotebookModelFactory,
  NotebookPanel,
  NotebookWidgetFactory,
  StaticNotebook,
  setCellExecutor,
} from "@jupyterlab/notebook";
import { RenderMimeRegistry } from "@jupyterlab/rendermime";
import type { ServiceManager } from "@jupyterlab/services";
import { editors } from "./editors";
import { math } from "./math";
import { keepWholeCharacters } from "./outputs";
import { keepTurns, runInTurn } from "./running";
import { rendererFactories } from "./safe-outputs";
import { translator } from "./translator";

setCellExecutor({ runCell: runInTurn });
keepWholeCharacters();

/** A notebook that is open in the page. */
export interface OpenNotebook {
  context: Context<INotebookModel>;
  panel: NotebookPanel;
}

/** Opens a notebook, with the kernel it has or a new one. */
export function openNotebook(manager: ServiceManager, path: string): OpenNotebook {
  const trans = translator();
  const rendermime = new RenderMimeRegistry({
    initialFactories: rendererFactories(),
    latexTypesetter: math,
    markdownParser: createMarkdownParser(editors.languages),
    translator: trans,
  });
  const contentFactory = new NotebookPanel.ContentFactory({
    editorFactory: editors.newInlineEditor,
  });
  const factory = new NotebookWidgetFactory({
    name: "Notebook",
    modelName: "notebook",
    fileTypes: ["notebook"],
    defaultFor: ["notebook"],
    preferKernel: true,
    canStartKernel: true,
    autoStartDefault: true,
    rendermime,
    contentFactory,
    mimeTypeService: editors.mimeTypes,
    notebookConfig: {
      ...StaticNotebook.defaultNotebookConfig,
      // All cells are in the page: it can be searched and printed, and charts stay.
      windowingMode: "none",
      scrollPastEnd: false,
      showInputPlaceholder: false,
    },
    toolbarFactory: () => [],
    translator: trans,
  });
  const context = new Context<INotebookModel>({
    manager,
    // Each cell has a history of its own. With one for all of the notebook, ydoc takes what the page
    // writes into a cell's outputs for somebody else's change, and writes it once more.
    factory: new NotebookModelFactory({ disableDocumentWideUndoRedo: true }),
    path,
    kernelPreference: {
      shouldStart: true,
      canStart: true,
      autoStartDefault: true,
      shutdownOnDispose: false,
    },
    sessionDialogs: new SessionContextDialogs({ translator: trans }),
    translator: trans,
  });
  // What is done with cells is taken back one by one, however quickly it was done.
  (context.model.sharedModel as YNotebook).undoManager.captureTimeout = 0;
  keepTurns(context.sessionContext);
  const panel = factory.createNew(context);
  panel.toolbar.hide();
  void context.initialize(false);
  return { context, panel };
}
