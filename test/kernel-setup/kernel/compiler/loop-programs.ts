/** Programs with loops of all kinds. Each is a cell that fills `out`, and may end by an error. */

/** Loops, each with `BODY` for what is done in a round, in which `x` is a number that goes up from 0. */
const LOOPS: Record<string, string> = {
  "for let": "for (let x = 0; x < 5; x++) BODY",
  "for let down to zero, two variables": "for (let x = 0, left = 5; left > 0; x++, left--) BODY",
  "for var": "for (var x = 0; x < 5; x++) BODY",
  "for without a declaration": "let x: number;\nfor (x = 0; x < 5; x++) BODY",
  "for without a head": "let x = -1;\nfor (;;) { if (++x >= 5) break; BODY }",
  "for without an end": "for (let x = 0; x < 5;) { try { BODY } finally { x++; } }",
  "for with a comma condition": "for (let x = 0; out.push('?'), x < 5; out.push('+'), x++) BODY",
  "for with ?? and ||": "let no: boolean | undefined;\nfor (let x = 0; no ?? x < 5; x += 1) BODY",
  "for with ?:": "for (let x = 0; x < 2 ? true : x < 5; x++) BODY",
  "for with an assignment": "let x = 0, go: boolean;\nfor (; go = x < 5; x++) BODY",
  while: "let x = -1;\nwhile (++x < 5) BODY",
  "while ||": "let x = -1;\nwhile (++x < 2 || x < 5) BODY",
  "while a call": "let x = -1;\nconst goes = () => ++x < 5;\nwhile (goes()) BODY",
  do: "let x = -1;\ndo { if (++x >= 5) break; BODY } while (true);",
  "do with an end": "let x = 0;\ndo { try { BODY } finally { x++; } } while (x < 5);",
  "do with a comma":
    "let x = 0;\ndo { try { BODY } finally { x++; } } while (out.push('?'), x < 5);",
  "for-of an array": "for (const x of [0, 1, 2, 3, 4]) BODY",
  "for-of let": "for (let x of [0, 1, 2, 3, 4]) BODY",
  "for-of var": "for (var x of [0, 1, 2, 3, 4]) BODY",
  "for-of a variable": "let x: number;\nfor (x of [0, 1, 2, 3, 4]) BODY",
  "for-of entries":
    "for (const [x, { length }] of ['', 'a', 'bb'].entries()) { out.push(length); BODY }",
  "for-of with a default":
    "for (const { x = 7 } of [{ x: 0 }, {}, { x: 2 }] as { x?: number }[]) BODY",
  "for-of a generator":
    "function* all() { try { yield 0; yield 1; yield 2; yield 3; } finally { out.push('closed'); } }\nfor (const x of all()) BODY",
  "for-of a set that grows":
    "const set = new Set([0]);\nfor (const x of set) { if (x < 4) set.add(x + 1); BODY }",
  "for-in": "for (const key in [7, 7, 7, 7]) { const x = Number(key); BODY }",
  "for-in var": "for (var key in { 0: 1, 1: 1, 2: 1 }) { const x = +key; BODY }",
};

/** What is done in a round. */
const BODIES: Record<string, string> = {
  little: "out.push(x);",
  nothing: ";",
  "only reckons": "sum += x;",
  "a block": "{ const twice = 2 * x; sum += twice; out.push(sum); }",
  "keeps the round": "{ later.push(() => x); }",
  "goes on early": "{ if (x === 1) continue; out.push(x); }",
  "ends early": "{ out.push(x); if (x === 2) break; }",
  "goes on through finally":
    "{ try { if (x % 2 === 0) continue; out.push(x); } finally { out.push('f'); } }",
  "ends through finally": "{ try { if (x === 2) break; } finally { out.push(x); } }",
  "catches without a name": "{ try { if (x > 1) throw x; out.push(x); } catch { out.push('c'); } }",
  "catches with a pattern":
    "{ try { throw new RangeError('r' + x); } catch ({ name, message }: any) { out.push(name, message); } }",
  "throws on": "{ out.push(x); if (x === 2) throw new Error('at ' + x); }",
  "loops inside":
    "{ for (let y = 0; y < 3; y++) { if (y === x) continue; if (y > x) break; out.push(x * 10 + y); } }",
  switches:
    "{ switch (x) { case 1: out.push('one'); case 2: continue; case 3: break; default: out.push(x); } }",
};

/** Around the loops: the places at which code can stand. `LOOP` is on lines of its own. */
const PLACES: Record<string, string> = {
  "at the top": "LOOP",
  "in a function": "function go() {\nLOOP\n}\ngo();",
  "in a strict function": "function go() {\n'use strict';\nLOOP\n}\ngo();",
  "in an async function": "async function go() {\nLOOP\n}\nawait go();",
  "in a generator":
    "function* go(): Generator<number> {\nLOOP\nyield 1;\n}\nfor (const y of go()) out.push(y);",
};

/** Programs of their own. */
export const SINGLE_PROGRAMS: Record<string, string> = {
  "continue with a label": `outer: for (let x = 0; x < 4; x++) {
  for (let y = 0; y < 4; y++) { if (y === x) continue outer; out.push([x, y]); }
}`,
  "break with a label": `outer: for (let x = 0; x < 4; x++) {
  for (let y = 0; ; y++) { if (y === x) break; if (x === 3) break outer; out.push([x, y]); }
}`,
  "labels of all kinds of loops": `let n = 0;
a: do { b: while (true) { c: for (const k in { p: 1, q: 2 }) { for (;;) { if (n++ % 3 === 0) continue c; if (n > 9) break a; continue b; } } break; } } while (n < 50);
out.push(n);`,
  "two labels":
    "a: b: for (let x = 0; x < 5; x++) { if (x === 1) continue a; if (x === 3) break b; out.push(x); }",
  "a label of a block":
    "a: { for (let x = 0; ; x++) { if (x === 3) break a; out.push(x); } }\nout.push('end');",
  "a label of a for-of":
    "a: for (const x of [1, 2, 3]) { for (const y of [1, 2, 3]) { if (y === 2) continue a; if (x === 3) break a; out.push(x, y); } }",
  "a label of do":
    "let x = 0;\na: do { x++; for (;;) { if (x < 3) continue a; break a; } } while (x < 10);\nout.push(x);",
  "closures of each round":
    "const fs: (() => number)[] = [];\nfor (let x = 0; x < 4; x++) { fs.push(() => x++); }\nout.push(fs.map((f) => f()), fs.map((f) => f()));",
  "closures in the head":
    "const fs: (() => number)[] = [];\nfor (let x = 0, f = () => x; x < 3; x++, fs.push(f)) fs.push(() => x);\nout.push(fs.map((f) => f()));",
  "closures in the condition":
    "const fs: (() => number)[] = [];\nfor (let x = 0; fs.push(() => x), x < 3; x++);\nout.push(fs.map((f) => f()));",
  "closures of var":
    "const fs: (() => number)[] = [];\nfor (var x = 0; x < 3; x++) fs.push(() => x);\nout.push(fs.map((f) => f()));",
  "classes of each round":
    "const Cs: (new () => { v: number })[] = [];\nfor (let x = 0; x < 3; x++) { Cs.push(class { v = x; }); }\nout.push(Cs.map((C) => new C().v));",
  "a variable of the same name inside": "for (let x = 0; x < 3; x++) { let x = 9; out.push(x); }",
  "a head's variable reads one outside":
    "const y = 3;\nfor (let x = y; x > 0; x--) { const y = x * 2; out.push(y); }",
  "a head's variable reads itself too early":
    "for (let x = eval('x') as number; x < 2; x++) out.push(x);",
  "var is hoisted":
    "const kind = () => typeof late;\nout.push(kind());\nfor (var late = 0; late < 2; late++);\nout.push(late);",
  "var in a body is hoisted":
    "function go() { const see = () => out.push(seen); see(); while (true) { var seen = 5; break; } see(); }\ngo();",
  "a function in a body":
    "for (let x = 0; x < 2; x++) { function inner() { return x; } out.push(inner()); }",
  "const in a head": "for (const end = 3; ;) { out.push(end); break; }",
  "const in a head is constant":
    "for (const end: any = { v: 0 }; end.v < 3; end.v++) out.push(end.v);",
  "destructuring in a head":
    "for (let [a, b] = [0, 10], { c } = { c: 5 }; a < b; a += c, b -= 1) out.push([a, b, c]);",
  "destructuring by assignment":
    "let a = 0, b = 1;\nfor (; a < 30; [a, b] = [b, a + b]) out.push(a);",
  "destructuring of what is none": "for (const { a } of [{ a: 1 }, undefined as any]) out.push(a);",
  "for-of what cannot be looped over": "for (const x of 5 as any) out.push(x);",
  "for-of what stops half way":
    "for (const x of { *[Symbol.iterator]() { yield 1; throw new TypeError('half'); } }) out.push(x);",
  "an iterator that is closed":
    "const it = { [Symbol.iterator]() { let n = 0; return { next: () => ({ value: n++, done: false }), return() { out.push('return'); return {} as any; } }; } };\nfor (const x of it) { if (x === 2) break; out.push(x); }",
  "an iterator that is closed by an error":
    "const it = { [Symbol.iterator]() { return { next: () => ({ value: 1, done: false }), return() { out.push('return'); if (out.length > 0) throw new Error('lost'); return { value: 1, done: true }; } }; } };\ntry { for (const x of it) throw new Error('kept'); } catch (e: any) { out.push(e.message); }",
  "a property as the variable":
    "const o = { p: 0 };\nfor (o.p = 1; o.p < 4; o.p++) out.push(o.p);\nfor (o.p of [7, 8]) out.push(o.p);",
  "an element as the variable":
    "const o: number[] = [];\nfor (o[0] of [7, 8]) out.push(o[0]);\nfor (o[1] = 0; o[1] < 2; ++o[1]);\nout.push(o);",
  "an empty body":
    "let n = 0;\nfor (; n < 10; n++);\nwhile (n-- > 0);\ndo ; while (n++ < 3);\nout.push(n);",
  "a loop is the branch of an if":
    "for (const y of [1, 2])\n  if (y === 1) for (let x = 0; x < 2; x++) out.push(x);\n  else while (out.length < 5) out.push('e');",
  "a loop is the body of a loop":
    "for (let x = 0; x < 2; x++) for (let y = 0; y < 2; y++) for (const z of [1]) while (out.length < 4) do out.push([x, y, z]); while (false);",
  "loops in a switch":
    "switch (1 as number) { case 1: for (let x = 0; x < 2; x++) out.push(x); case 2: while (out.length < 4) out.push('w'); break; default: for (;;); }",
  "a return out of loops":
    "function go() { for (let x = 0; ; x++) { while (true) { do { for (const y of [1]) { if (x === 2) return x + y; } } while (false); break; } } }\nout.push(go());",
  "a return out of finally":
    "function go() { for (;;) { try { throw new Error('lost'); } finally { return 'finally'; } } }\nout.push(go());",
  "finally that breaks":
    "for (let x = 0; ; x++) { try { if (x === 2) throw new Error('lost'); out.push(x); } finally { if (x === 2) break; } }",
  "finally with a variable":
    "try { out.push(1); } finally { let y = 2; const z = 3; function both() { return y + z; } out.push(both()); }",
  "catch keeps its variable":
    "try { throw 1; } catch (e) { out.push(e); { let e = 2; out.push(e); } }",
  "catch of a catch":
    "try { try { throw new Error('a'); } catch (e) { throw new Error('b', { cause: e }); } finally { out.push('f'); } } catch (e: any) { out.push(e.message, e.cause.message); }",
  "catch without a name in a catch":
    "try { throw 1; } catch { try { throw 2; } catch { out.push('both'); } }",
  "catch with a nested pattern":
    "try { throw { a: { b: [1, 2] }, c: 3 }; } catch ({ a: { b: [, second] }, ...rest }: any) { out.push(second, rest); }",
  "catch with a pattern that does not fit":
    "try { throw null; } catch ({ a }: any) { out.push(a); }",
  "promises: catch": "await Promise.reject(new Error('p')).catch((e) => out.push(e.message));",
  "promises: catch without a name": "await Promise.reject(1).catch(() => out.push('caught'));",
  "promises: then with two":
    "await Promise.reject(1).then(() => out.push('no'), () => out.push('yes'));\nawait Promise.resolve(2).then((x) => out.push(x), (e) => out.push(e));",
  "promises: catch by name":
    "const handle = (e: unknown) => { out.push(e); };\nawait Promise.reject(3).catch(handle);",
  "promises: catch by a function":
    "await Promise.reject(4).catch(function (e) { 'use strict'; out.push(e, arguments.length); });",
  "promises: catch with a pattern":
    "await Promise.reject(new Error('m')).catch(({ message }) => out.push(message));",
  "promises: catch with a rest": "await Promise.reject(1).catch((...all) => out.push(all));",
  "promises: catch with a default":
    "await Promise.reject(undefined).catch((e = 'default') => out.push(e));",
  "a method that is called catch":
    "const o = { catch: (f: (a: number, b: number) => number) => f(1, 2) };\nout.push(o.catch((a, b) => a + b), o.catch(() => 3));",
  "an optional catch":
    "const p: Promise<never> | undefined = undefined as any;\nout.push(p?.catch(() => 1));",
  "await in a loop": "for (let x = 0; x < 4; x++) { out.push(await x); }",
  "await in a condition": "let x = 0;\nwhile (await (x < 3)) out.push(x++);",
  "await in a do":
    "let x = 0;\ndo { await null; out.push(x++); } while (await Promise.resolve(x < 3));",
  "for await":
    "async function* all() { yield 1; await null; yield 2; }\nfor await (const x of all()) out.push(x);",
  "for await with a label":
    "async function* all() { yield 1; yield 2; yield 3; }\na: for await (const x of all()) { for (;;) { if (x === 2) continue a; break; } out.push(x); }",
  "for await of promises": "for await (const x of [Promise.resolve(1), 2]) out.push(x);",
  "loops that take turns":
    "async function go(name: string) { for (let x = 0; x < 3; x++) { out.push(name + x); await null; } }\nawait Promise.all([go('a'), go('b')]);",
  "a loop that fails after an await":
    "async function go() { for (let x = 0; ; x++) { await null; if (x === 2) throw new Error('late'); } }\nawait go();",
  "yield in loops":
    "function* count(): Generator<number, string, number | undefined> { let n = 0; while (true) { const add = yield n; n += add ?? 1; if (n > 8) return 'end'; } }\nconst it = count();\nout.push(it.next(), it.next(5), it.next(), it.next(9), it.next());",
  "yield* in loops":
    "function* one(n: number) { for (let x = 0; x < n; x++) yield x; }\nfunction* all() { for (let n = 1; n < 4; n++) yield* one(n); }\nout.push([...all()]);",
  "a generator that is closed":
    "function* all() { try { for (let x = 0; ; x++) yield x; } finally { out.push('closed'); } }\nfor (const x of all()) { if (x > 2) break; out.push(x); }",
  "a generator into which is thrown":
    "function* all() { for (let x = 0; ; x++) { try { yield x; } catch (e) { out.push(e); } } }\nconst it = all();\nout.push(it.next().value, it.throw('t').value, it.return(9 as never).value);",
  "an async generator":
    "async function* all() { for (let x = 0; x < 3; x++) { await null; yield x; } }\nfor await (const x of all()) out.push(x);",
  "spread of a generator":
    "function* all() { let x = 0; do yield x; while (++x < 3); }\nout.push([...all()], Math.max(...all()));",
  recursion:
    "function fib(n: number): number { return n < 2 ? n : fib(n - 1) + fib(n - 2); }\nout.push(fib(15));",
  "recursion without an end":
    "function down(n: number): number { return down(n + 1) + 1; }\ntry { down(0); } catch (e: any) { out.push(e.name, e.message); }",
  "two that call each other":
    "const even = (n: number): boolean => n === 0 || odd(n - 1), odd = (n: number): boolean => n !== 0 && even(n - 1);\nout.push(even(500), odd(500));",
  "arrows that give objects":
    "const f = (x: number) => ({ x: Math.abs(x) });\nout.push([-1, -2].map(f), [1].map((y) => [y, String(y)]));",
  "arrows that give commas": "const f = (x: number) => (out.push(x), x + 1);\nout.push(f(1));",
  "arrows of all kinds":
    "const f = async (x: number) => Math.max(x, await 3), g = (x = Math.abs(-2)) => (y: number) => Math.min(x, y), h = async () => { await f(1); };\nout.push(await f(1), g()(9), await h());",
  "arrows keep this":
    "const o = { v: 3, go() { return [1, 2].map((x) => x * Math.max(this.v)); } };\nout.push(o.go());",
  "functions keep arguments, name and length":
    "function f(a: number, b = Math.abs(1), ...c: number[]) { return [arguments.length, Math.max(a, b), c]; }\nconst g = (x: number) => Math.abs(x);\nout.push((f as any)(1, 2, 3), f.name, f.length, g.name, g.length);",
  "functions with directives":
    "function f(this: any) { 'use strict'; 'other'; return [this === undefined, Math.abs(-1)]; }\nout.push(f());",
  "methods, getters, setters":
    "class A { #v = 1; get v() { return Math.abs(this.#v); } set v(x) { for (let y = 0; y < 2; y++) this.#v = Math.max(x, y); } go() { while (this.#v < 5) this.v = this.#v + 1; return this; } static make() { return new A().go(); } *[Symbol.iterator]() { for (let x = 0; x < this.#v; x++) yield x; } }\nout.push([...A.make()]);",
  constructors:
    "class A { all: number[] = []; constructor(n: number) { for (let x = 0; x < n; x++) this.all.push(x); } }\nclass B extends A { constructor() { const n = Math.abs(-2); super(n); do this.all.push(9); while (this.all.length < 5); } }\nout.push(new B().all);",
  "constructors that only hand on":
    "class A { v: number; constructor(v: number) { this.v = Math.abs(v); } }\nclass B extends A {}\nclass C extends A { constructor() { super(Math.min(3, 4)); } }\nout.push(new B(-1).v, new C().v);",
  "static blocks":
    "class A { static all: number[] = []; static { for (let x = 0; x < 3; x++) this.all.push(x); } }\nout.push(A.all);",
  "fields that loop":
    "class A { v = (() => { let s = 0; for (let x = 0; x < 4; x++) s += x; return s; })(); static w = [1, 2].map((x) => Math.abs(x)); }\nout.push(new A().v, A.w);",
  "names that are computed":
    "const key = () => { for (;;) return 'k'; };\nclass A { [key()]() { return Math.abs(-1); } }\nout.push((new A() as any).k());",
  "object methods":
    "const o = { a() { for (const x of [1]) return Math.abs(x); }, get b() { let n = 0; while (n < 3) n++; return n; }, async c() { do await 1; while (false); return 2; }, *d() { for (;;) { yield 1; return; } } };\nout.push(o.a(), o.b, await o.c(), [...o.d()]);",
  namespaces:
    "namespace N { export const all: number[] = []; for (let x = 0; x < 3; x++) all.push(x); export function go() { while (all.length < 5) all.push(9); } }\nN.go();\nout.push(N.all);",
  enums:
    "enum E { a = 1, b = [1, 2].map((x) => Math.abs(x)).length, c = 5 }\nout.push(E.a, E.b, E.c);",
  "parameters with loops in their values":
    "function f(a = (() => { let n = 0; while (n < 4) n++; return n; })(), { b = a } = {}) { return a + b; }\nout.push(f(), f(1), f(1, { b: 5 }));",
  "tagged templates":
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code
    "function tag(parts: TemplateStringsArray, ...values: number[]) { let s = ''; for (let x = 0; x < values.length; x++) s += parts[x] + values[x]; return s; }\nout.push(tag`a${1}b${2}c`);",
  "forEach, map, sort, reduce":
    "[3, 1, 2].sort((a, b) => { for (;;) return a - b; }).forEach((x, at) => { out.push(x, at); });\nout.push([1, 2, 3].reduce((a, b) => { let s = a; for (let x = 0; x < b; x++) s++; return s; }, 0));",
  using:
    "{ using a = { [Symbol.dispose]() { out.push('a'); } }; for (let x = 0; x < 2; x++) { using b = { [Symbol.dispose]() { out.push('b' + x); } }; if (x === 1) break; out.push(x); } }",
  "using in a head":
    "for (using a of [{ v: 1, [Symbol.dispose]() { out.push('disposed'); } }]) out.push(a.v);",
  "using that fails":
    "try { using a = { [Symbol.dispose]() { throw new Error('d'); } }; throw new Error('e'); } catch (e: any) { out.push(e.name, e.error?.message, e.suppressed?.message); }",
  "await using":
    "{ await using a = { async [Symbol.asyncDispose]() { await null; out.push('a'); } }; out.push('in'); }",
  "names of the compiled code":
    "const look = 1, calls = 2, round = 3, rounds = 4, thrown = 5;\nfor (let x = 0; x < 2; x++) { try { throw look; } catch { out.push(look, calls, round, rounds, thrown); } }",
  "names with the mark":
    "const look\u00ba = 1, round\u00ba = 2;\nfor (let rounds\u00ba = 0; rounds\u00ba < 2; rounds\u00ba++) out.push(look\u00ba, round\u00ba, rounds\u00ba);",
  "a big loop":
    "let s = 0;\nfor (let x = 0; x < 20_000; x++) s += x;\nfor (let x = 0; x < 700; x++) s += Math.abs(x);\nfor (const x of Array.from({ length: 900 }, (_, at) => at)) s += x;\nout.push(s);",
  "a big loop that breaks at the seam":
    "for (const end of [4095, 4096, 4097, 8192]) { let x = 0; for (; ; x++) { if (x === end) break; } out.push(x); let y = 0; while (y < end) y++; out.push(y); let z = 0; do z++; while (z < end); out.push(z); }",
  "a big loop that goes on at the seam":
    "let n = 0;\nfor (let x = 0; x < 10_000; x++) { if (x % 2 === 0) continue; n++; }\nout.push(n);",
  "an error in a head": "for (let x = (undefined as any).first; x < 3; x++) out.push(x);",
  "an error in a condition":
    "const none: any = null;\nfor (let x = 0;\n  x < none.length; x++) out.push(x);",
  "an error in what follows a round":
    "const none: any = null;\nfor (let x = 0; x < 3;\n  x += none.step) out.push(x);",
  "an error in while": "let none: any;\nwhile (out.length < 2 ||\n  none.more) out.push(1);",
  "an error in do": "let none: any;\ndo { out.push(1); } while (\n  none.more);",
  "an error in a for-of": "for (const x of\n  (null as any).list) out.push(x);",
  "an error in a pattern":
    "for (const { a: { b } } of [{ a: { b: 1 } }, {}] as any[])\n  out.push(b);",
  "an error deep in functions":
    "const a = (x: number) => { for (;;) { if (x > 2) throw new RangeError('deep'); return b(x); } };\nfunction b(x: number): any {\n  return [x].map((y) =>\n    a(y + 1));\n}\nclass C { get v() { return b(0); } }\nnew C().v;",
  "an error on one line":
    "for (const f of [() => 1, () => { throw new Error('one'); }]) { out.push(f()); } out.push('never');",
  "an error in an arrow":
    "const f = (x: any) => x.y.z;\nconst g = (x: any) =>\n  f(x).more();\n[1].forEach((x) => g(x));",
  "an error with a stack that is kept":
    "function f(x: number) { return new Error('s' + Math.abs(x)); }\nfor (let x = 0; x < 2; x++) { out.push(f(x).stack); }",
  "an error in a finally":
    "try { throw new Error('a'); } finally {\n  for (const x of [1])\n    (null as any).b;\n}",
  "an error thrown again": "try { (null as any).x; } catch (e) { for (;;) { throw e; } }",
  "an error caught and kept":
    "let kept: any;\nfor (let x = 0; x < 1; x++) try { (null as any)\n  .x; } catch (e) { kept = e; }\nout.push(kept.stack);",
  "an error in a static block":
    "class A { static { for (const x of [1]) {\n    (null as any).x; } } }",
  "an error in a generator":
    "function* g() { for (let x = 0; ; x++) { if (x === 2)\n  throw new Error('g'); yield x; } }\nfor (const x of g()) out.push(x);",
  "not a function": "const f: any = 3;\nfor (let x = 0; x < 2; x++) { f(x); }",
  "too early": "const f = () => early;\nfor (const x of [1]) f();\nlet early = 1;",
  "a constant": "for (const x of [1]) { (() => { eval('x = 2'); })(); }",
};

/** The bodies that are tried in all places; the others at the top of a cell alone. */
const EVERYWHERE = ["a block", "keeps the round", "goes on through finally"];

/** All of them by name. */
export const LOOP_PROGRAMS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(PLACES).flatMap(([place, around]) =>
    Object.entries(LOOPS).flatMap(([loop, head]) =>
      Object.entries(BODIES).flatMap(([body, statements]): [string, string][] => {
        if (place !== "at the top" && !EVERYWHERE.includes(body)) return [];
        const code = around.replace("LOOP", () => head.replace("BODY", () => statements));
        return [
          [
            `${loop}, ${body}, ${place}`,
            `let sum = 0;\nconst later: (() => unknown)[] = [];\n${code}\nout.push(sum, later.map((f) => f()));`,
          ],
        ];
      }),
    ),
  ),
  ...Object.entries(SINGLE_PROGRAMS),
]);

/** Programs that never end by themselves, and that try not to be ended: none may add to `out` afterwards. */
export const ENDLESS_PROGRAMS: Record<string, string> = {
  "for(;;)": "for (;;);",
  while: "let n = 0;\nwhile (true) n++;",
  do: "do; while (true);",
  "for-of": "function* all() { for (;;) yield 1; }\nfor (const x of all());",
  "for-of by hand":
    "for (const x of { [Symbol.iterator]: () => ({ next: () => ({ value: 1, done: false }) }) });",
  "an array that grows": "const all = [1];\nfor (const x of all) all[0] = all[all.length] = x;",
  "for-in": "for (;;) for (const key in { a: 1 });",
  "a loop with a label": "a: for (;;) { for (;;) continue a; }",
  "a loop in a function": "function go() { for (;;); }\ngo();",
  "a loop in a method": "class A { go() { while (true); } }\nnew A().go();",
  "a loop in a constructor": "class A { constructor() { while (true); } }\nnew A();",
  "a loop in a field": "class A { v = (() => { for (;;); })(); }\nnew A();",
  "a loop in a static block": "class A { static { for (;;); } }",
  "a loop in a getter": "({ get v() { for (;;); } }).v;",
  "a loop in a parameter": "((x = (() => { for (;;); })()) => x)();",
  "a loop in forEach": "[1, 2].forEach(() => { for (;;); });",
  "a loop in a comparator": "[1, 2].sort(() => { for (;;); });",
  "a loop in toString": "String({ toString() { for (;;); } });",
  "calls without a loop":
    "const f = (n: number): number => (n === 0 ? 1 : f(n - 1) + f(n - 1));\nf(60);",
  "methods that call each other":
    "class A { a(n: number): number { return n < 1 ? 1 : this.b(n - 1) + this.b(n - 1); } b(n: number): number { return this.a(n); } }\nnew A().a(60);",
  "a generator that calls itself":
    "function* tree(n: number): Generator<number> { if (n > 0) { yield* tree(n - 1); yield* tree(n - 1); } }\nfor (const x of tree(50));",
  "a loop after an await": "await null;\nfor (;;);",
  "a loop of awaits": "for (;;) await null;",
  "a loop that awaits a function": "const nothing = async () => {};\nfor (;;) await nothing();",
  "promises without a loop":
    "const again = (): Promise<void> => Promise.resolve().then(again);\nawait again();",
  "an async function": "const go = async () => { for (;;); };\nawait go();",
  catch: "for (;;) { try { for (;;); } catch { out.push(1); } }",
  "catch with a name": "try { for (;;); } catch (e) { out.push(e); }",
  "catch with a pattern": "try { for (;;); } catch ({ message }: any) { out.push(message); }",
  "catch in catch":
    "try { try { for (;;); } catch (e) { out.push(e); throw 1; } } catch (e) { out.push(e); }",
  finally: "try { for (;;); } finally { out.push(1); }",
  "finally that returns":
    "function go() { try { for (;;); } finally { return 1; } }\nout.push(go());",
  "finally that goes on": "for (;;) { try { for (;;); } finally { continue; } }",
  "catch around a function":
    "const go = () => { for (;;); };\ntry { go(); } catch { out.push(1); }",
  "catch around an await":
    "const go = async () => { for (;;); };\ntry { await go(); } catch { out.push(1); } finally { out.push(2); }",
  "catch of a promise":
    "const go = async () => { for (;;); };\nawait go().catch(() => out.push(1));",
  "catch of a promise with a name":
    "const go = async () => { for (;;); };\nawait go().then(() => 0, (e) => out.push(e));",
  "a new promise": "await new Promise(() => { for (;;); });",
  "a generator's finally":
    "function* all() { try { for (;;) yield 1; } finally { out.push(1); } }\nfor (const x of all());",
  using: "{ using a = { [Symbol.dispose]() { out.push(1); } }; for (;;); }",
  "what others catch":
    "const nothing = () => {};\nfor (;;) { await Promise.allSettled([(async () => { for (;;); })()]); nothing(); }",
};
