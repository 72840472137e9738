import { Dialog, type ISessionContext, showDialog, showErrorMessage } from "@jupyterlab/apputils";
import { type Cell, isCodeCellModel } from "@jupyterlab/cells";
import { NotebookActions } from "@jupyterlab/notebook";
import type { ServiceManager } from "@jupyterlab/services";
import { MessageLoop } from "@lumino/messaging";
import { Widget } from "@lumino/widgets";
import { LANGUAGE_NAMES, LANGUAGES, type Language } from "../../../src/text/languages";
import { type Actions, addShortcuts, makeActions } from "./commands";
import { addCompletion } from "./completion";
import type { GuardedDrive } from "./drive";
import { button, element, signed } from "./elements";
import type { KeyListener } from "./key";
import { type NoticeKind, Notices } from "./notices";
import { type OpenNotebook, openNotebook } from "./open-notebook";
import { followPhone } from "./phone";
import { onNoKernel } from "./running";
import { keepSaved } from "./saving";
import { bringsNotebook } from "./shared-link";
import { site } from "./site";
import { type BarParts, fillBar } from "./toolbar";
import { currentLanguage, say } from "./words";

/** Where a notebook is shown, and by what means. */
export interface ViewOptions {
  bar: HTMLElement;
  content: HTMLElement;
  manager: ServiceManager;
  drive: GuardedDrive;
  path: string | undefined;
  switchLanguage(language: Language): Promise<void>;
  toggleTheme(): Promise<void>;
  /** Shows and hides the list of lessons. */
  listButton: HTMLElement;
}

/** A sign beside each word of the kernel's state: not by colour alone. */
const SIGNS = { idle: "○", busy: "●", starting: "◌", restarting: "◌", dead: "✕", connecting: "◌" };

/** One notebook with its toolbar. */
export class NotebookView implements KeyListener {
  /** Called each time the kernel comes to rest. */
  onIdle: () => void = () => {};
  readonly #options: ViewOptions;
  readonly #notices = new Notices();
  readonly #kernelStatus = element("span", { className: "status", id: "kernel-status" });
  readonly #saveStatus = element("span", { className: "status", id: "save-status" });
  #save: () => Promise<void> = async () => {};
  #notebook: OpenNotebook | undefined;

  constructor(options: ViewOptions) {
    this.#options = options;
    for (const status of [this.#kernelStatus, this.#saveStatus])
      status.setAttribute("role", "status");
  }

  /** What is open, if anything is. */
  get notebook(): OpenNotebook | undefined {
    return this.#notebook;
  }

  async open(): Promise<void> {
    const { bar, content, manager, drive, path, listButton } = this.#options;
    bar.after(this.#notices.node);
    if (path === undefined) {
      bar.replaceChildren(listButton, element("span", { className: "gap" }), ...this.#look());
      content.replaceChildren(element("p", { className: "welcome", textContent: say("welcome") }));
      return;
    }
    const notebook = openNotebook(manager, path);
    this.#notebook = notebook;
    const { context, panel } = notebook;
    const actions = makeActions(notebook);
    fillBar(bar, this.#toolbar(notebook, actions));
    Widget.attach(panel, content);
    new ResizeObserver(() =>
      MessageLoop.sendMessage(panel, Widget.ResizeMessage.UnknownSize),
    ).observe(content);
    addShortcuts(notebook, actions, addCompletion(panel));
    typeInNewCell(panel.content, actions);
    nameCells(panel.content.node);
    followPhone((isPhone) => wrapCode(panel.content, isPhone));
    this.#followKernel(notebook, actions);
    await context.ready;
    this.#save = keepSaved(
      notebook,
      drive,
      manager,
      (state) => {
        this.#saveStatus.textContent = say(state);
      },
      this.#notices,
    );
    this.#saveStatus.textContent = say("saved");
    panel.content.activeCellIndex = 0;
    panel.activate();
    const goToHeading = () => {
      if (!bringsNotebook(location)) panel.setFragment(headingIn(location));
    };
    window.addEventListener("hashchange", goToHeading);
    if (location.hash !== "") goToHeading();
    // What tests and curious users look at.
    Object.assign(window, { openNotebook: notebook });
  }

  /** Goes on after the server was started anew, now that there is a key: its kernels are other ones. */
  async goOn(): Promise<void> {
    const kernel = this.#notebook?.context.sessionContext.session?.kernel;
    if (kernel && !kernel.isDisposed) void kernel.reconnect().catch(() => {});
    await this.save();
  }

  /** Saves what is not saved yet: before the page is left. */
  async save(): Promise<void> {
    await this.#save();
  }

  /** Says something above the notebook. */
  note(kind: NoticeKind, words: string, ...actions: HTMLElement[]): void {
    this.#notices.note(kind, words, ...actions);
  }

  refused(): void {
    this.#notices.drop("server");
    this.#notices.note("key", say("newStart"));
  }

  answered(): void {
    for (const kind of ["server", "key"] as const) this.#notices.drop(kind);
  }

  #look(): HTMLElement[] {
    const { switchLanguage, toggleTheme } = this.#options;
    const others = LANGUAGES.filter((language) => language !== currentLanguage());
    const themes = `${say("light")} / ${say("dark")}`;
    return [
      ...others.map((other, i) => {
        const name = LANGUAGE_NAMES[other];
        return button(
          name,
          name,
          () => switchLanguage(other),
          i === 0 ? "language" : `language-${other}`,
        );
      }),
      button(signed("◐", themes), themes, toggleTheme, "theme"),
    ];
  }

  #toolbar({ context, panel }: OpenNotebook, actions: Actions): BarParts {
    const { listButton } = this.#options;
    const [separator, gap] = ["separator", "gap"].map((className) =>
      element("span", { className }),
    );
    const keys = button(say("keys"), say("keysHelp"), () =>
      showDialog({ title: say("keys"), body: say("keysHelp"), buttons: [Dialog.okButton()] }),
    );
    const interrupting = signed("■", say("interrupt"));
    const run = button(`▶ ${say("run")}`, say("runTitle"), actions.run, "run");
    const runAll = button(say("runAll"), say("runAllTitle"), actions.runAll, "run-all");
    const stop = button(interrupting, say("interruptTitle"), actions.interrupt, "interrupt");
    const restarts = [
      button(`↻ ${say("restart")}`, say("restartTitle"), actions.restart, "restart"),
      button(say("restartRun"), say("restartTitle"), actions.restartAndRunAll, "restart-run"),
    ];
    const addCell = button(say("addCell"), say("addCellTitle"), actions.addCell, "add-cell");
    const cellType = this.#cellType(panel);
    const save = button(say("save"), say("saveTitle"), actions.save, "save");
    const trust = this.#trustButton({ context, panel });
    const states = [this.#saveStatus, this.#kernelStatus];
    const look = this.#look();
    const always = [listButton, run];
    return {
      wide: [
        ...[...always, runAll, stop, ...restarts, separator, addCell, cellType, save, trust],
        ...[gap, ...states, keys, ...look],
      ] as HTMLElement[],
      phone: {
        row: [...always, stop, addCell],
        menu: [runAll, ...restarts, cellType, save, keys, ...look],
        told: [...states, trust],
      },
    };
  }

  #cellType({ content }: OpenNotebook["panel"]): HTMLElement {
    const select = element("select", { title: say("cellType"), id: "cell-type" });
    for (const type of ["code", "markdown", "raw"] as const)
      select.append(element("option", { value: type, textContent: say(type) }));
    select.setAttribute("aria-label", say("cellType"));
    const follow = () => {
      select.value = content.activeCell?.model.type ?? "code";
    };
    select.addEventListener("change", () => {
      NotebookActions.changeCellType(content, select.value as "code");
      content.activate();
    });
    content.activeCellChanged.connect(follow);
    content.stateChanged.connect(follow);
    return select;
  }

  /** There only while an output of the notebook is not trusted. */
  #trustButton({ context, panel }: OpenNotebook): HTMLElement {
    const trust = button(
      say("trust"),
      say("trustTitle"),
      async () => {
        const answer = await showDialog({
          title: say("trust"),
          body: say("trustAsk"),
          buttons: [
            Dialog.cancelButton({ label: say("cancel") }),
            Dialog.warnButton({ label: say("trust") }),
          ],
        });
        if (!answer.button.accept) return;
        try {
          await this.save();
          // By the server alone: what a page or a file says of its outputs counts for nothing.
          await this.#options.drive.trust(context.path);
          await context.revert();
          context.model.sharedModel.clearUndoHistory();
        } catch (error) {
          // The other state of the file was taken over: it is to be looked at first.
          if ((error as Error).name === "ModalCancelError") return;
          await showErrorMessage(say("trust"), error as Error);
        }
        look();
      },
      "trust",
    );
    const look = () => {
      trust.hidden = !panel.content.widgets.some(asksForTrust);
    };
    trust.hidden = true;
    void context.ready.then(look);
    context.saveState.connect(look);
    // What another tab has saved, or a file has brought, was taken over.
    context.fileChanged.connect(look);
    return trust;
  }

  #followKernel({ context }: OpenNotebook, actions: Actions): void {
    const { sessionContext } = context;
    let last = "";
    let hasStarted = false;
    const tellDead = () => {
      const restart = button(`↻ ${say("restart")}`, say("restartTitle"), async () => {
        this.#notices.drop("kernel");
        await actions.restart();
      });
      restart.id = "restart-dead";
      // After a new start of the server no cell was told why.
      const why = sessionContext.hasNoKernel ? "goneWords" : "deadWords";
      const words = hasStarted
        ? `${say("deadTitle")}. ${say(why)}`
        : say(site ? "unstartedInPage" : "unstarted");
      this.#notices.note("kernel", words, restart);
    };
    onNoKernel(sessionContext, tellDead);
    const follow = () => {
      // A dead kernel's connection is closed too, but that is not the news.
      // It is not there any more: its server was started anew.
      const isGone = hasStarted && sessionContext.hasNoKernel;
      const isDead = isGone || sessionContext.session?.kernel?.status === "dead";
      const status = isDead ? "dead" : statusOf(sessionContext);
      const state =
        status === "idle" || status === "busy" || status === "dead" || status === "restarting"
          ? status
          : status === "autorestarting"
            ? "restarting"
            : status === "connecting" || status === "disconnected"
              ? "connecting"
              : "starting";
      if (state === last) return;
      last = state;
      this.#kernelStatus.textContent = `${SIGNS[state]} ${say(state)}`;
      this.#kernelStatus.dataset.state = state;
      if (state === "idle") this.onIdle();
      if (state === "idle" || state === "busy") this.#notices.drop("kernel");
      if (state === "idle" || state === "busy") hasStarted = true;
      if (state === "dead") tellDead();
    };
    sessionContext.statusChanged.connect(follow);
    sessionContext.connectionStatusChanged.connect(follow);
    sessionContext.kernelChanged.connect(follow);
    follow();
    this.#options.manager.connectionFailure.connect(() =>
      this.#notices.note("server", say("serverGone")),
    );
  }
}

/**
 * The kernel's status. One that runs a cell does not answer a page that comes to it, after a reload, say:
 * until it does, the server's word counts.
 */
function statusOf({ kernelDisplayStatus, session }: ISessionContext): string {
  const model = session?.model.kernel as { execution_state?: string } | null | undefined;
  const isSilent = session?.kernel?.status === "unknown";
  return isSilent && model?.execution_state === "busy" ? "busy" : kernelDisplayStatus;
}

/** Whether a cell shows something that was not made here; what shows nothing has nothing to run. */
const asksForTrust = ({ model }: Cell) =>
  isCodeCellModel(model) && !model.trusted && model.outputs.length > 0;

/** The heading that an address leads to; of a damaged one, its signs as they are. */
function headingIn({ hash }: Location): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}

/** Jupyter calls the list of cells a feed, which would have articles in it, and in English. */
function nameCells(notebook: HTMLElement): void {
  const list = notebook.querySelector('[role="feed"]');
  list?.setAttribute("role", "group");
  list?.setAttribute("aria-label", say("cells"));
}

/** On a phone long lines of code go on below: scrolled sideways, a line would be read through a slit. */
function wrapCode(content: OpenNotebook["panel"]["content"], lineWrap: boolean): void {
  const { editorConfig } = content;
  content.editorConfig = { ...editorConfig, code: { ...editorConfig.code, lineWrap } };
}

/** A click below the last cell makes one to type in; Jupyter leaves it to be entered first. */
function typeInNewCell(content: OpenNotebook["panel"]["content"], actions: Actions): void {
  const onClick = (event: MouseEvent) => {
    if (!(event.target as Element).closest(".jp-Notebook-footer")) return;
    event.stopPropagation();
    content.activeCellIndex = content.widgets.length - 1;
    actions.addCell();
    const cell = content.activeCell;
    void cell?.ready.then(() => cell.editor?.focus());
  };
  content.node.addEventListener("click", onClick, { capture: true });
}
