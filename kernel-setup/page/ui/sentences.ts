import { Dialog, showDialog } from "@jupyterlab/apputils";
import { Widget } from "@lumino/widgets";
import { element } from "./elements";
import { say } from "./words";

/** What a dialog shows below its title: sentences, and what goes with them. */
export function sentences(said: string[], ...more: HTMLElement[]): Widget {
  const texts = said.map((textContent) => element("p", { textContent }));
  return new Widget({ node: element("div", { className: "sentences" }, ...texts, ...more) });
}

/** Says something that is read and closed. */
export async function tell(title: string, said: string[], ...more: HTMLElement[]): Promise<void> {
  const buttons = [Dialog.okButton({ label: say("close") })];
  await showDialog({ title, body: sentences(said, ...more), buttons });
}

/** Asks whether something shall be done. */
export async function ask(
  title: string,
  body: Widget,
  { yes, no }: { yes: string; no: string },
): Promise<boolean> {
  const buttons = [Dialog.cancelButton({ label: no }), Dialog.okButton({ label: yes })];
  return (await showDialog({ title, body, buttons })).button.accept;
}
