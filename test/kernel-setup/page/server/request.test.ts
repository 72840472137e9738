import { expect } from "chai";
import { Hono } from "hono";
import { refusalOf } from "../../../../kernel-setup/page/server/refusal";
import { jsonBody, releaseBody } from "../../../../kernel-setup/page/server/request";
import { notebookText } from "../../../support/kernels";
import { PageTestServer } from "../../../support/page-home-server";

const MB = 1024 ** 2;

/** A request as a browser without `Request.body` makes it, as Firefox. */
function withoutBody(request: Request): Request {
  Object.defineProperty(request, "body", { value: undefined });
  return request;
}

/** As a browser makes it that cannot loop over a stream, as WebKit. */
function withoutLoop(request: Request): Request {
  for (const name of [Symbol.asyncIterator, "values"])
    Object.defineProperty(request.body ?? {}, name, { value: undefined });
  return request;
}

const BROWSERS: Record<string, (request: Request) => Request> = {
  "every browser": (request) => request,
  Firefox: withoutBody,
  WebKit: withoutLoop,
};

/** A body that comes in pieces, as many as are read. */
function pieces(size: number, most: number) {
  const told = { read: 0, cancelled: false };
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (told.read >= most) return controller.close();
        told.read++;
        controller.enqueue(new Uint8Array(size).fill(0x20));
      },
      cancel() {
        told.cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, told };
}

describe("the body of a request", () => {
  const app = new Hono();
  app.put("*", async (c) => {
    try {
      return c.json(await jsonBody(c));
    } finally {
      releaseBody(c);
    }
  });
  app.onError((error, c) => {
    const { status, body, headers } = refusalOf(error);
    return c.json(body, status, headers);
  });
  const put = (body?: RequestInit["body"]) =>
    new Request("http://page.test/a", { method: "PUT", body, duplex: "half" } as RequestInit);

  for (const [browser, made] of Object.entries(BROWSERS)) {
    it(`is read whole in ${browser}, and is empty only where there is none`, async () => {
      const value = { text: "가😀".repeat(100_000) };
      for (const body of [JSON.stringify(value), new TextEncoder().encode(JSON.stringify(value))]) {
        const answer = await app.fetch(made(put(body)));
        expect(answer.status).to.equal(200);
        expect(await answer.json()).to.deep.equal(value);
      }
      expect(await (await app.fetch(made(put()))).json()).to.deep.equal({});
    });

    it(`may not be too large in ${browser}`, async function () {
      this.timeout(120_000);
      const { stream, told } = pieces(8 * MB, 24);
      const answer = await app.fetch(made(put(stream)));
      expect(answer.status).to.equal(413);
      expect(((await answer.json()) as { message: string }).message).to.match(/at most 150 MB/);
      // What is not let in is not read, where it can be read in parts.
      if (browser === "Firefox") return;
      expect(told.read).to.be.below(22);
      expect(told.cancelled).to.equal(true);
    });
  }

  it("waits with the others where several are large", async () => {
    const first = put(pieces(1, 1).stream);
    const large = { "content-length": String(140 * MB) };
    const announced = () =>
      new Request("http://page.test/a", {
        method: "PUT",
        headers: large,
        body: pieces(1, 1).stream,
        duplex: "half",
      } as RequestInit);
    const [one, two] = await Promise.all([app.fetch(announced()), app.fetch(announced())]);
    expect([one.status, two.status].sort()).to.deep.equal([200, 503]);
    expect((await app.fetch(first)).status).to.equal(200);
    expect((await app.fetch(announced())).status).to.equal(200);
  });

  it("that breaks off is told as a failure, not read as an empty one", async () => {
    const broken = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode("{"));
        controller.error(new Error("The line is cut."));
      },
    });
    const { error } = console;
    console.error = () => {};
    try {
      expect((await app.fetch(put(broken))).status).to.equal(500);
    } finally {
      console.error = error;
    }
  });
});

describe("a save, in the home of a page", () => {
  for (const [browser, made] of Object.entries(BROWSERS)) {
    it(`never writes an empty notebook: a body as ${browser} sends it`, async () => {
      const server = await PageTestServer.start({ "a.ipynb": notebookText(["stdout before"]) });
      const content = JSON.parse(notebookText(["stdout after"]));
      const body = JSON.stringify({ type: "notebook", content });
      const address = "http://page.test/api/contents/a.ipynb";
      const answer = await server.fetch(made(new Request(address, { method: "PUT", body })));
      expect(answer.status).to.equal(200);
      expect(server.read("a.ipynb")).to.contain("stdout after");
      await server.stop();
    });
  }
});
