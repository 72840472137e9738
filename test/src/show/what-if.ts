import { AddLayer } from "../../../src/layers/add";
import { MulLayer } from "../../../src/layers/mul";
import type { Figure } from "../../../src/show/figure";

/** The change of the price as the gradient predicts it and as it is, for one input and for two. */
export function whatIf(): Figure {
  const [applePrice, price, sum] = [new MulLayer(), new MulLayer(), new AddLayer()];
  const total = (apple: number, count: number) =>
    price.forward(applePrice.forward(apple, count), 1.1);
  const before = total(100, 2);
  const [dApplePrice] = price.backward(1);
  const [dApple, dCount] = applePrice.backward(dApplePrice);
  const steps = [0, 2, 4, 6, 8, 10];
  const line = (name: string, mode: string, y: number[]) => ({ name, mode, x: steps, y });
  return {
    data: [
      line(
        "one, predicted",
        "lines",
        steps.map((s) => dApple * s),
      ),
      line(
        "one, real",
        "markers",
        steps.map((s) => total(100 + s, 2) - before),
      ),
      line(
        "both, predicted",
        "lines",
        steps.map((s) => sum.forward(dApple * s, (dCount * s) / 10)),
      ),
      line(
        "both, real",
        "lines+markers",
        steps.map((s) => total(100 + s, 2 + s / 10) - before),
      ),
    ],
    layout: {
      title: "What if?",
      xaxis: { title: "step" },
      yaxis: { title: "change of the price (won)" },
    },
  };
}
