import { expect } from "chai";
import { inProject } from "../support/project";
import { contentsOf, RawKernel, resultText } from "../support/raw-kernel";

const SETUP = `
import { Adam, accuracy, mnist, multiLayerNet, Trainer } from "backprop";
const { train, test } = mnist();
const net = multiLayerNet([784, 50, 10], { seed: 1 });
const optimizer = new Adam(0.002);
const trainer = new Trainer(net, train.slice(0, 20000), { optimizer, test: test.slice(0, 1000) });
const state = () => {
  const numbers = Object.values(net.parameters).flatMap((array) => array.flatten().tolist<number[]>());
  const { step, epochs, stepsPerEpoch } = trainer;
  return JSON.stringify({ step, epochs: epochs.length, stepsPerEpoch, finite: numbers.every(Number.isFinite) });
};`;

describe("a training that is interrupted over the wire", function () {
  this.timeout(180_000);
  let kernel: RawKernel;
  before(async () => {
    kernel = await RawKernel.start({ cwd: inProject() });
    const { reply } = await kernel.run(SETUP, {}, 60_000);
    expect(reply.status).to.equal("ok");
  });
  after(() => kernel.stop());

  const state = async () => {
    const { messages } = await kernel.run("state()");
    return JSON.parse((resultText(messages) ?? "").replace(/^'|'$/g, ""));
  };

  it("leaves a net whose numbers are whole, and goes on where it was, again and again", async () => {
    let before = await state();
    expect(before).to.include({ step: 0, finite: true });
    for (let updates = 3; updates < 9; updates++) {
      const id = await kernel.sendCell("trainer.run(1000)");
      // Each round is stopped at another moment: after so many updates of what is shown.
      const shown = () => contentsOf(kernel.messagesOf(id), "update_display_data").length;
      await kernel.until(() => shown() >= updates, 60_000);
      await kernel.request("interrupt_request", {}, "control");
      const { reply } = await kernel.answer(id, 60_000);
      expect(reply).to.include({ status: "error", ename: "Interrupted" });
      const now = await state();
      expect(now.finite).to.equal(true);
      expect(now.step).to.be.above(before.step);
      before = now;
    }
  });

  it("then finishes the epoch it was in, and the net has learned", async () => {
    const { step, stepsPerEpoch } = await state();
    const epochs = Math.max(2, Math.ceil(step / stepsPerEpoch));
    const { reply } = await kernel.run(`trainer.run(${epochs})`, {}, 120_000);
    expect(reply.status).to.equal("ok");
    expect(await state()).to.include({ step: epochs * stepsPerEpoch, epochs, finite: true });
    const { messages } = await kernel.run("accuracy(net, test)");
    expect(Number(resultText(messages))).to.be.above(0.9);
  });
});
