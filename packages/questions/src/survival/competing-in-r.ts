import { rName, rVector } from "../in-r/r-words.ts";
import { assignmentOf } from "../rows/assignment.ts";
import { unquoted, wordsBetween } from "../rows/cells.ts";
import { columnNamed } from "../rows/columns.ts";
import { conditionInR } from "../rows/condition.ts";
import type { Causes } from "./causes.ts";
import { type AskedInR, followUpInR, script } from "./survival-in-r.ts";
import type { SurvivalVariables } from "./survival-variables.ts";

/** The script in R that gives the numbers of `osteon survival --competing`: cmprsk, and survival where cmprsk has no form. */
export function competingInR(variables: SurvivalVariables, { causes }: Causes, asked: AskedInR): string {
  const { choices } = asked;
  const { start, id, group, stratum, covariates, terms } = variables;
  const { times, confType, level, rmst } = choices;
  const group1 = group === undefined ? "1" : ".group";
  const late = start !== undefined || id !== undefined;
  const type = confType === "arcsine" ? "arcsin" : confType;
  return script([
    "library(survival)",
    "library(cmprsk)",
    ...followUpInR(variables, asked),
    `d$.cause <- ${causeInR(asked)}`,
    `d <- d[complete.cases(d[c(".time", ".cause"${group ? ', ".group"' : ""}${id ? ', ".id"' : ""}${start ? ', ".start"' : ""})]), ]`,
    `states <- factor(d$.cause, 0:${Math.max(1, ...causes)})`,
    `km <- survfit(Surv(${start ? ".start, " : ""}.time, states) ~ ${group1}, data = d, conf.type = "${type}", conf.int = ${level}${id ? ", id = .id" : start ? ", id = seq_len(nrow(d))" : ""})`,
    ...(times.length === 0 ? [] : [`print(summary(km, times = ${rVector(times)}))`]),
    ...(rmst === undefined ? [] : [`print(summary(km, rmean = ${rmst})$table)`]),
    ...(late
      ? []
      : [
          `incidence <- with(d, cuminc(.time, .cause${group ? ", .group" : ""}${stratum ? ", strata = .stratum" : ""}))`,
          ...(times.length === 0 ? [] : [`print(timepoints(incidence, ${rVector(times)}))`]),
          ...(group === undefined ? [] : ["print(incidence$Tests)"]),
        ]),
    ...(covariates.length === 0
      ? []
      : causes.flatMap((cause) => [
          `own <- d[complete.cases(d[${rVector(terms.columns)}]), ]`,
          `fine_gray_${cause} <- with(own, crr(.time, .cause, model.matrix(~ ${terms.formula})[, -1, drop = FALSE], failcode = ${cause}, gtol = 1e-12, maxiter = 50))`,
          `print(summary(fine_gray_${cause}, conf.int = ${level}))`,
        ])),
  ]);
}

/** The number of a row's cause: the column itself, or the place of its code in the list. */
function causeInR({ rows: { data }, names: { event = "", competes } }: AskedInR): string {
  if (competes === undefined) return `d$${rName(columnNamed(data, event).name)}`;
  const { name, value } = assignmentOf(data, event, "--event", "CODE");
  const column = columnNamed(data, name);
  const codes = [unquoted(value), ...wordsBetween(competes, ",")];
  const terms = codes.map(
    (code, place) => `${place + 1} * (${conditionInR({ column, comparison: "=", values: [code] })})`,
  );
  return terms.join(" + ");
}
