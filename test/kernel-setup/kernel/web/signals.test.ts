import { expect } from "chai";
import { SignalPost } from "../../../../kernel-setup/kernel/web/signal-post";
import { relay } from "../../../../kernel-setup/kernel/web/signal-relay";

const ask = (asks: string, worker = "1-2-3") =>
  relay(`https://site.example/somebody/lessons/kernel-signals/${worker}/${asks}`);

describe("what a worker asks the page through a service worker", function () {
  this.timeout(20_000);
  let post: SignalPost;
  beforeEach(() => {
    post = new SignalPost("1-2-3");
  });
  afterEach(() => post.close());

  it("is whether to stop: as long as it does not know of the latest interrupt", async () => {
    expect(await ask("stop/0")).to.equal("backprop signal go on");
    expect(post.interrupt()).to.equal(1);
    expect(await ask("stop/0")).to.equal("backprop signal stop 1");
    expect(await ask("stop/0")).to.equal("backprop signal stop 1");
    expect(await ask("stop/1")).to.equal("backprop signal go on");
    post.interrupt();
    post.interrupt();
    expect(await ask("stop/1")).to.equal("backprop signal stop 3");
  });

  it("is what the reader answers, which comes as soon as it is there, and is there for who asks again", async () => {
    const asked = ask("answer/4/0");
    setTimeout(() => post.answer({ question: 4, value: "Ada / 가" }), 50);
    const says = 'backprop signal answer {"question":4,"value":"Ada / 가"}';
    expect(await asked).to.equal(says);
    expect(await ask("answer/4/0")).to.equal(says);
  });

  it("is stopped while it waits for the reader", async () => {
    const asked = ask("answer/1/0");
    setTimeout(() => post.interrupt(), 50);
    expect(await asked).to.equal("backprop signal stop 1");
  });

  it("is to be asked again when the reader takes long, and an answer to another question is none", async () => {
    post.answer({ question: 1, value: "early" });
    const from = performance.now();
    expect(await ask("answer/2/0")).to.equal("backprop signal wait");
    expect(performance.now() - from).to.be.within(3500, 4800);
  });

  it("goes on where nobody answers, as for another kernel's worker", async () => {
    expect(await ask("stop/0", "9-9-9")).to.equal("backprop signal go on");
  });

  it("is nothing else below the site", () => {
    for (const address of [
      "https://site.example/kernel.js",
      "https://site.example/kernel-signals/",
      "https://site.example/kernel-signals/1/stop/x",
      "https://site.example/?kernel-signals/1/stop/0",
    ])
      expect(relay(address), address).to.equal(undefined);
  });
});
