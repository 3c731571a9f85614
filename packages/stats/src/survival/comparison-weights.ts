/**
 * How much each time of a comparison counts. Programs print them under each other's names (T14), so each is named by its formula
 * as well. `peto` and `modified-peto` use the survival estimate of Peto and Peto (1972), the others Kaplan-Meier's of all groups
 * pooled, as it is just before the time.
 */
export type ComparisonFamily =
  | { readonly family: "log-rank" | "gehan" | "tarone-ware" | "peto" | "modified-peto" }
  | { readonly family: "g-rho"; readonly rho: number }
  | { readonly family: "fleming-harrington"; readonly p: number; readonly q: number };

/** Pooled state at a time: at risk, events, Kaplan-Meier just before it, Peto's estimate just after it. */
export interface PooledTime {
  readonly atRisk: number;
  readonly survivalBefore: number;
  readonly petoAfter: number;
}

export function weightAt(family: ComparisonFamily, { atRisk, survivalBefore, petoAfter }: PooledTime): number {
  switch (family.family) {
    case "log-rank":
      return 1;
    case "gehan":
      return atRisk;
    case "tarone-ware":
      return Math.sqrt(atRisk);
    case "peto":
      return petoAfter;
    case "modified-peto":
      return (petoAfter * atRisk) / (atRisk + 1);
    case "g-rho":
      return survivalBefore ** family.rho;
    case "fleming-harrington":
      return survivalBefore ** family.p * (1 - survivalBefore) ** family.q;
  }
}

/** What each is called, and its weight. */
export function nameOf(family: ComparisonFamily): string {
  switch (family.family) {
    case "log-rank":
      return "log-rank (weight 1)";
    case "gehan":
      return "Gehan-Breslow-Wilcoxon (weight: number at risk)";
    case "tarone-ware":
      return "Tarone-Ware (weight: root of the number at risk)";
    case "peto":
      return "Peto-Peto (weight: product of 1 - d / (r + 1))";
    case "modified-peto":
      return "modified Peto-Peto, Andersen (weight: that product times r / (r + 1))";
    case "g-rho":
      return `G-rho, Harrington-Fleming (weight: S(t-)^${family.rho})`;
    case "fleming-harrington":
      return `Fleming-Harrington (weight: S(t-)^${family.p} (1 - S(t-))^${family.q})`;
  }
}
