import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import {
  PageSocket,
  type SocketClosed,
} from "../../../../../kernel-setup/page/homes/browser/page-socket";
import type { Line } from "../../../../../kernel-setup/page/server/home";
import { V1 } from "../../../../../kernel-setup/page/server/kernels/frames";

describe("a socket to a server in the same page", () => {
  /** A socket, its line, and what both have heard, in order. */
  async function opened(protocols?: string | string[]) {
    const heard: unknown[] = [];
    let line: Line | undefined;
    const socket = new PageSocket(protocols, (served) => {
      line = served;
      heard.push("served");
      served.onMessage((data, isBinary) => heard.push([new TextDecoder().decode(data), isBinary]));
      served.onClose((code) => heard.push(`line closed ${code}`));
    });
    socket.onopen = () => {
      heard.push("open");
      socket.send("first");
    };
    socket.onmessage = ({ data }) => heard.push(data);
    socket.onclose = ({ code, wasClean }: SocketClosed) => heard.push(`closed ${code} ${wasClean}`);
    expect(socket.readyState).to.equal(0);
    expect(() => socket.send("early")).to.throw(/open socket/);
    await sleep(0);
    return { socket, line: line as Line, heard };
  }

  it("has a server before it is open: what is said first is heard", async () => {
    const { socket, heard } = await opened();
    expect(socket.readyState).to.equal(1);
    expect(heard).to.deep.equal(["served", "open", ["first", false]]);
  });

  it("hands texts and bytes on, in order, later than they are sent, and as they were then", async () => {
    const { socket, line, heard } = await opened();
    heard.splice(0);
    const bytes = new TextEncoder().encode("xbytesx").subarray(1, 6);
    socket.send(bytes);
    socket.send(new TextEncoder().encode("buffer").buffer);
    bytes.fill(0);
    socket.send("한글");
    const own = new TextEncoder().encode("to the page");
    line.send(own);
    expect(line.unread).to.equal(11);
    own.fill(0);
    line.send("text");
    expect(heard).to.deep.equal([]);
    await sleep(0);
    expect(line.unread).to.equal(0);
    const texts = heard.map((each) =>
      each instanceof ArrayBuffer ? new TextDecoder().decode(each) : each,
    );
    expect(texts).to.deep.equal([
      ["bytes", true],
      ["buffer", true],
      ["한글", false],
      "to the page",
      "text",
    ]);
    expect(heard[3]).to.be.instanceOf(ArrayBuffer);
  });

  it("closes once for both, from either end, after what was said before", async () => {
    const page = await opened();
    page.heard.splice(0);
    page.socket.send("last");
    page.socket.close(1000);
    page.socket.close(1000);
    page.socket.send("too late");
    expect(page.line.isOpen).to.equal(false);
    await sleep(0);
    expect(page.heard).to.deep.equal([["last", false], "line closed 1000", "closed 1000 true"]);
    expect(page.socket.readyState).to.equal(3);

    const server = await opened();
    server.heard.splice(0);
    server.line.send("last");
    server.line.close(1007, "no message");
    await sleep(0);
    expect(server.heard).to.deep.equal(["last", "line closed 1007", "closed 1007 true"]);
  });

  it("speaks the protocol of kernels where it is offered", async () => {
    expect((await opened([V1])).line.protocol).to.equal(V1);
    expect((await opened(V1)).socket.protocol).to.equal(V1);
    expect((await opened(["other"])).socket.protocol).to.equal("");
    expect((await opened()).socket.protocol).to.equal("");
  });

  it("breaks where there is nobody", async () => {
    const heard: unknown[] = [];
    const socket = new PageSocket(undefined, () => {
      throw new Error("There is no websocket here.");
    });
    socket.onopen = () => heard.push("open");
    socket.onerror = () => heard.push("error");
    socket.onclose = ({ code, wasClean }) => heard.push(`closed ${code} ${wasClean}`);
    await sleep(0);
    expect(heard).to.deep.equal(["error", "closed 1006 false"]);
  });
});
