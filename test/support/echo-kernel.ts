import type { Lane, Message } from "../../kernel-setup/jupyter/messages/message";
import { newHeader } from "../../kernel-setup/jupyter/messages/message";
import type { KernelEnd, KernelStarter } from "../../kernel-setup/page/server/home";

type Listener = (channel: Lane, message: Message) => void;

/**
 * A kernel for tests of a page, in the page itself: `html X` shows X as HTML, `fail` fails, and every
 * other cell gives back its own text.
 */
export const echoKernels: KernelStarter = { start: async () => new EchoKernel() };

class EchoKernel implements KernelEnd {
  readonly death = undefined;
  readonly ended = new Promise<void>(() => {});
  #listener: Listener = () => {};
  #count = 0;

  listen(listener: Listener): void {
    this.#listener = listener;
  }

  async pass(channel: Exclude<Lane, "iopub">, request: Message): Promise<void> {
    const say = (on: Lane, type: string, content: Record<string, unknown>) =>
      this.#listener(on, {
        identities: [],
        header: newHeader(type, "echo"),
        parent_header: request.header,
        metadata: {},
        content,
        buffers: [],
      });
    const { msg_type } = request.header;
    say("iopub", "status", { execution_state: "busy" });
    const reply =
      msg_type === "execute_request" ? this.#execute(String(request.content.code), say) : {};
    const info = msg_type === "kernel_info_request" ? INFO : {};
    say(channel, msg_type.replace(/request$/, "reply"), { status: "ok", ...info, ...reply });
    say("iopub", "status", { execution_state: "idle" });
  }

  #execute(
    code: string,
    say: (on: Lane, type: string, content: Record<string, unknown>) => void,
  ): Record<string, unknown> {
    const execution_count = ++this.#count;
    say("iopub", "execute_input", { code, execution_count });
    if (code === "fail") {
      const failed = { ename: "Error", evalue: "as asked", traceback: ["as asked"] };
      say("iopub", "error", failed);
      return { status: "error", execution_count, ...failed };
    }
    const [, html] = /^html (.*)$/s.exec(code) ?? [];
    const data = html === undefined ? { "text/plain": code } : { "text/html": html };
    say("iopub", "execute_result", { data, metadata: {}, execution_count });
    return { execution_count, user_expressions: {} };
  }

  async interrupt(): Promise<void> {}

  async shutdown(): Promise<void> {}
}

const INFO = {
  protocol_version: "5.3",
  implementation: "echo",
  implementation_version: "1",
  language_info: {
    name: "typescript",
    version: "1",
    mimetype: "text/typescript",
    file_extension: ".ts",
  },
  banner: "",
};
