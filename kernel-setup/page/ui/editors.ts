import { EditorState, type Transaction } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import type { IYText } from "@jupyter/ydoc";
import {
  CodeMirrorEditorFactory,
  CodeMirrorMimeTypeService,
  EditorExtensionRegistry,
  EditorLanguageRegistry,
  EditorThemeRegistry,
  ybinding,
} from "@jupyterlab/codemirror";
import { say } from "./words";

/** What cells and code in texts are coloured as; build.mjs leaves the others out. */
const OFFERED =
  /^(none|JavaScript|TypeScript|JSX|TSX|JSON|Markdown|HTML|CSS|python|ipython|Shell)$/i;

const languages = new EditorLanguageRegistry();
for (const language of EditorLanguageRegistry.getDefaultLanguages()) {
  if (OFFERED.test(language.name)) languages.addLanguage(language);
}

const themes = new EditorThemeRegistry();
for (const theme of EditorThemeRegistry.getDefaultThemes()) themes.addTheme(theme);

const extensions = new EditorExtensionRegistry();
for (const extension of EditorExtensionRegistry.getDefaultExtensions({ themes })) {
  extensions.addExtension(extension);
}
// What is typed goes into the notebook's model, and back.
extensions.addExtension({
  name: "shared-model-binding",
  factory: ({ model }) => {
    const shared = model.sharedModel as IYText;
    const undoManager = shared.undoManager ?? undefined;
    return EditorExtensionRegistry.createImmutableExtension([
      ybinding({ ytext: shared.ysource, undoManager }),
      undoManager ? undoneTogether(() => undoManager.stopCapturing()) : [],
    ]);
  },
});
// Who hears the page is told what the field is; Jupyter leaves it without a name.
extensions.addExtension({
  name: "name-of-the-field",
  factory: () =>
    EditorExtensionRegistry.createImmutableExtension(
      EditorView.contentAttributes.of({ "aria-label": say("cellField") }),
    ),
});

/**
 * What is typed without a pause is undone together, what is deleted too; what is pasted, completed or
 * typed at another place is undone by itself.
 *
 * @param separate is called before each change that shall not be undone together with the last one
 */
function undoneTogether(separate: () => void) {
  let last = "";
  return EditorState.transactionExtender.of((transaction) => {
    const kind = kindOf(transaction);
    if (kind === undefined) return null;
    if (kind !== last || kind === "other") separate();
    last = kind;
    return null;
  });
}

function kindOf(transaction: Transaction): "typed" | "deleted" | "other" | undefined {
  const isOneOf = (...events: string[]) => events.some((event) => transaction.isUserEvent(event));
  if (!transaction.docChanged) return isOneOf("select") ? "other" : undefined;
  if (isOneOf("delete.backward", "delete.forward")) return "deleted";
  const isAtOnce = isOneOf("input.paste", "input.drop", "input.complete", "input.replace");
  return isOneOf("input") && !isAtOnce ? "typed" : "other";
}

const factory = new CodeMirrorEditorFactory({ extensions, languages });

/** What cells are typed in. */
export const editors = {
  languages,
  mimeTypes: new CodeMirrorMimeTypeService(languages),
  newInlineEditor: factory.newInlineEditor,
};
