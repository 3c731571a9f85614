import { readFileSync } from "node:fs";
import { csv, type Names } from "./edge-files.ts";

/** A call of the command, and what R is told beside it. */
export interface Asked {
  readonly title: string;
  readonly words: Names;
  readonly times?: readonly number[];
  readonly rmst?: number;
  readonly adjust?: string;
  readonly residuals?: string;
}

const DATA: Readonly<Record<string, { readonly csv: string }>> = JSON.parse(
  readFileSync(new URL("./reference/survival-command.json", import.meta.url), "utf8"),
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

const sex = ["--group", "sex"];
const lung = () => file("lung");
const LUNG = ["--time", "time", "--event", "status"];
const COLON = ["--time", "time", "--event", "status"];
const CGD = ["--start", "tstart", "--time", "tstop", "--event", "status", "--id", "id"];
/** Weights and dates by the row, so that they are the same every time. */
const lateBy = ([time]: readonly string[], i: number) => String(Math.floor((Number(time) * (i % 4)) / 5));
const weighted = () =>
  file("lung", { w: (_, i) => String(0.5 + ((i * 37) % 11) / 4), n: (_, i) => String(1 + (i % 3)), from: lateBy });
const late = () => file("lung", { from: lateBy });
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
export const SURVIVAL_QUESTIONS: readonly Asked[] = [
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
    title: "weights that are not whole, late entry and hazard",
    words: [
      "survival",
      weighted(),
      ...LUNG,
      ...sex,
      "--covariates",
      "age,sex",
      "--weights",
      "w",
      "--start",
      "from",
      "--hazard",
    ],
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
