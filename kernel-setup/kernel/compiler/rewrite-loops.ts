import type ts from "typescript";
import { LOOK } from "./looks";
import type { TypeScript } from "./typescript";

/** Rounds until the first look, and from one to the next: of loops that do no more than reckon. */
const LIGHT = { first: 4096, most: 4096 };

/** The same of those that call something, loop, or wait in each round: that may take any time. */
const HEAVY = { first: 64, most: 256 };

type Loop = ts.ForStatement | ts.WhileStatement | ts.DoStatement;
type EachLoop = ts.ForInStatement | ts.ForOfStatement;

/** The methods of promises that take a function for what has failed, and where. */
const HANDLER = new Map([
  ["catch", 0],
  ["then", 1],
]);

/** The code that the names of `rewriteLoops` are declared by, for what is no cell. */
export const declareLooks = (name: (word: string) => string): string =>
  `const ${name("look")} = globalThis[Symbol.for(${JSON.stringify(LOOK)})]; let ${name("calls")} = ${HEAVY.first};`;

interface Options {
  /** Makes of a word a name that stands nowhere else in the code. */
  name(word: string): string;
  /** Whether the code declares the names itself; otherwise somebody else does, by `declareLooks`. */
  declares: boolean;
  /** Whether an expression is known to be an array. */
  isArray?(node: ts.Expression): boolean;
}

/**
 * Makes loops and functions look now and then whether they shall stop. Counting is all that they do
 * in most rounds, and the call of the look stands outside of the loop that counts: V8 would take it for a
 * change of everything, and give up what makes loops fast.
 *
 * ```ts
 * { let i = 0; for (let rounds = 4096;; rounds = look.look(4096)) { let round = rounds; for (; round > 0 && i < n; round--, i++) … ; if (round > 0) break; } }
 * ```
 */
export function rewriteLoops(
  typescript: TypeScript,
  { name, declares, isArray }: Options,
): ts.TransformerFactory<ts.SourceFile> {
  const { factory, SyntaxKind, NodeFlags } = typescript;
  /** What hands over to code elsewhere. */
  const calls: ReadonlySet<ts.SyntaxKind> = new Set([
    SyntaxKind.CallExpression,
    SyntaxKind.NewExpression,
    SyntaxKind.TaggedTemplateExpression,
    SyntaxKind.SpreadElement,
    SyntaxKind.AwaitExpression,
    SyntaxKind.YieldExpression,
  ]);
  /** All that may take any time. */
  const slow: ReadonlySet<ts.SyntaxKind> = new Set([
    ...calls,
    SyntaxKind.ForOfStatement,
    SyntaxKind.ForInStatement,
    SyntaxKind.ForStatement,
    SyntaxKind.WhileStatement,
    SyntaxKind.DoStatement,
  ]);

  function get(word: string): ts.Identifier {
    return factory.createIdentifier(name(word));
  }

  function run(expression: ts.Expression): ts.Statement {
    return factory.createExpressionStatement(expression);
  }

  function variable(word: string, value: ts.Expression, flags = NodeFlags.Let): ts.Statement {
    return factory.createVariableStatement(undefined, list(word, value, flags));
  }

  function list(word: string, value: ts.Expression, flags = NodeFlags.Let) {
    const declaration = factory.createVariableDeclaration(name(word), undefined, undefined, value);
    return factory.createVariableDeclarationList([declaration], flags);
  }

  function lookMember(member: string): ts.PropertyAccessExpression {
    return factory.createPropertyAccessExpression(get("look"), member);
  }

  /** `look.look(most)` */
  function look(most: number): ts.Expression {
    const given = [factory.createNumericLiteral(most)];
    return factory.createCallExpression(lookMember("look"), undefined, given);
  }

  /** `--round < 0 && (round = look.look(most))` */
  function count(word: string, most: number): ts.Expression {
    return factory.createLogicalAnd(
      factory.createLessThan(
        factory.createPrefixDecrement(get(word)),
        factory.createNumericLiteral(0),
      ),
      factory.createAssignment(get(word), look(most)),
    );
  }

  /** `look.caught(thrown);` */
  function seen(thrown: ts.Expression): ts.Expression {
    return factory.createCallExpression(lookMember("caught"), undefined, [thrown]);
  }

  function modifiersOf(node: ts.Node): readonly ts.ModifierLike[] {
    return typescript.canHaveModifiers(node) ? (node.modifiers ?? []) : [];
  }

  /** Whether a node, or one that runs with it and not in a function in it, is of some kinds. */
  function has(node: ts.Node, kinds: ReadonlySet<ts.SyntaxKind>): boolean {
    if (typescript.isFunctionLike(node)) return false;
    return kinds.has(node.kind) || hasBelow(node, kinds);
  }

  function hasBelow(node: ts.Node, kinds: ReadonlySet<ts.SyntaxKind>): boolean {
    return typescript.forEachChild(node, (child) => has(child, kinds) || undefined) ?? false;
  }

  /** Whether there is a function in it, which may keep a variable of one round. */
  function hasFunction(node: ts.Node): boolean {
    return (
      typescript.isFunctionLike(node) ||
      typescript.isClassLike(node) ||
      (typescript.forEachChild(node, (child) => hasFunction(child) || undefined) ?? false)
    );
  }

  function hasOwnVariables({ initializer }: ts.ForStatement | EachLoop): boolean {
    return (
      initializer !== undefined &&
      typescript.isVariableDeclarationList(initializer) &&
      (initializer.flags & NodeFlags.BlockScoped) !== 0
    );
  }

  return (context) => {
    function visit<T extends ts.Node | undefined>(node: T): T {
      return typescript.visitNode(node, rewrite) as T;
    }

    function body(node: ts.Statement): ts.Statement {
      return typescript.visitIterationBody(node, rewrite, context);
    }

    function rewrite(node: ts.Node): ts.Node {
      if (typescript.isLabeledStatement(node)) return labelled(node);
      if (isLoop(node) || isEachLoop(node)) return loop(node, (inner) => inner);
      const visited = typescript.visitEachChild(node, rewrite, context);
      if (typescript.isTryStatement(visited)) return attempt(visited);
      if (typescript.isCallExpression(visited)) return call(visited);
      if (!typescript.isFunctionLike(visited)) return visited;
      // One that calls nothing cannot call itself.
      const counting = hasBelow(node, calls) ? [count("calls", HEAVY.most)] : [];
      const isAsync = modifiersOf(visited).some(({ kind }) => kind === SyntaxKind.AsyncKeyword);
      return wrapped(visited, counting, isAsync && hasBelow(node, slow));
    }

    function isLoop(node: ts.Node): node is Loop {
      return (
        typescript.isForStatement(node) ||
        typescript.isWhileStatement(node) ||
        typescript.isDoStatement(node)
      );
    }

    function isEachLoop(node: ts.Node): node is EachLoop {
      return typescript.isForInStatement(node) || typescript.isForOfStatement(node);
    }

    /** A label stays with its loop: `continue` may name it. */
    function labelled(node: ts.LabeledStatement): ts.Node {
      const labels = [node];
      let inner = node.statement;
      while (typescript.isLabeledStatement(inner)) {
        labels.push(inner);
        inner = inner.statement;
      }
      if (!isLoop(inner) && !isEachLoop(inner)) {
        return typescript.visitEachChild(node, rewrite, context);
      }
      return loop(inner, (made) =>
        labels.reduceRight(
          (statement, each) => factory.updateLabeledStatement(each, each.label, statement),
          made,
        ),
      );
    }

    function loop(node: Loop | EachLoop, label: (loop: ts.Statement) => ts.Statement): ts.Node {
      if (isEachLoop(node)) {
        return isShort(node)
          ? label(withBody(node, body(node.statement)))
          : lookInside(node, label);
      }
      const keepsRounds =
        typescript.isForStatement(node) && hasOwnVariables(node) && hasFunction(node);
      return keepsRounds ? lookInside(node, label) : lookOutside(node, label);
    }

    /** Whether it goes over what is there, which cannot grow meanwhile, and does little with it. */
    function isShort({ kind, expression, statement }: EachLoop): boolean {
      if (has(statement, slow)) return false;
      if (kind === SyntaxKind.ForInStatement) return true;
      const hasPlaces = has(statement, new Set([SyntaxKind.ElementAccessExpression]));
      return !hasPlaces && isArray?.(expression) === true;
    }

    /** `{ let round = 64; for (…) { --round < 0 && (round = look.look(256)); … } }` */
    function lookInside(
      node: ts.ForStatement | EachLoop,
      label: (loop: ts.Statement) => ts.Statement,
    ): ts.Node {
      const { first, most } = HEAVY;
      const counting = run(count("round", most));
      const inner = body(node.statement);
      const statement = typescript.isBlock(inner)
        ? factory.updateBlock(inner, [counting, ...inner.statements])
        : factory.createBlock([counting, inner]);
      return factory.createBlock([
        variable("round", factory.createNumericLiteral(first)),
        label(withBody(node, statement)),
      ]);
    }

    function withBody(node: ts.ForStatement | EachLoop, statement: ts.Statement): ts.Statement {
      if (typescript.isForStatement(node)) {
        return factory.updateForStatement(
          node,
          visit(node.initializer),
          visit(node.condition),
          visit(node.incrementor),
          statement,
        );
      }
      const [initializer, expression] = [visit(node.initializer), visit(node.expression)];
      return typescript.isForInStatement(node)
        ? factory.updateForInStatement(node, initializer, expression, statement)
        : factory.updateForOfStatement(
            node,
            node.awaitModifier,
            initializer,
            expression,
            statement,
          );
    }

    /** The loop in another one, which looks whenever the inner one has gone so many rounds. */
    function lookOutside(node: Loop, label: (loop: ts.Statement) => ts.Statement): ts.Node {
      const { first, most } = isHeavyRound(node) ? HEAVY : LIGHT;
      const isLeft = factory.createGreaterThan(get("round"), factory.createNumericLiteral(0));
      const outer = factory.createForStatement(
        list("rounds", factory.createNumericLiteral(first)),
        undefined,
        factory.createAssignment(get("rounds"), look(most)),
        factory.createBlock([
          variable("round", get("rounds")),
          label(counted(node)),
          factory.createIfStatement(isLeft, factory.createBreakStatement()),
        ]),
      );
      if (!typescript.isForStatement(node) || node.initializer === undefined) return outer;
      const initializer = visit(node.initializer);
      const begin = typescript.isVariableDeclarationList(initializer)
        ? factory.createVariableStatement(undefined, initializer)
        : run(initializer);
      const statement = typescript.setTextRange(begin, node.initializer);
      return factory.createBlock([statement, outer]);
    }

    function isHeavyRound(node: Loop): boolean {
      const parts = typescript.isForStatement(node)
        ? [node.condition, node.incrementor, node.statement]
        : [node.expression, node.statement];
      return parts.some((part) => part !== undefined && has(part, slow));
    }

    function counted(node: Loop): ts.Statement {
      const isLeft = factory.createGreaterThan(get("round"), factory.createNumericLiteral(0));
      if (typescript.isDoStatement(node)) {
        // What follows a round is asked first: it is asked once a round.
        const less = factory.createGreaterThan(
          factory.createPrefixDecrement(get("round")),
          factory.createNumericLiteral(0),
        );
        const again = factory.createLogicalAnd(visit(node.expression), less);
        return factory.updateDoStatement(node, body(node.statement), again);
      }
      const less = factory.createPostfixDecrement(get("round"));
      if (typescript.isWhileStatement(node)) {
        const made = factory.createForStatement(
          undefined,
          factory.createLogicalAnd(isLeft, visit(node.expression)),
          less,
          body(node.statement),
        );
        return typescript.setTextRange(typescript.setOriginalNode(made, node), node);
      }
      const [condition, incrementor] = [visit(node.condition), visit(node.incrementor)];
      return factory.updateForStatement(
        node,
        undefined,
        condition === undefined ? isLeft : factory.createLogicalAnd(isLeft, condition),
        incrementor === undefined ? less : factory.createComma(less, incrementor),
        body(node.statement),
      );
    }

    /**
     * A function that looks, once in many calls, before it does anything. An async one that is ended
     * never settles, as where it is cut off from outside: what waits for it is to end, too.
     */
    function wrapped(node: ts.SignatureDeclaration, first: ts.Expression[], isAsync: boolean) {
      const { body } = node as ts.FunctionLikeDeclaration;
      if (body === undefined || (first.length === 0 && !isAsync)) return node;
      let made: ts.ConciseBody;
      if (isAsync) {
        const statements = typescript.isBlock(body) ? body.statements : [returned(body)];
        const at = prologueEnd(statements);
        const guarded = unsettled([...first.map(run), ...statements.slice(at)]);
        const block = factory.createBlock([...statements.slice(0, at), guarded]);
        made = typescript.setTextRange(block, body);
      } else if (typescript.isBlock(body)) {
        made = factory.updateBlock(body, behindPrologue(body.statements, first.map(run)));
      } else {
        made = factory.createComma(first[0], body);
      }
      return typescript.visitEachChild(node, (child) => (child === body ? made : child), context);
    }

    function returned(value: ts.Expression): ts.Statement {
      return typescript.setTextRange(factory.createReturnStatement(value), value);
    }

    /** `try { … } catch (thrown) { if (look.isEnd(thrown)) await look.never(); throw thrown; }` */
    function unsettled(statements: readonly ts.Statement[]): ts.Statement {
      const isEnd = factory.createCallExpression(lookMember("isEnd"), undefined, [get("thrown")]);
      const never = factory.createCallExpression(lookMember("never"), undefined, []);
      const handler = factory.createBlock([
        factory.createIfStatement(isEnd, run(factory.createAwaitExpression(never))),
        factory.createThrowStatement(get("thrown")),
      ]);
      const thrown = factory.createVariableDeclaration(name("thrown"));
      const clause = factory.createCatchClause(thrown, handler);
      return factory.createTryStatement(factory.createBlock(statements), clause, undefined);
    }

    /** `try { … } catch (e) { look.caught(e); … } finally { if (!look.isEnding) { … } }` */
    function attempt(node: ts.TryStatement): ts.TryStatement {
      const { tryBlock, catchClause, finallyBlock } = node;
      const goesOn = factory.createLogicalNot(lookMember("isEnding"));
      return factory.updateTryStatement(
        node,
        tryBlock,
        catchClause && clause(catchClause),
        finallyBlock && factory.createBlock([factory.createIfStatement(goesOn, finallyBlock)]),
      );
    }

    function clause(node: ts.CatchClause): ts.CatchClause {
      const { variableDeclaration, block } = node;
      const bound = variableDeclaration?.name;
      const isName = bound !== undefined && typescript.isIdentifier(bound);
      const thrown = isName ? bound : get("thrown");
      const begin = [run(seen(thrown))];
      if (bound !== undefined && !isName) {
        const taken = factory.createVariableDeclaration(bound, undefined, undefined, thrown);
        const taking = factory.createVariableDeclarationList([taken], NodeFlags.Let);
        begin.push(factory.createVariableStatement(undefined, taking));
      }
      return factory.updateCatchClause(
        node,
        isName ? variableDeclaration : factory.createVariableDeclaration(thrown),
        factory.updateBlock(block, [...begin, ...block.statements]),
      );
    }

    /** What is written into the call of `catch` or `then` for a failure does not take an end for one. */
    function call(node: ts.CallExpression): ts.CallExpression {
      const { expression, arguments: given } = node;
      if (!typescript.isPropertyAccessExpression(expression)) return node;
      const at = HANDLER.get(expression.name.text) ?? given.length;
      const handler = given[at];
      const made = handler && handling(handler);
      if (made === undefined) return node;
      const values = given.with(at, made);
      return typescript.isCallChain(node)
        ? factory.updateCallChain(node, expression, node.questionDotToken, undefined, values)
        : factory.updateCallExpression(node, expression, undefined, values);
    }

    function handling(node: ts.Expression): ts.Expression | undefined {
      if (!typescript.isArrowFunction(node) && !typescript.isFunctionExpression(node)) return;
      const [parameter, ...others] = node.parameters;
      const bound = parameter?.name;
      if (parameter?.dotDotDotToken !== undefined) return undefined;
      if (bound !== undefined && !typescript.isIdentifier(bound)) return undefined;
      const thrown = bound ?? get("thrown");
      const taken =
        parameter ?? factory.createParameterDeclaration(undefined, undefined, name("thrown"));
      const { modifiers, body } = node;
      if (typescript.isFunctionExpression(node)) {
        return factory.updateFunctionExpression(
          node,
          modifiers,
          node.asteriskToken,
          node.name,
          undefined,
          [taken, ...others],
          undefined,
          factory.updateBlock(node.body, behindPrologue(node.body.statements, [run(seen(thrown))])),
        );
      }
      return factory.updateArrowFunction(
        node,
        modifiers,
        undefined,
        [taken, ...others],
        undefined,
        node.equalsGreaterThanToken,
        typescript.isBlock(body)
          ? factory.updateBlock(body, behindPrologue(body.statements, [run(seen(thrown))]))
          : factory.createComma(seen(thrown), body),
      );
    }

    function prologueEnd(statements: readonly ts.Statement[]): number {
      const found = statements.findIndex((each) => !typescript.isPrologueDirective(each));
      return found < 0 ? statements.length : found;
    }

    /** Statements with others before all but the directives. */
    function behindPrologue(
      statements: readonly ts.Statement[],
      put: readonly ts.Statement[],
    ): ts.Statement[] {
      const at = prologueEnd(statements);
      return [...statements.slice(0, at), ...put, ...statements.slice(at)];
    }

    return (file) => {
      const rewritten = typescript.visitEachChild(file, rewrite, context);
      if (!declares) return rewritten;
      const symbol = factory.createCallExpression(
        factory.createPropertyAccessExpression(factory.createIdentifier("Symbol"), "for"),
        undefined,
        [factory.createStringLiteral(LOOK)],
      );
      const found = factory.createElementAccessExpression(
        factory.createIdentifier("globalThis"),
        symbol,
      );
      const begin = [
        variable("look", found, NodeFlags.Const),
        variable("calls", factory.createNumericLiteral(HEAVY.first)),
      ];
      return factory.updateSourceFile(rewritten, behindPrologue(rewritten.statements, begin));
    };
  };
}
