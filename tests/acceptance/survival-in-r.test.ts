import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { CompetingAnswer } from "../../apps/cli/src/data-analysis/competing-answer.ts";
import type { SurvivalAnswer } from "../../apps/cli/src/data-analysis/survival-answer.ts";
import { answered, csv, type Names } from "./edge-files.ts";
import { osteon } from "./osteon.ts";
import { hasR, type RScript, toldByR } from "./r-scripts.ts";

const DATA: Readonly<Record<string, { readonly csv: string }>> = JSON.parse(
  readFileSync(new URL("reference/survival-command.json", import.meta.url), "utf8"),
);

/** A data set of package survival as a file, with a column more where one is made. */
function file(
  name: string,
  more: Readonly<Record<string, (cells: Names, row: number) => string>> = {},
  ending = "csv",
): string {
  const [head = "", ...rows] = (DATA[name]?.csv ?? "").trimEnd().split("\n");
  const names = Object.keys(more);
  return csv(
    [head, ...names].join(),
    rows.map((row, i) => [row, ...names.map((own) => more[own]?.(row.split(","), i) ?? "")].join()),
    ending,
  );
}

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

interface Asked {
  readonly title: string;
  readonly words: Names;
  readonly times?: readonly number[];
  readonly rmst?: number;
  readonly adjust?: string;
  readonly residuals?: string;
}

const sex = ["--group", "sex"];
const lung = () => file("lung");
const LUNG = ["--time", "time", "--event", "status"];
const COLON = ["--time", "time", "--event", "status"];
const CGD = ["--start", "tstart", "--time", "tstop", "--event", "status", "--id", "id"];
/** Weights and dates by the row, so that they are the same every time. */
const weighted = () =>
  file("lung", { w: (_, i) => String(0.5 + ((i * 37) % 11) / 4), n: (_, i) => String(1 + (i % 3)) });
const late = () => file("lung", { from: ([time], i) => String(Math.floor((Number(time) * (i % 4)) / 5)) });
const dated = () =>
  file("lung", {
    begun: (_, i) => new Date(Date.UTC(2001, 0, 1 + ((i * 53) % 900))).toISOString().slice(0, 10),
    seen: ([time], i) => new Date(Date.UTC(2001, 0, 1 + ((i * 53) % 900) + Number(time))).toISOString().slice(0, 10),
    word: ([, status]) => (status === "2" ? "dead" : "alive"),
    odd: (_, i) => (i % 9 === 0 ? "<2.5" : i % 10 === 1 ? "-9" : String((i * 7) % 23)),
  });

/** Follow-up in two rows, the first of them censored where the second begins. */
const halves = () => {
  const rows = (DATA.competing?.csv ?? "").trimEnd().split("\n").slice(1);
  return csv(
    "who,start,time,cause,sex",
    rows.flatMap((row, i) => {
      const [time, cause, sex] = row.split(",");
      const middle = Number(time) / 2;
      return [`p${i},0,${middle},0,${sex}`, `p${i},${middle},${time},${cause},${sex}`];
    }),
  );
};
const german = () => {
  const rows = (DATA.lung?.csv ?? "").trimEnd().split("\n").slice(1);
  return csv(
    "zeit;status;arm;wert",
    rows.map((row, i) => {
      const [time, status, age] = row.split(",");
      return [time, status, `0${1 + (i % 2)}`, i % 5 === 0 ? `1.${age}2,5` : `${age},25`].join(";");
    }),
  );
};

/** Every part of the command, each once at least. */
const ASKED: readonly Asked[] = [
  {
    title: "curves, comparison, a product of two covariates",
    words: ["survival", lung(), ...LUNG, ...sex, "--covariates", "age,sex,age:sex"],
    times: [100, 365],
    rmst: 500,
  },
  {
    title: "conditions of every kind",
    words: [
      "survival",
      lung(),
      ...LUNG,
      ...sex,
      "--where",
      "age >= 50",
      "--where",
      "ph.ecog in (0; 1)",
      "--where",
      "ph.ecog not missing",
      "--where",
      "age != 60",
      "--conf-type",
      "log",
    ],
    times: [365],
  },
  {
    title: "a factor, its order, its reference, its product with a number per ten",
    words: [
      "survival",
      lung(),
      ...LUNG,
      "--where",
      "ph.ecog < 3",
      "--covariates",
      "age*ph.ecog",
      "--levels",
      "ph.ecog=1,0,2",
      "--reference",
      "ph.ecog=2",
      "--per",
      "age=10",
    ],
  },
  {
    title: "weights that are not whole",
    words: ["survival", weighted(), ...LUNG, ...sex, "--covariates", "age,sex", "--weights", "w"],
    times: [365],
  },
  {
    title: "weights that are whole, Breslow",
    words: ["survival", weighted(), ...LUNG, ...sex, "--covariates", "age,sex", "--weights", "n", "--ties", "breslow"],
    times: [365],
  },
  {
    title: "counts",
    words: ["survival", weighted(), ...LUNG, ...sex, "--covariates", "age", "--count", "n", "--ties", "breslow"],
    times: [365],
    rmst: 400,
  },
  {
    title: "dates, a word for the event, limits and words for missing",
    words: [
      "survival",
      dated(),
      "--from",
      "begun",
      "--to",
      "seen",
      "--unit",
      "months",
      "--event",
      "word=dead",
      ...sex,
      "--covariates",
      "odd",
      "--below-limit",
      "half",
      "--missing",
      "-9",
      "--where",
      "begun >= 2001-06-01",
    ],
    times: [6],
  },
  {
    title: "a landmark",
    words: ["survival", lung(), ...LUNG, ...sex, "--covariates", "age", "--landmark", "180"],
    times: [100],
  },
  {
    title: "delayed entry",
    words: ["survival", late(), ...LUNG, "--start", "from", ...sex, "--covariates", "age"],
    times: [300],
  },
  ...["gehan", "tarone-ware", "peto", "modified-peto", "rho=1", "fh=0.5,1"].map(
    (family): Asked => ({
      title: `${family}, in strata`,
      words: ["survival", lung(), ...LUNG, ...sex, "--strata", "ph.ecog", "--test", family],
    }),
  ),
  {
    title: "trend and pairs",
    words: [
      "survival",
      file("colon"),
      ...COLON,
      "--group",
      "rx",
      "--levels",
      "rx=Obs,Lev,Lev+5FU",
      "--trend",
      "--pairwise",
      "holm",
    ],
    adjust: "holm",
    times: [1000],
  },
  {
    title: "trend by Gehan's weights, in strata",
    words: [
      "survival",
      file("colon"),
      ...COLON,
      "--group",
      "rx",
      "--trend",
      "--test",
      "gehan",
      "--strata",
      "sex",
      "--pairwise",
      "benjamini-hochberg",
    ],
    adjust: "BH",
  },
  { title: "hazards", words: ["survival", lung(), ...LUNG, ...sex, "--hazard"] },
  {
    title: "hazards and a baseline with delayed entry, offset",
    words: [
      "survival",
      late(),
      ...LUNG,
      "--start",
      "from",
      "--hazard",
      "--covariates",
      "age",
      "--baseline",
      "--offset",
      "ph.ecog",
    ],
  },
  {
    title: "recurrent events: limits, comparison and mean number by child",
    words: ["survival", file("cgd"), ...CGD, "--group", "treat", "--covariates", "treat,age", "--mean-number"],
  },
  ...["andersen-gill", "pwp-total", "pwp-gap", "wei-lin-weissfeld"].map(
    (model): Asked => ({
      title: model,
      words: ["survival", file("cgd"), ...CGD, "--covariates", "treat,age", "--recurrent", model, "--most-events", "3"],
    }),
  ),
  {
    title: "gap times of every event",
    words: ["survival", file("cgd"), ...CGD, "--covariates", "treat", "--recurrent", "pwp-gap"],
  },
  {
    title: "Andersen and Gill of every event",
    words: ["survival", file("cgd"), ...CGD, "--covariates", "treat", "--recurrent", "andersen-gill"],
  },
  ...["exponential", "weibull", "log-normal", "log-logistic"].map(
    (distribution): Asked => ({
      title: distribution,
      words: ["survival", lung(), ...LUNG, "--covariates", "age,sex", "--aft", distribution],
    }),
  ),
  ...["martingale", "deviance", "score", "dfbeta", "schoenfeld", "scaled-schoenfeld"].map(
    (kind): Asked => ({
      title: `residuals: ${kind}`,
      words: ["survival", lung(), ...LUNG, "--covariates", "age,sex", "--residuals", kind],
      residuals: kind === "scaled-schoenfeld" ? "scaledsch" : kind,
    }),
  ),
  {
    title: "exact ties",
    words: ["survival", lung(), ...LUNG, "--covariates", "age,sex", "--ties", "exact"],
  },
  {
    title: "a file with semicolons, decimal commas and points between thousands",
    words: ["survival", german(), "--time", "zeit", "--event", "status", "--group", "arm", "--covariates", "wert"],
    times: [365],
  },
  {
    title: "competing causes with delayed entry",
    words: [
      ...["survival", file("competing", { from: ([time], i) => String((Number(time) * (i % 3)) / 4) })],
      ...["--time", "time", "--event", "cause", "--competing", "--group", "sex", "--start", "from"],
      ...["--where", "time > 0"],
    ],
    times: [60, 120],
  },
  {
    title: "competing causes by subject",
    words: [
      ...["survival", halves(), "--start", "start"],
      ...["--time", "time", "--event", "cause", "--competing", "--group", "sex", "--id", "who"],
    ],
    times: [60, 120],
  },
  {
    title: "competing causes",
    words: [
      "survival",
      file("competing"),
      "--time",
      "time",
      "--event",
      "cause",
      "--competing",
      "--group",
      "sex",
      "--covariates",
      "age,sex",
    ],
    times: [60, 120],
  },
  {
    title: "competing causes that are listed",
    words: [
      "survival",
      file("competing", { what: ([, cause]) => ["seen", "pcm", "dead"][Number(cause)] ?? "" }),
      "--time",
      "time",
      "--event",
      "what=pcm",
      "--competes",
      "dead",
      "--group",
      "sex",
    ],
    times: [60, 120],
  },
];

/** What R iterates itself stops at its own tolerance, which is told to be 1e-12; variances keep half the digits of that. */
const TOLERANCE = 1e-8;

test("the script that --r prints gives the numbers of the command, in R", async (t) => {
  if (!hasR()) return t.diagnostic("Rscript is not installed: the scripts were not run");
  const answers: Answer[] = [];
  const scripts: RScript[] = [];
  for (const asked of ASKED) {
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
  for (const [i, asked] of ASKED.entries()) {
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
