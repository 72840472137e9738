/** `node limited-server.js`: a notebook server over a folder of its own; says where it is, and ends with its stdin. */
import { notebookText } from "./kernels";
import { TestServer } from "./notebook-server";

async function main(): Promise<void> {
  const server = await TestServer.start({ "lesson.ipynb": notebookText(["stdout a"]) });
  const { port, token } = server.running;
  console.log(JSON.stringify({ port, token, notebooks: server.notebooks }));
  process.stdin.resume();
  process.stdin.on("end", () => void server.stop());
}

void main();
