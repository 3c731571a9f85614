import type { PageTable } from "@osteon/publish";
import { answerTable } from "../shown/answer-table.ts";
import { coefficient, decimals, plain, pText, ratio, ratioPlaces } from "../shown/number-text.ts";
import { why } from "../shown/reasons.ts";
import { nameOf } from "./coefficient-name.ts";
import type { SurvivalAnswer } from "./survival-answer.ts";

interface RatioShown {
  readonly beta: number | null;
  readonly se: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** Coefficient, error, ratio and its limits, each with the digits it needs. */
export function ratioCells(own: RatioShown, value: number | null): readonly string[] {
  const places = ratioPlaces(own);
  const limits = `${ratio(own.lower, places)} to ${ratio(own.upper, places)}`;
  return [coefficient(own.beta), coefficient(own.se), ratio(value, places), limits];
}

const equals = (p: number | null): string => (pText(p).startsWith("<") ? pText(p) : `= ${pText(p)}`);

/** The regression, its tests, and the test of proportional hazards. */
export function coxTables(cox: SurvivalAnswer["cox"], percent: string): readonly PageTable[] {
  if (cox === null) return [];
  const rows = cox.subjects === undefined ? `n ${cox.n}` : `n ${cox.subjects} in ${cox.n} rows`;
  const test = (title: string, { chi2, df, p, because }: typeof cox.tests.wald) =>
    because === undefined
      ? `${title} ${decimals(chi2, 2)} on ${df} df, p ${equals(p)}`
      : `${title} not estimable: ${why(because)}`;
  const { likelihoodRatio, wald, score } = cox.tests;
  const regression = answerTable(
    "cox",
    `Cox regression, ${cox.ties} ties, ${rows}, ${cox.events} events${cox.robust ? ", robust variance" : ""}`,
    ["", "beta", "SE", "hazard ratio", `${percent} % limits`, "z", "p"],
    [
      ...cox.coefficients.map((own) => [
        ...[nameOf(own), ...ratioCells(own, own.hazardRatio), decimals(own.z, 2), pText(own.p)],
      ]),
      ...(cox.firth ?? []).map((own) => [
        `${nameOf(own)} (Firth)`,
        ...ratioCells(own, own.hazardRatio),
        "",
        pText(own.p),
      ]),
    ],
    [
      `${test("likelihood ratio", likelihoodRatio)}; ${test("Wald", wald)}; ${test("score", score)}`,
      `concordance ${decimals(cox.concordance.value, 3)} (SE ${decimals(cox.concordance.stdError, 3)})`,
    ],
  );
  if (cox.zph.length === 0) return [regression];
  const trend = cox.zph.map((own) => [own.name, decimals(own.chi2, 3), plain(own.df), pText(own.p)]);
  const title = "Proportional hazards (score test, time on the Kaplan-Meier scale)";
  return [regression, answerTable("proportional-hazards", title, ["", "chi-square", "df", "p"], trend)];
}
