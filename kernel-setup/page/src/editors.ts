import type { IYText } from "@jupyter/ydoc";
import {
  CodeMirrorEditorFactory,
  CodeMirrorMimeTypeService,
  EditorExtensionRegistry,
  EditorLanguageRegistry,
  EditorThemeRegistry,
  ybinding,
} from "@jupyterlab/codemirror";

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
    return EditorExtensionRegistry.createImmutableExtension(
      ybinding({ ytext: shared.ysource, undoManager }),
    );
  },
});

const factory = new CodeMirrorEditorFactory({ extensions, languages });

export const editors = {
  languages,
  mimeTypes: new CodeMirrorMimeTypeService(languages),
  newInlineEditor: factory.newInlineEditor,
};
