import assert from "node:assert/strict";
import { test } from "node:test";
import type { CompetingAnswer, SurvivalAnswer } from "@osteon/questions";
import { osteon } from "../../../tests/acceptance/osteon.ts";
import { answered } from "./edge-files.ts";
import { hasR, type RScript, toldByR } from "./r-scripts.ts";
import { type Asked, SURVIVAL_QUESTIONS } from "./survival-questions.ts";

/** What is told of every script, as far as it made it. */
const TELL = `
e <- environment()
made <- function(name) exists(name, envir = e, inherits = FALSE)
if (made("km") && !inherits(km, "survfitms")) {
  t <- summary(km)$table; if (!is.matrix(t)) t <- t(as.matrix(t))
  say("events", t[, "events"]); say("median", t[, "median"]); say("lower", t[, ncol(t) - 1]); say("upper", t[, ncol(t)])
  say("at", summary(km, times = ask$times)$surv)
  if (!is.null(ask$rmst)) { m <- summary(km, rmean = ask$rmst)$table; if (!is.matrix(m)) m <- t(as.matrix(m)); say("mean", m[, "rmean"]); say("meanError", m[, "se(rmean)"]) }
}
if (made("robust")) say("comparison", summary(robust)$robscore[c("test", "pvalue")])
if (made("comparison") && !made("robust")) say("comparison", c(comparison$chisq, comparison$pvalue))
if (made("z")) say("trend", z)
if (made("p")) say("pairs", p.adjust(p, ask$adjust))
if (made("cox")) { say("beta", coef(cox)); say("se", sqrt(diag(cox$var))); if (cox$method != "exact") say("zph", cox.zph(cox)$table[, "chisq"]) }
if (made("hazard")) { say("hazard", hazard$cumhaz[hazard$n.event > 0]); say("hazardError", hazard$std.chaz[hazard$n.event > 0]) }
if (made("number")) { say("number", number$cumhaz[number$n.event > 0]); say("numberError", number$std.chaz[number$n.event > 0]) }
if (made("recurrent")) { say("recurrentBeta", coef(recurrent)); say("recurrentError", sqrt(diag(recurrent$var))) }
if (made("aft")) { say("aftBeta", coef(aft)); say("aftScale", aft$scale); say("aftError", sqrt(diag(aft$var))[seq_along(coef(aft))]) }
if (ask$baseline) say("baseline", subset(base, time %in% d$.time[d$.event == 1])$hazard)
if (ask$residuals != "") { r <- residuals(cox, type = ask$residuals); say("residuals", if (grepl("^sch|^sca", ask$residuals)) apply(r, 2, sort) else r) }
if (made("incidence")) { tp <- timepoints(incidence, ask$times); say("incidence", t(tp$est)); say("incidenceVariance", t(tp$var)); say("gray", incidence$Tests[, "stat"]) }
if (made("km") && inherits(km, "survfitms")) { m <- summary(km, times = ask$times); say("states", m$pstate[, -1]); say("statesError", m$std.err[, -1]) }
if (made("fine_gray_1")) { say("fineGray", fine_gray_1$coef); say("fineGrayError", sqrt(diag(fine_gray_1$var))) }
if (made("turnbull")) say("turnbull", turnbull$surv)`;

type Values = readonly (number | null)[];
type Answer = Partial<SurvivalAnswer> & Partial<CompetingAnswer>;

/** Those of a list that are there. */
const there = <Value>(value: Value | null | undefined): readonly Value[] =>
  value === null || value === undefined ? [] : [value];

/** The same of the command's answer. */
function toldByCommand(answer: Answer, { times = [] }: Asked): Readonly<Record<string, Values>> {
  const {
    km = [],
    logRank,
    trend,
    pairs,
    cox,
    hazard,
    meanNumber,
    recurrent,
    aft,
    baseline,
    residuals,
    incidence,
    gray = [],
    fineGray = [],
  } = answer;
  const [first] = km;
  // cmprsk has causes after one another, each with all groups.
  const byCause = (incidence ?? []).toSorted((a, b) => (a.cause ?? 0) - (b.cause ?? 0));
  return {
    ...(first && {
      events: km.map(({ events }) => events),
      median: km.map(({ median }) => median.value),
      lower: km.map(({ median }) => median.lower),
      upper: km.map(({ median }) => median.upper),
    }),
    ...(first?.times && { at: km.flatMap(({ times: at = [] }) => at.map(({ survival }) => survival)) }),
    ...(first?.rmst && {
      mean: km.map(({ rmst }) => rmst?.value ?? null),
      meanError: km.map(({ rmst }) => rmst?.stdError ?? null),
    }),
    ...(logRank && { comparison: [logRank.chi2, logRank.p] }),
    ...(trend && { trend: [trend.z] }),
    ...(pairs && { pairs: pairs.map(({ adjusted }) => adjusted) }),
    ...(cox && {
      beta: cox.coefficients.map(({ beta }) => beta),
      se: cox.coefficients.map(({ se }) => se),
      ...(cox.zph.length > 0 && { zph: cox.zph.map(({ chi2 }) => chi2) }),
    }),
    ...(hazard && {
      hazard: hazard.flatMap(({ steps }) =>
        steps.filter(({ events }) => events > 0).map((own) => own.cumulativeHazard),
      ),
      hazardError: hazard.flatMap(({ steps }) => steps.filter(({ events }) => events > 0).map((own) => own.stdError)),
    }),
    ...(meanNumber && {
      number: meanNumber.flatMap(({ steps }) => steps.map(({ mean }) => mean)),
      numberError: meanNumber.flatMap(({ steps }) => steps.map(({ stdError }) => stdError)),
    }),
    ...(recurrent && {
      recurrentBeta: recurrent.coefficients.map(({ beta }) => beta),
      recurrentError: recurrent.coefficients.map(({ se }) => se),
    }),
    ...(aft && {
      aftBeta: [aft.intercept.beta, ...aft.coefficients.map(({ beta }) => beta)],
      aftError: [aft.intercept.se, ...aft.coefficients.map(({ se }) => se)],
      aftScale: [aft.scale.value],
    }),
    ...(baseline && { baseline: baseline.map(({ cumulativeHazard }) => cumulativeHazard) }),
    ...(residuals && {
      // Events on one time stand in any order.
      residuals: residuals.names.flatMap((_, j) => {
        const column = residuals.rows.flatMap(({ values }) => there(values[j]));
        return residuals.kind.includes("schoenfeld") ? column.sort((a, b) => a - b) : column;
      }),
    }),
    ...(incidence &&
      answer.variance === "Aalen" &&
      times.length > 0 && {
        incidence: byCause.flatMap(({ times: at = [] }) => at.map((at) => at.incidence)),
        incidenceVariance: byCause.flatMap(({ times: at = [] }) =>
          at.map((at) => (at.stdError === null ? null : at.stdError ** 2)),
        ),
      }),
    ...(incidence &&
      answer.variance !== "Aalen" &&
      times.length > 0 && {
        states: byCause.flatMap(({ times: at = [] }) => at.map((at) => at.incidence)),
        statesError: byCause.flatMap(({ times: at = [] }) => at.map((at) => at.stdError)),
      }),
    ...(gray.length > 0 && answer.variance === "Aalen" && { gray: gray.map(({ chi2 }) => chi2) }),
    ...(fineGray.length > 0 && {
      fineGray: (fineGray[0]?.coefficients ?? []).map(({ beta }) => beta),
      fineGrayError: (fineGray[0]?.coefficients ?? []).map(({ se }) => se),
    }),
  };
}

/** What R iterates itself stops at its own tolerance, which is told to be 1e-12; variances keep half the digits of that. */
const TOLERANCE = 1e-8;

test("the script that --r prints gives the numbers of the command, in R", async (t) => {
  if (!hasR()) return t.diagnostic("Rscript is not installed: the scripts were not run");
  const answers: Answer[] = [];
  const scripts: RScript[] = [];
  for (const asked of SURVIVAL_QUESTIONS) {
    const { words, times = [], rmst, adjust = "none", residuals = "" } = asked;
    const call = [
      ...words,
      ...(times.length > 0 ? ["--times", times.join()] : []),
      ...(rmst === undefined ? [] : ["--rmst", String(rmst)]),
    ];
    answers.push(await answered(...call));
    const { out, code, err } = await osteon(...call, "--r");
    assert.equal(code, 0, err);
    const ask = `ask <- list(times = c(${times.length > 0 ? times.join() : "0"}), rmst = ${rmst ?? "NULL"}, adjust = "${adjust}", baseline = ${words.includes("--baseline") ? "TRUE" : "FALSE"}, residuals = "${residuals}")`;
    scripts.push({ script: out, tell: ask + TELL });
  }
  const told = toldByR(scripts);
  for (const [i, asked] of SURVIVAL_QUESTIONS.entries()) {
    const own = toldByCommand(answers[i] ?? {}, asked);
    for (const [what, values] of Object.entries(own)) {
      const wanted = told[i]?.get(what);
      assert.ok(wanted !== undefined, `${asked.title}: R does not tell ${what}\n${scripts[i]?.script}`);
      assert.equal(values.length, wanted.length, `${asked.title}: ${what}\n${scripts[i]?.script}`);
      for (const [place, value] of values.entries())
        near(value, wanted[place] ?? null, `${asked.title}: ${what} ${place}`);
    }
  }
});

function near(found: number | null, wanted: number | null, what: string): void {
  const far =
    found === null || wanted === null
      ? found !== wanted
      : Math.abs(found - wanted) > TOLERANCE * Math.max(Math.abs(wanted), 1e-3);
  assert.ok(!far, `${what}: ${found}, R has ${wanted}`);
}
