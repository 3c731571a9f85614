import { levelsOf, type Protocol, type SurvivalAnalysis } from "@osteon/protocol";
import type { Calls } from "./plain-calls.ts";
import { vector } from "./r-rows.ts";

/** Curves: R's own summary of a fit. The log-rank test reads all groups, a curve those of its group. */
export function survivalCalls(
  { time, event, by, divisor }: SurvivalAnalysis,
  protocol: Protocol,
  statistic: string,
  at: number | undefined,
): Calls {
  const inUnit = (call: string): string => (divisor === 1 ? call : `${call} / ${divisor}`);
  const known = [time, event, ...(by === undefined ? [] : [by.column])].map((column) => `!is.na(rows$${column})`);
  const begins = [`rows <- rows[${known.join(" & ")}, ]`, `day <- rows$${time}`, `event <- rows$${event} == 1`];
  const fit = (type: string): string => `survfit(Surv(day, event) ~ 1, conf.type = "${type}")`;
  const middle = (type: string, column: string): string => inUnit(`summary(${fit(type)})$table[["${column}"]]`);
  const onDay = (type: string, what: string): string => `summary(${fit(type)}, times = ${at}, extend = TRUE)$${what}`;
  // Before the first event R's log-log limits are missing; they are 1.
  const limit = (type: string, what: string): string =>
    type === "log-log" ? `ifelse(${onDay(type, "surv")} == 1, 1, ${onDay(type, what)})` : onDay(type, what);
  const types = ["log-log", "log", "plain"] as const;
  const suffix = (type: string): string => (type === "log-log" ? "" : `-${type}`);
  const limits = types.flatMap((type) => [
    [`median-lower${suffix(type)}`, middle(type, "0.95LCL")],
    [`median-upper${suffix(type)}`, middle(type, "0.95UCL")],
    ...(at === undefined
      ? []
      : [
          [`survival-lower${suffix(type)}`, limit(type, "lower")],
          [`survival-upper${suffix(type)}`, limit(type, "upper")],
        ]),
  ]);
  const reverse = "survfit(Surv(ifelse(event, day - 0.5, day), !event) ~ 1)";
  const group = by === undefined ? "" : groupInR(by, protocol);
  const expected = /^expected-(.*)$/s.exec(statistic)?.[1];
  const compared = "survdiff(Surv(day, event) ~ group)";
  return {
    begins: by === undefined ? begins : [...begins, group],
    answers: {
      n: "length(day)",
      events: "sum(event)",
      median: middle("log-log", "median"),
      ...Object.fromEntries(limits),
      "median-follow-up": inUnit(`with(${reverse}, time[surv <= 0.5 + 1e-9][1])`),
      ...(at === undefined
        ? {}
        : {
            survival: onDay("log-log", "surv"),
            "risk-at-risk": `sum(day >= ${at})`,
            "risk-events": `sum(day < ${at} & event)`,
            "risk-censored": `sum(day < ${at} & !event)`,
            "step-at-risk": `sum(day >= ${at})`,
            "step-events": `sum(day == ${at} & event)`,
            "step-censored": `sum(day == ${at} & !event)`,
            "step-survival": onDay("log-log", "surv"),
            "step-lower": limit("log-log", "lower"),
            "step-upper": limit("log-log", "upper"),
          }),
      "log-rank-chi2": `${compared}$chisq`,
      "log-rank-df": "length(unique(group)) - 1",
      "log-rank-p": `pchisq(${compared}$chisq, length(unique(group)) - 1, lower.tail = FALSE)`,
      ...(expected === undefined
        ? {}
        : { [statistic]: `${compared}$exp[levels(group) == ${JSON.stringify(expected)}]` }),
    },
  };
}

/** The group of each row; values that no level names are one. */
function groupInR({ column, levels }: NonNullable<SurvivalAnalysis["by"]>, protocol: Protocol): string {
  if (levels === "found") return `group <- factor(rows$${column})`;
  const names = vector(levelsOf(protocol, levels));
  return `group <- factor(ifelse(rows$${column} %in% ${names}, rows$${column}, "other"))`;
}
