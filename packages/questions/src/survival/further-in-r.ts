import type { TimeDistribution } from "@osteon/stats";
import type { SurvivalChoices } from "./survival-choices.ts";
import type { InR } from "./survival-in-r.ts";
import type { SurvivalVariables } from "./survival-variables.ts";

/** What R calls each distribution. */
const DISTRIBUTIONS: Readonly<Record<TimeDistribution, string>> = {
  exponential: "exponential",
  weibull: "weibull",
  "log-normal": "lognormal",
  "log-logistic": "loglogistic",
};

const RESIDUALS: Readonly<Record<string, string>> = { "scaled-schoenfeld": "scaledsch" };

/** Hazards, numbers of events, further regressions and residuals, as far as they were asked for. */
export function furtherInR(
  variables: SurvivalVariables,
  { hazard, meanNumber, recurrent, mostEvents, aft, baseline, residuals, ties }: SurvivalChoices,
  { surv, weights, group }: InR,
  offset: string | undefined,
): readonly string[] {
  const { formula } = variables.terms;
  return [
    ...(baseline ? baselineInR(offset) : []),
    ...(residuals === undefined ? [] : [`print(residuals(cox, type = "${RESIDUALS[residuals] ?? residuals}"))`]),
    ...(hazard
      ? [
          `hazard <- survfit(${surv} ~ ${group}, data = d${weights})`,
          "print(cbind(time = hazard$time, hazard = hazard$cumhaz, se = hazard$std.chaz))",
        ]
      : []),
    ...(meanNumber
      ? [
          `number <- survfit(${surv} ~ ${group}, data = d, id = .id, cluster = .id)`,
          "print(cbind(time = number$time, mean = number$cumhaz, se = number$std.chaz))",
        ]
      : []),
    ...(recurrent === undefined ? [] : recurrentInR(recurrent, mostEvents, formula, variables, ties)),
    ...(aft === undefined
      ? []
      : [
          `aft <- survreg(Surv(.time, .event) ~ ${formula === "" ? "1" : formula}, data = d, dist = "${DISTRIBUTIONS[aft]}"${weights}, control = survreg.control(rel.tolerance = 1e-12, maxiter = 100))`,
          "print(summary(aft))",
        ]),
  ];
}

/** R evaluates the baseline at the mean of the offset; here it is that of an offset of 0. */
const baselineInR = (offset: string | undefined): readonly string[] => [
  "base <- basehaz(cox, centered = FALSE)",
  ...(offset === undefined
    ? []
    : [`base$hazard <- base$hazard * exp(-mean(d$${offset}[setdiff(seq_len(nrow(d)), cox$na.action)]))`]),
  "print(base)",
];

/** Rows laid out anew, as the model looks at them. */
function recurrentInR(
  model: string,
  most: number | undefined,
  formula: string,
  { start }: SurvivalVariables,
  ties: string,
): readonly string[] {
  const from = start === undefined ? "0" : "d$.start";
  const fit = (surv: string, strata: string) =>
    `recurrent <- coxph(${surv} ~ ${formula}${strata}, data = h, ties = "${ties}", cluster = .id, control = coxph.control(eps = 1e-12, toler.chol = 1e-13, iter.max = 60))`;
  const joined = [
    `d$.from <- ${from}`,
    "h <- d[order(d$.id, d$.from), ]",
    // A row without the event that the next one goes on from is part of it.
    "h$.k <- ave(h$.event, h$.id, FUN = function(e) cumsum(c(0, head(e, -1)))) + 1",
    "h <- do.call(rbind, lapply(split(h, list(h$.id, h$.k), drop = TRUE), function(own) { last <- own[nrow(own), ]; last$.from <- own$.from[1]; last }))",
    ...(most === undefined ? [] : [`h <- h[h$.k <= ${most}, ]`]),
  ];
  if (model === "andersen-gill") return [...joined, fit("Surv(.from, .time, .event)", ""), "print(summary(recurrent))"];
  if (model === "pwp-total")
    return [...joined, fit("Surv(.from, .time, .event)", " + strata(.k)"), "print(summary(recurrent))"];
  if (model === "pwp-gap")
    return [...joined, fit("Surv(.time - .from, .event)", " + strata(.k)"), "print(summary(recurrent))"];
  return [
    ...joined,
    `most <- ${most ?? "max(tapply(d$.event, d$.id, sum))"}`,
    "h <- do.call(rbind, lapply(split(h, h$.id), function(own) { own <- own[order(own$.k), ]; last <- own[nrow(own), ]; last$.event <- 0; rows <- own[own$.event == 1, ]; while (nrow(rows) < most) { rows <- rbind(rows, last) }; rows$.k <- seq_len(most); rows }))",
    fit("Surv(.time, .event)", " + strata(.k)"),
    "print(summary(recurrent))",
  ];
}
