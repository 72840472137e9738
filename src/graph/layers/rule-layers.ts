import { RULES } from "../rules";
import { RuleLayer } from "./rule-layer";

/** An exponential node: out = exp(x). Backward: dx = dout · out. */
export class ExpLayer extends RuleLayer {
  constructor() {
    super(RULES.exp);
  }
}

/** A logarithm node: out = log(x), the natural one. Backward: dx = dout / x. */
export class LogLayer extends RuleLayer {
  constructor() {
    super(RULES.log);
  }
}

/** A subtract node: out = x − y. Backward: dx = dout, dy = −dout. */
export class SubLayer extends RuleLayer {
  constructor() {
    super(RULES.sub);
  }
}

/** A divide node: out = x / y. Backward: dx = dout / y, dy = −dout · x / y². */
export class DivLayer extends RuleLayer {
  constructor() {
    super(RULES.div);
  }
}

/** A power node: out = xⁿ. Backward: dx = dout · n · xⁿ⁻¹, dn = dout · out · log(x). */
export class PowLayer extends RuleLayer {
  constructor() {
    super(RULES.pow);
  }
}

/** A max node, a gate: out = max(x, y). Backward: all of dout to the larger, 0 to the other. */
export class MaxLayer extends RuleLayer {
  constructor() {
    super(RULES.max);
  }
}

/** A multiply node for arrays, number by number; for two numbers there is MulLayer. */
export class MulArrays extends RuleLayer {
  constructor() {
    super(RULES.mul);
  }
}

/** An add node for arrays, number by number; for two numbers there is AddLayer. */
export class AddArrays extends RuleLayer {
  constructor() {
    super(RULES.add);
  }
}

/** A sum of several terms. Backward: dout to each. */
export class SumOfTerms extends RuleLayer {
  constructor() {
    super(RULES.sum);
  }
}
