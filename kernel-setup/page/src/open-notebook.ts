import { SessionContextDialogs } from "@jupyterlab/apputils";
import { Context } from "@jupyterlab/docregistry";
import { createMarkdownParser } from "@jupyterlab/markedparser-extension";
import {
  type INotebookModel,
  NotebookModelFactory,
  NotebookPanel,
  NotebookWidgetFactory,
  runCell,
  StaticNotebook,
  setCellExecutor,
} from "@jupyterlab/notebook";
import { RenderMimeRegistry, standardRendererFactories } from "@jupyterlab/rendermime";
import type { ServiceManager } from "@jupyterlab/services";
import { editors } from "./editors";
import { math } from "./math";
import { translator } from "./translator";

setCellExecutor({ runCell });

/** A notebook that is open in the page. */
export interface OpenNotebook {
  context: Context<INotebookModel>;
  panel: NotebookPanel;
}

/** Opens a notebook, with the kernel it has or a new one. */
export function openNotebook(manager: ServiceManager, path: string): OpenNotebook {
  const trans = translator();
  const rendermime = new RenderMimeRegistry({
    initialFactories: standardRendererFactories,
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
    factory: new NotebookModelFactory({ disableDocumentWideUndoRedo: false }),
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
  const panel = factory.createNew(context);
  panel.toolbar.hide();
  void context.initialize(false);
  return { context, panel };
}
