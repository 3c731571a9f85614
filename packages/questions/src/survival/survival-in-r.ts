import { dataInR } from "../in-r/data-in-r.ts";
import { rName, rVector } from "../in-r/r-words.ts";
import { columnList } from "../rows/column-list.ts";
import { columnNamed } from "../rows/columns.ts";
import { DAYS_IN } from "../rows/durations.ts";
import { levelsIn } from "../rows/factors.ts";
import type { ChosenRows } from "../rows/rows-where.ts";
import { comparisonInR } from "./comparison-in-r.ts";
import { furtherInR } from "./further-in-r.ts";
import type { SurvivalChoices } from "./survival-choices.ts";
import { type SurvivalNames, timeAndEvent } from "./survival-names.ts";
import type { SurvivalVariables } from "./survival-variables.ts";

export interface AskedInR {
  readonly rows: ChosenRows;
  readonly names: SurvivalNames;
  readonly choices: SurvivalChoices;
}

/** Pieces of R that the parts of a script share. */
export interface InR {
  /** `Surv(...)` of what is analysed. */
  readonly surv: string;
  /** Arguments that weigh rows and name subjects, each after a comma. */
  readonly weights: string;
  /** What a robust variance is summed within: R itself takes each row only where none enters late. */
  readonly cluster: string;
  readonly id: string;
  readonly group: string;
  readonly strata: string;
}

/** The script in R that gives the numbers of `osteon survival`: package survival alone. */
export function survivalInR(variables: SurvivalVariables, asked: AskedInR): string {
  const { choices, names } = asked;
  const { confType, level, times, rmst, ties } = choices;
  const pieces = piecesOf(variables);
  const { surv, weights, id, group, strata } = pieces;
  const type = confType === "arcsine" ? "arcsin" : confType;
  const curve = `survfit(${surv} ~ ${group}, data = d, conf.type = "${type}", conf.int = ${level}${weights}${id})`;
  const parts = [
    `${variables.terms.formula}${strata}${names.offset === undefined ? "" : ` + offset(${rName(names.offset)})`}`,
  ];
  const cluster = variables.id === undefined && !variables.fractional ? "" : pieces.cluster;
  const tight = "coxph.control(eps = 1e-12, toler.chol = 1e-13, iter.max = 60)";
  return script([
    "library(survival)",
    ...followUpInR(variables, asked),
    `km <- ${curve}`,
    "print(km)",
    ...(times.length === 0 ? [] : [`print(summary(km, times = ${rVector(times)}))`]),
    ...(rmst === undefined ? [] : [`print(summary(km, rmean = ${rmst})$table)`]),
    ...(variables.group === undefined ? [] : comparisonInR(variables, choices, pieces)),
    ...(variables.covariates.length === 0
      ? []
      : [
          `cox <- coxph(${surv} ~ ${parts.join("")}, data = d, ties = "${ties}"${weights}${cluster}, control = ${tight})`,
          `print(summary(cox, conf.int = ${level}))`,
          ...(ties === "exact" ? [] : ["print(cox.zph(cox))"]),
        ]),
    ...furtherInR(variables, choices, pieces, names.offset === undefined ? undefined : rName(names.offset)),
  ]);
}

export const script = (lines: readonly string[]): string => `${lines.join("\n")}\n`;

function piecesOf({ start, weight, id, group, stratum }: SurvivalVariables): InR {
  return {
    surv: `Surv(${start === undefined ? "" : ".start, "}.time, .event)`,
    weights: weight === undefined ? "" : ", weights = .weight",
    cluster: id === undefined ? ", cluster = seq_len(nrow(d))" : ", cluster = .id",
    id: id === undefined ? "" : ", id = .id",
    group: group === undefined ? "1" : ".group",
    strata: stratum === undefined ? "" : " + strata(.stratum)",
  };
}

/** Lines that lay out the rows: time, event, group, stratum, subject, weight. */
export function followUpInR(variables: SurvivalVariables, { rows, names }: AskedInR): readonly string[] {
  const { data } = rows;
  const { time, event } = timeAndEvent(data, names);
  const strata = columnList(data, names.strata);
  const column = (name: string) => `d$${rName(columnNamed(data, name).name)}`;
  const { from, to, unit = "days", start, group, id, weights, count, offset, landmark } = names;
  const eventColumn = columnNamed(
    data,
    event.includes("=")
      ? (data.columns.find(({ name }) => name === event)?.name ??
          eventName(
            data.columns.map(({ name }) => name),
            event,
          ))
      : event,
  ).name;
  const used = [
    ...(from !== undefined && to !== undefined ? [from, to] : [time]),
    ...[start, group, id, weights, count, offset, ...strata, ...variables.terms.columns].filter(
      (name) => name !== undefined,
    ),
    eventColumn,
  ];
  const passed =
    from !== undefined && to !== undefined
      ? `as.numeric(${column(to)} - ${column(from)}) / ${DAYS_IN[unit]}`
      : column(time);
  return [
    ...dataInR(rows, used),
    `d$.time <- ${passed}`,
    ...(variables.eventInR === "" ? [] : [`d$.event <- ${variables.eventInR}`]),
    ...(start === undefined ? [] : [`d$.start <- ${column(start)}`]),
    ...(group === undefined
      ? []
      : [`d$.group <- factor(${column(group)}, levels = ${rVector(variables.groupOrder ?? levelsIn(data, group))})`]),
    ...(strata.length === 0
      ? []
      : [`d$.stratum <- interaction(${strata.map(column).join(", ")}, sep = "\\r", drop = TRUE)`]),
    ...(id === undefined ? [] : [`d$.id <- ${column(id)}`]),
    ...(weights === undefined ? [] : [`d$.weight <- ${column(weights)}`, "d <- d[d$.weight > 0, ]"]),
    ...(count === undefined ? [] : [`d <- d[rep(seq_len(nrow(d)), ${column(count)}), ]`]),
    ...(landmark === undefined
      ? []
      : [
          `d <- d[which(d$.time > ${landmark}), ]`,
          `d$.time <- d$.time - ${landmark}`,
          ...(start === undefined ? [] : [`d$.start <- pmax(0, d$.start - ${landmark})`]),
        ]),
  ];
}

/** The longest name before an equals sign. */
const eventName = (names: readonly string[], event: string): string =>
  [...event.matchAll(/=/g)]
    .map(({ index }) => event.slice(0, index).trim())
    .reverse()
    .find((name) => names.includes(name) || names.includes(name.replaceAll('"', ""))) ?? event;
