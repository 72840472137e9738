import { format as formatValues, inspect } from "node-inspect-extracted";
import type { CurrentCell } from "../cells/current-cell";
import { tableOf } from "./console-table";
import type { WorkerOutbox } from "./outbox";
import { withTidyStack } from "./stacks";

/** The blanks that a group moves its lines in by. */
const INDENT = "  ";

const [SECOND, MINUTE, HOUR] = [1000, 60_000, 3_600_000];

const format = (...values: unknown[]) => formatValues(...values.map(withTidyStack));

/** A time as Node writes it. */
function duration(milliseconds: number): string {
  const two = (value: string | number) => String(value).padStart(2, "0");
  if (milliseconds < SECOND) return `${Number(milliseconds.toFixed(3))}ms`;
  if (milliseconds < MINUTE) return `${(milliseconds / SECOND).toFixed(3)}s`;
  const hours = Math.floor(milliseconds / HOUR);
  const minutes = Math.floor((milliseconds % HOUR) / MINUTE);
  const [seconds, rest] = ((milliseconds % MINUTE) / SECOND).toFixed(3).split(".");
  const whole = hours > 0 ? `${hours}:${two(minutes)}` : `${minutes}`;
  return `${whole}:${two(seconds)}.${rest} (${hours > 0 ? "h:m" : ""}m:ss.mmm)`;
}

type Print = (text: string) => void;

/** What cells call `console`: the texts are those that Node 20 would print, as far as a script can know them. */
function makeConsole(out: Print, error: Print): Record<string, (...values: never[]) => void> {
  let indent = "";
  const counts = new Map<string, number>();
  const times = new Map<string, number>();
  const line = (print: Print, text: string) => {
    print(`${indent}${indent === "" ? text : text.replaceAll("\n", `\n${indent}`)}\n`);
  };
  const log = (...values: unknown[]) => line(out, format(...values));
  const warn = (...values: unknown[]) => line(error, format(...values));
  const group = (...values: unknown[]) => {
    if (values.length > 0) log(...values);
    indent += INDENT;
  };
  const since = (call: string, label: string, rest: unknown[]): boolean => {
    const begun = times.get(label);
    if (begun === undefined) {
      line(error, `Warning: No such label '${label}' for console.${call}()`);
      return false;
    }
    const text = `${label}: ${duration(performance.now() - begun)}`;
    if (rest.length === 0) log("%s", text);
    else log("%s", text, ...rest);
    return true;
  };
  const trace = (...values: unknown[]) => {
    const taken = { name: "Trace", message: format(...values), stack: "" };
    Error.captureStackTrace(taken, trace);
    warn(withTidyStack(taken).stack);
  };
  return {
    log,
    info: log,
    debug: log,
    dirxml: log,
    warn,
    error: warn,
    trace,
    dir: (value: unknown, options: object = {}) =>
      line(out, inspect(withTidyStack(value), { customInspect: false, ...options })),
    assert(condition: unknown, ...values: unknown[]) {
      if (condition) return;
      if (typeof values[0] === "string") values[0] = `Assertion failed: ${values[0]}`;
      else if (values.length === 0) values = ["Assertion failed"];
      else values.unshift("Assertion failed:");
      warn(...values);
    },
    clear() {},
    count(name: unknown = "default") {
      const label = String(name);
      const count = (counts.get(label) ?? 0) + 1;
      counts.set(label, count);
      log(`${label}: ${count}`);
    },
    countReset(name: unknown = "default") {
      if (!counts.delete(String(name)))
        line(error, `Warning: Count for '${String(name)}' does not exist`);
    },
    group,
    groupCollapsed: group,
    groupEnd() {
      indent = indent.slice(INDENT.length);
    },
    table(value: unknown, columns?: readonly string[]) {
      const table = tableOf(value, columns);
      if (table === undefined) log(value);
      else line(out, table);
    },
    time(name: unknown = "default") {
      const label = String(name);
      if (times.has(label))
        line(error, `Warning: Label '${label}' already exists for console.time()`);
      else times.set(label, performance.now());
    },
    timeLog(name: unknown = "default", ...rest: unknown[]) {
      since("timeLog", String(name), rest);
    },
    timeEnd(name: unknown = "default") {
      if (since("timeEnd", String(name), [])) times.delete(String(name));
    },
  } as Record<string, (...values: never[]) => void>;
}

/** Sends what cells print to the front end, in place of the browser's console. */
export function captureConsole(outbox: WorkerOutbox, current: CurrentCell): void {
  const made = makeConsole(
    (text) => outbox.print("stdout", current.id, text),
    (text) => outbox.print("stderr", current.id, text),
  );
  const value = Object.create({}, Object.getOwnPropertyDescriptors(made)) as object;
  Object.defineProperty(value, Symbol.toStringTag, { value: "console", configurable: true });
  Object.defineProperty(globalThis, "console", { value, writable: true, configurable: true });
}
