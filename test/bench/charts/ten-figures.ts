import type { Figure } from "../../../src/show/figure";

const COUNT = 100;
const xs = Array.from({ length: COUNT }, (_, i) => i / 10);
const wave = (shift: number) => xs.map((x) => Math.sin(x + shift) * Math.exp(-x / 8));
/** Two decimals, as measured values have them. */
const rough = (values: number[]) => values.map((value) => Math.round(value * 100) / 100);
const field = (size: number) =>
  Array.from({ length: size }, (_, i) =>
    rough(Array.from({ length: size }, (_, j) => Math.cos(i / 4) * Math.sin(j / 3))),
  );
const axes = (x: string, y: string) => ({ xaxis: { title: x }, yaxis: { title: y } });

/** Ten charts of the kinds that lessons show, each with about as many numbers. */
export const TEN_FIGURES: Figure[] = [
  {
    data: [{ name: "loss", x: xs, y: wave(1).map(Math.abs) }],
    layout: { title: "Loss", ...axes("step", "loss") },
  },
  {
    data: [0, 1, 2, 3].map((i) => ({ name: `curve ${i}`, x: xs, y: wave(i) })),
    layout: { title: "Four curves", ...axes("x", "y") },
  },
  {
    data: [{ type: "scatter", mode: "markers", x: rough(wave(2)), y: rough(wave(3)) }],
    layout: { title: "Points" },
  },
  {
    data: [{ type: "bar", x: ["apple", "orange", "tax"], y: [2.2, 3.3, 650] }],
    layout: { title: "Gradients" },
  },
  {
    data: ["train", "test"].map((name, i) => ({
      type: "bar",
      name,
      y: rough(wave(i).slice(0, 10)),
    })),
    layout: { title: "Accuracy" },
  },
  { data: [{ type: "heatmap", z: field(28) }], layout: { title: "Weights of one neuron" } },
  { data: [{ type: "contour", z: field(20) }], layout: { title: "Height of the loss" } },
  {
    data: [{ type: "histogram", x: rough([...wave(0), ...wave(1), ...wave(2)]) }],
    layout: { title: "Activations" },
  },
  {
    data: [0, 1, 2].map((i) => ({ type: "box", name: `layer ${i}`, y: rough(wave(i)) })),
    layout: { title: "Gradients of three layers" },
  },
  {
    data: ["float32", "float64"].map((name, i) => ({
      name,
      x: [1, 2, 3, 4, 5, 6, 7, 8].map((power) => 10 ** -power),
      y: [1, 2, 3, 4, 5, 6, 7, 8].map((power) => 10 ** (power / (i + 1) - 9)),
    })),
    layout: { title: "Error of the difference", xaxis: { type: "log" }, yaxis: { type: "log" } },
  },
];
