import type { Json } from "../../kernel-setup/jupyter/messages/message";

/** What asks a kernel to run a cell, as front ends do. */
export const executeContent = (code: string, options: Json = {}): Json => ({
  code,
  silent: false,
  store_history: true,
  user_expressions: {},
  allow_stdin: false,
  stop_on_error: true,
  ...options,
});
