import type { Contact } from "../../kernel-setup/kernel/web/contact";

/** A worker whose reader answers at once, and whose loops are counted: what a site may put in the place of the kernel's own. */
export const contact: Contact = {
  isInterrupted: () => (globalThis as { isStopped?: boolean }).isStopped === true,
  ask: (send) => {
    let question = 0;
    return (cell, { prompt, password }) => {
      send(cell, { type: "input", question: ++question, prompt, password });
      if (prompt === "refused?") return { refusal: "nobody is there" };
      return { value: `${question}: ${prompt}${password ? " (hidden)" : ""}` };
    };
  },
  // Each loop counts its turns.
  rewrites: (typescript) => [
    (context) => (file) => {
      const { factory } = typescript;
      const count = () =>
        factory.createExpressionStatement(
          factory.createPostfixIncrement(
            factory.createPropertyAccessExpression(factory.createIdentifier("globalThis"), "turns"),
          ),
        );
      const visit = (node: import("typescript").Node): import("typescript").Node => {
        const visited = typescript.visitEachChild(node, visit, context);
        if (!typescript.isForOfStatement(visited)) return visited;
        const { awaitModifier, initializer, expression, statement } = visited;
        const body = factory.createBlock([count(), statement]);
        return factory.updateForOfStatement(visited, awaitModifier, initializer, expression, body);
      };
      return typescript.visitNode(file, visit) as import("typescript").SourceFile;
    },
  ],
};
