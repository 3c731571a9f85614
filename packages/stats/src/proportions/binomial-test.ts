import exp from "@stdlib/math-base-special-exp";
import gammaln from "@stdlib/math-base-special-gammaln";
import ln from "@stdlib/math-base-special-ln";
import { type Estimate, estimated, notEstimable, type Provenance } from "../estimate.ts";
import { AS_LIKELY } from "../tables/fisher-exact.ts";
import { requirePart } from "./limits.ts";

export interface BinomialTest extends Provenance {
  readonly p: Estimate;
}

/** Exact test that a share is `against`; two-sided over all counts no more likely than x. R: binom.test(x, n, against)$p.value */
export function binomialTest(x: number, n: number, against: number): BinomialTest {
  if (!(against >= 0 && against <= 1)) throw new RangeError(`a share lies between 0 and 1, got ${against}`);
  const named = {
    method: "exact binomial test",
    convention: `two-sided against ${against}: all counts no more likely`,
    rCall: `binom.test(x, n, ${against})`,
  };
  if (requirePart(x, n) === 0) return { p: notEstimable("no-values", 0), ...named };
  const limit = density(x, n, against) * AS_LIKELY;
  let p = 0;
  for (let k = 0; k <= n; k++) {
    const own = density(k, n, against);
    if (own <= limit) p += own;
  }
  return { p: estimated(Math.min(1, p)), ...named };
}

function density(k: number, n: number, share: number): number {
  if (share === 0 || share === 1) return k === n * share ? 1 : 0;
  const ways = gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1);
  return exp(ways + k * ln(share) + (n - k) * ln(1 - share));
}
