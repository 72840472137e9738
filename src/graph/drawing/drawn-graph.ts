import { pictureHtml } from "../../text/picture-html";
import { Graph, type GraphView } from "../graph";
import { drawGraph } from "./draw";
import { pageModel } from "./page-model";
import { liveHtml } from "./page-script";

/**
 * Starts a computational graph.
 *
 * Introduced in lesson 01.
 *
 * @example
 * const g = graph();
 * const apple = g.input("apple", 100, "won");
 * const count = g.input("appleNum", 2, "pieces");
 * g.mul(apple, count, "applePrice");
 * g.forward(); // 200
 * g.backward(1.1); // { apple: 2.2, appleNum: 110.00000000000001 }
 */
export function graph(): Graph {
  return new Graph(drawn);
}

const drawn: GraphView = (graph, isComputed) => {
  const picture = drawGraph(graph);
  const html = isComputed ? liveHtml(picture, pageModel(graph)) : pictureHtml(picture);
  return { "text/html": html, "text/plain": graph.toString() };
};
