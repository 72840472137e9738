import { inspect } from "node:util";
import { expect } from "chai";
import ts from "typescript";

/** Rewrites `expr; // value` into a recorded pair of the value and the text it is said to have. */
function instrument(code: string): string {
  const source = ts.createSourceFile("example.ts", code, ts.ScriptTarget.Latest, true);
  const out = source.statements.map((statement) => {
    const end = statement.getEnd();
    const said = /^[ \t]*\/\/ ?(.*)/.exec(code.slice(end))?.[1];
    if (said === undefined || !ts.isExpressionStatement(statement)) return statement.getText();
    return `__record(() => (${statement.expression.getText()}), ${JSON.stringify(said.trim())});`;
  });
  return ts.transpileModule(out.join("\n"), {
    compilerOptions: { target: ts.ScriptTarget.ES2022 },
  }).outputText;
}

const whole = { depth: 10, breakLength: Number.POSITIVE_INFINITY };
/** Quotes and white space do not matter, every other character does. */
const plain = (text: string) =>
  text
    .replaceAll("'", '"')
    .replace(/\s*([[\]{}])\s*/g, "$1")
    .replace(/\s+/g, " ");
const texts = (value: unknown) => [inspect(value, whole), String(value), JSON.stringify(value)];

/**
 * Runs an example and compares every value with what the example says of it.
 *
 * @param scope The names that the example uses without importing them.
 * @returns how many values the example stated
 */
export function runExample(code: string, scope: Record<string, unknown>): number {
  let stated = 0;
  const record = (run: () => unknown, said: string) => {
    stated++;
    if (said.startsWith("throws ")) {
      expect(run).to.throw(Error, said.slice("throws ".length));
      return;
    }
    expect(
      texts(run()).map((text) => plain(`${text}`)),
      code,
    ).to.include(plain(said));
  };
  new Function("__record", ...Object.keys(scope), instrument(code))(
    record,
    ...Object.values(scope),
  );
  return stated;
}
