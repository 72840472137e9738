import { type Figures, lossDifference } from "./figures";

/** A sentence about the library, and whether it is true; undefined where who it names is not here. */
export interface Verdict {
  says: string;
  met: boolean | undefined;
}

/** All that the benchmark has found out; GFLOP/s and nanoseconds. */
export interface Findings {
  contenders: Map<string, Figures>;
  peak: { float32: number; float64: number };
  smallProduct: { ours: number; numjs: number };
  /** Milliseconds. */
  importing: number;
}

const LOSSES_AGREE = 1e-6;
const SQUARE = "256³";

/** What must be. */
export function judgeMusts(findings: Findings): Verdict[] {
  const { contenders } = findings;
  const expected = contenders.get("ours float64")?.losses ?? [];
  const differences = [...contenders.values()].map(({ losses }) =>
    lossDifference(losses, expected),
  );
  return [
    { says: "all losses agree to 1e-6", met: differences.every((d) => d <= LOSSES_AGREE) },
    // On OpenBLAS's fastest kernel for a processor with AVX-512 NumPy comes as near as 1.1 ×.
    atLeast(findings, "ours float32", 1, ["NumPy float64"]),
    atLeast(findings, "ours float32", 40, ["numjs float64", "numjs float32"]),
  ];
}

/** What is aimed at. */
export function judgeAims(findings: Findings): Verdict[] {
  const { contenders, peak, smallProduct, importing } = findings;
  const part = (type: "float32" | "float64") =>
    (contenders.get(`ours ${type}`)?.products[SQUARE] ?? 0) / peak[type];
  return [
    atLeast(findings, "ours float32", 1.4, ["NumPy float64"]),
    atLeast(findings, "ours float32", 45, ["numjs float64", "numjs float32"]),
    atLeast(findings, "ours float64", 0.8, ["NumPy float64"]),
    { says: `${SQUARE} at 75 % of the peak in float32`, met: part("float32") >= 0.75 },
    { says: `${SQUARE} at 75 % of the peak in float64`, met: part("float64") >= 0.75 },
    {
      says: "2×3 · 3×2 not slower than in numjs",
      met: smallProduct.ours <= smallProduct.numjs,
    },
    { says: "importing the library within 150 ms", met: importing <= 150 },
  ];
}

/** Whether a contender takes so many times the steps of the fastest of some others. */
function atLeast(
  { contenders }: Findings,
  name: string,
  factor: number,
  others: string[],
): Verdict {
  const steps = contenders.get(name)?.steps ?? 0;
  const found = others.flatMap((other) => contenders.get(other)?.steps ?? []);
  const who = others.length === 1 ? others[0] : `the faster of ${others.join(" and ")}`;
  if (found.length === 0) return { says: `${name}: ${factor} × ${who}`, met: undefined };
  const ratio = steps / Math.max(...found);
  return { says: `${name}: ${factor} × ${who} (${ratio.toFixed(2)} ×)`, met: ratio >= factor };
}
