import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { openDuckDb, textLiteral } from "@osteon/engine";
import { osteon, place } from "../../../tests/acceptance/osteon.ts";

type Numbers = readonly number[];

interface Asked {
  readonly csv: string;
  readonly km?: Readonly<Record<"n" | "events" | "rmean" | "rmeanError" | "survival", Numbers>> &
    Readonly<Record<"median" | "lower" | "upper", readonly (number | null)[]>>;
  readonly logRank?: { readonly chi2: number; readonly p: number };
  readonly cox: Readonly<Record<"logLik" | "beta" | "se" | "p" | "lower" | "upper" | "concordance", Numbers>> & {
    readonly n: number;
    readonly zph: { readonly chi2: Numbers; readonly p: Numbers };
  };
}

const R: Readonly<Record<string, Asked>> = JSON.parse(
  readFileSync(new URL("./reference/survival-command.json", import.meta.url), "utf8"),
);

interface Answer {
  readonly km: readonly {
    readonly group: string;
    readonly n: number;
    readonly events: number;
    readonly median: Readonly<Record<"value" | "lower" | "upper", number | null>>;
    readonly times?: readonly { readonly survival: number | null }[];
    readonly curve: readonly { readonly time: number; readonly atRisk: number }[];
    readonly rmst: { readonly value: number | null; readonly stdError: number | null } | null;
  }[];
  readonly logRank: { readonly chi2: number | null; readonly df: number; readonly p: number | null } | null;
  readonly cox: {
    readonly n: number;
    readonly logLik: Numbers;
    readonly coefficients: readonly (Readonly<Record<"name" | "level", string | null>> &
      Readonly<Record<"beta" | "se" | "hazardRatio" | "lower" | "upper" | "z" | "p", number | null>>)[];
    readonly concordance: { readonly value: number | null; readonly stdError: number | null };
    readonly zph: readonly { readonly name: string; readonly chi2: number | null; readonly p: number | null }[];
    readonly firth?: readonly { readonly hazardRatio: number | null; readonly upper: number | null }[];
  } | null;
  readonly notes: readonly string[];
}

const near = (found: number | null | undefined, expected: number | null | undefined, what: string): void => {
  if (typeof expected !== "number" || typeof found !== "number") assert.equal(found ?? null, expected ?? null, what);
  else
    assert.ok(
      Math.abs(found - expected) <= 1e-8 * Math.max(Math.abs(expected), 1e-3),
      `${what}: ${found}, R has ${expected}`,
    );
};

let places = 0;
/** A new folder. */
function folder(): string {
  const path = place(`survival-${places++}`);
  mkdirSync(path);
  return path;
}

async function asked(file: string, text: string, ...options: readonly string[]): Promise<Answer> {
  const path = join(folder(), file);
  writeFileSync(path, text);
  const { out: stdout, code } = await osteon("survival", path, "--json", ...options);
  assert.equal(code, 0, stdout);
  return JSON.parse(stdout);
}

function compareCurves(answer: Answer, { km, logRank }: Asked): void {
  for (const [i, own] of answer.km.entries()) {
    assert.equal(own.n, km?.n[i]);
    assert.equal(own.events, km?.events[i]);
    near(own.median.value, km?.median[i], `median of ${own.group}`);
    near(own.median.lower, km?.lower[i], `its lower limit`);
    near(own.median.upper, km?.upper[i], `its upper limit`);
    near(own.rmst?.value, km?.rmean[i], `mean of ${own.group}`);
    near(own.rmst?.stdError, km?.rmeanError[i], "its error");
    for (const [j, at] of (own.times ?? []).entries())
      near(at.survival, km?.survival[2 * i + j], `survival of ${own.group}`);
  }
  near(answer.logRank?.chi2, logRank?.chi2, "log-rank");
  near(answer.logRank?.p, logRank?.p, "its p");
}

function compareCox({ cox }: Answer, { cox: expected }: Asked): void {
  assert.equal(cox?.n, expected.n);
  near(cox?.logLik[1], expected.logLik[1], "log-likelihood");
  for (const [j, own] of (cox?.coefficients ?? []).entries()) {
    for (const part of ["beta", "se", "p", "lower", "upper"] as const)
      near(own[part], expected[part][j], `${part} of ${own.name}`);
  }
  near(cox?.concordance.value, expected.concordance[0], "concordance");
  near(cox?.concordance.stdError, expected.concordance[1], "its error");
  for (const [j, own] of (cox?.zph ?? []).entries()) near(own.chi2, expected.zph.chi2[j], `zph of ${own.name}`);
}

const data = (name: string): Asked => R[name] ?? assert.fail(name);

test("lung, exported from R: curves, medians, means, comparison and regression are R's", async () => {
  const columns = ["--time", "time", "--event", "status", "--group", "sex", "--covariates", "age,sex,ph.ecog"];
  const answer = await asked("lung.csv", data("lung").csv, ...columns, "--times", "365,730", "--rmst", "800");
  assert.deepEqual(
    answer.km.map(({ group }) => group),
    ["1", "2"],
  );
  assert.ok(answer.notes.some((note) => note.includes("2 is the event")));
  assert.ok(answer.notes.some((note) => note.startsWith("1 row left out of the regression")));
  compareCurves(answer, data("lung"));
  compareCox(answer, data("lung"));
});

test("colon: three arms by name, log limits, strata, Breslow ties, a factor against its first level", async () => {
  const columns = [
    "--time",
    "time",
    "--event",
    "status",
    "--group",
    "rx",
    "--covariates",
    "rx,nodes",
    "--strata",
    "sex",
  ];
  const rules = ["--conf-type", "log", "--ties", "breslow", "--times", "1000,2000", "--rmst", "2500"];
  const answer = await asked("colon.csv", data("colon").csv, ...columns, ...rules);
  assert.deepEqual(
    answer.km.map(({ group }) => group),
    ["Lev", "Lev+5FU", "Obs"],
  );
  assert.deepEqual(
    answer.cox?.coefficients.map(({ name, level }) => [name, level]),
    [
      ["rx", "Lev+5FU"],
      ["rx", "Obs"],
      ["nodes", null],
    ],
  );
  assert.ok(answer.notes.includes("rx: reference level Lev."));
  compareCurves(answer, data("colon"));
  compareCox(answer, data("colon"));
});

test("cgd: recurrent infections as stretches of follow-up, robust by child", async () => {
  const columns = [
    "--start",
    "tstart",
    "--time",
    "tstop",
    "--event",
    "status",
    "--covariates",
    "treat,age",
    "--id",
    "id",
  ];
  compareCox(await asked("cgd.csv", data("cgd").csv, ...columns), data("cgd"));
});

test("mgus2: death by sex, from CSV and from Parquet alike", async () => {
  const columns = ["--time", "futime", "--event", "death", "--group", "sex", "--covariates", "age,sex,mspike"];
  const rules = ["--times", "60,120", "--rmst", "240"];
  const answer = await asked("mgus2.csv", data("mgus2").csv, ...columns, ...rules);
  compareCurves(answer, data("mgus2"));
  compareCox(answer, data("mgus2"));
  const at = folder();
  writeFileSync(join(at, "mgus2.csv"), data("mgus2").csv);
  const engine = await openDuckDb();
  const source = `read_csv(${textLiteral(join(at, "mgus2.csv"))}, nullstr = 'NA')`;
  await engine.run(`COPY (SELECT * FROM ${source}) TO ${textLiteral(join(at, "mgus2.parquet"))}`);
  await engine.close();
  const { out: stdout } = await osteon("survival", join(at, "mgus2.parquet"), "--json", ...columns, ...rules);
  assert.deepEqual(JSON.parse(stdout), answer);
});

test("mgus2 with its competing causes: incidences, Gray's tests and Fine and Gray's regression are cmprsk's", async () => {
  const { csv, ...expected } = R.competing as unknown as {
    readonly csv: string;
    readonly incidence: readonly Numbers[];
    readonly variance: readonly Numbers[];
    readonly gray: Numbers;
    readonly beta: number;
    readonly se: number;
  };
  const columns = ["--time", "time", "--event", "cause", "--group", "sex", "--covariates", "age", "--competing"];
  const out = join(folder(), "out");
  const answer = (await asked("competing.csv", csv, ...columns, "--times", "60,120", "--out", out)) as unknown as {
    readonly incidence: readonly {
      readonly times: readonly { readonly incidence: number; readonly stdError: number }[];
    }[];
    readonly gray: readonly { readonly chi2: number }[];
    readonly fineGray: readonly { readonly coefficients: readonly { readonly beta: number; readonly se: number }[] }[];
  };
  for (const [i, curve] of answer.incidence.entries())
    for (const [j, at] of curve.times.entries()) {
      near(at.incidence, expected.incidence[i]?.[j], `incidence ${i} ${j}`);
      near(at.stdError ** 2, expected.variance[i]?.[j], `variance ${i} ${j}`);
    }
  for (const [i, { chi2 }] of answer.gray.entries()) near(chi2, expected.gray[i], `Gray ${i}`);
  near(answer.fineGray[0]?.coefficients[0]?.beta, expected.beta, "beta");
  near(answer.fineGray[0]?.coefficients[0]?.se, expected.se, "its error");
  assert.deepEqual(JSON.parse(readFileSync(join(out, "survival.json"), "utf8")), answer);
});

const ADTTE = new URL("../../../../shared/data/cdisc-pilot/adtte.json", import.meta.url);

test("ADTTE of the CDISC pilot: 29, 61 and 62 events, medians NA, 36 and 33, chi-square 60.3", async (context) => {
  if (!existsSync(ADTTE)) return context.diagnostic("the CDISC pilot's file is not here");
  const out = join(folder(), "adtte");
  const { out: stdout } = await osteon("survival", ADTTE.pathname, "--group", "TRTA", "--json", "--out", out);
  const answer: Answer = JSON.parse(stdout);
  assert.deepEqual(
    answer.km.map(({ events }) => events),
    [29, 61, 62],
  );
  assert.deepEqual(
    answer.km.map(({ median }) => median.value),
    [null, 36, 33],
  );
  assert.equal(answer.logRank?.chi2?.toFixed(1), "60.3");
  assert.equal(answer.logRank?.df, 2);
  const svg = readFileSync(join(out, "survival.svg"), "utf8");
  assert.match(svg, /Xanomeline High Dose/);
  assert.ok(existsSync(join(out, "survival.png")));
});

test("Dataset-JSON, decimal commas, 0/1, false/true and one group read alike", async () => {
  const rows = [
    ["a", 1.5, 1],
    ["b", 2.5, 0],
    ["a", 3, 1],
    ["b", 4, 1],
  ] as const;
  const columns = ["--time", "t", "--event", "e", "--group", "g"];
  const comma = await asked("x.csv", `g,t,e\n${rows.map((row) => row.join(",")).join("\n")}\n`, ...columns);
  const semicolon = rows.map(([g, t, e]) => `${g};${String(t).replace(".", ",")};${e === 1}`).join("\n");
  assert.deepEqual(await asked("y.csv", `g;t;e\n${semicolon}\n`, ...columns), comma);
  const json = {
    datasetJSONVersion: "1.1.0",
    columns: [
      { name: "g", dataType: "string" },
      { name: "t", dataType: "float" },
      { name: "e", dataType: "integer" },
    ],
    rows,
  };
  assert.deepEqual(await asked("z.json", JSON.stringify(json), ...columns), comma);
});

test("where one arm has no event the hazard ratio is not estimable, and Firth's stands beside it", async () => {
  const rows = [1, 2, 3, 4, 5, 6, 7, 8].map((time) => `${time},${time < 5 ? 1 : 0},${time < 6 ? "x" : "a"}`);
  const answer = await asked(
    "s.csv",
    `t,e,arm\n${rows.join("\n")}\n`,
    "--time",
    "t",
    "--event",
    "e",
    "--covariates",
    "arm",
  );
  assert.equal(answer.cox?.coefficients[0]?.hazardRatio, null);
  assert.ok((answer.cox?.firth?.[0]?.hazardRatio ?? 0) > 1);
  assert.ok(answer.notes.some((note) => note.includes("no maximum")));
});

const BAD: readonly (readonly [
  title: string,
  text: string,
  code: string,
  row: number | undefined,
  column: string | undefined,
])[] = [
  ["text among the times", "t,e\n1,1\nx,0\n3,1\n4,0\n", "not-a-number", 3, "t"],
  ["a negative time", "t,e\n1,1\n-2,0\n", "negative-time", 3, "t"],
  ["three codes of event", "t,e\n1,1\n2,0\n3,2\n", "unknown-event-code", 4, "e"],
  ["an empty file", "", "empty-file", undefined, undefined],
  ["a header alone", "t,e\n", "empty-file", undefined, undefined],
  ["a row too long", "t,e\n1,1,9\n2,0\n", "ragged-row", 2, undefined],
  ["a column named twice", "t,e,e\n1,1,0\n", "duplicate-column", 1, "e"],
];

for (const [title, text, code, row, column] of BAD)
  test(`${title} is a problem with its place, and nothing is written`, async () => {
    const at = folder();
    writeFileSync(join(at, "bad.csv"), text);
    const out = join(at, "out");
    const { out: stdout, code: exit } = await osteon(
      "survival",
      join(at, "bad.csv"),
      "--time",
      "t",
      "--event",
      "e",
      "--json",
      "--out",
      out,
    );
    assert.equal(exit, 3);
    const found = JSON.parse(stdout).problems.find((problem: { code: string }) => problem.code === code);
    assert.equal(found?.where.row, row);
    assert.equal(found?.where.column, column);
    assert.ok(!existsSync(out));
  });

test("a start at its end, a text in a covariate of numbers, and both at once: all are listed", async () => {
  const at = folder();
  writeFileSync(join(at, "bad.csv"), "s,t,e,a\n0,5,1,3\n6,6,0,4\n1,7,1,many\n2,8,0,5\n");
  const columns = ["--start", "s", "--time", "t", "--event", "e", "--covariates", "a"];
  const { out: stdout } = await osteon("survival", join(at, "bad.csv"), ...columns, "--json");
  const codes = JSON.parse(stdout).problems.map(({ code }: { code: string }) => code);
  assert.deepEqual(codes.sort(), ["not-a-number", "starts-at-its-end"]);
});

test("a constant covariate, too few rows, and times equal up to rounding are said", async () => {
  const rows = [1, 2, 3, 4, 5].map((time) => `${time},${time % 2},7,${time}`).join("\n");
  const constant = await asked(
    "c.csv",
    `t,e,same,age\n${rows}\n`,
    "--time",
    "t",
    "--event",
    "e",
    "--covariates",
    "same,age",
  );
  assert.ok(constant.notes.includes("same is not estimable: it never varies."));
  const near = await asked("n.csv", "t,e\n0.30000000000000004,1\n0.3,1\n1,0\n", "--time", "t", "--event", "e");
  assert.equal(near.km[0]?.curve.length, 2);
  assert.ok(near.notes.some((note) => note.startsWith("1 time differs from another by rounding alone")));
  const at = folder();
  writeFileSync(join(at, "few.csv"), "t,e,a,b\n1,1,2,3\n2,0,1,5\n");
  const few = await osteon("survival", join(at, "few.csv"), "--time", "t", "--event", "e", "--covariates", "a,b");
  assert.equal(few.code, 3);
  assert.match(few.err, /2 complete rows for 2 coefficients/);
});

test("an ADTTE of several parameters, and conditions that no row meets, are not analysed", async () => {
  const at = folder();
  writeFileSync(join(at, "adtte.csv"), "PARAMCD,AVAL,CNSR\nOS,5,0\nPFS,3,0\nOS,6,0\nOS,7,1\nPFS,4,1\n");
  const several = await osteon("survival", join(at, "adtte.csv"));
  assert.equal(several.code, 2);
  assert.match(several.err, /choose one with --where PARAMCD=CODE: OS, PFS/);
  const one = await osteon("survival", join(at, "adtte.csv"), "--where", "PARAMCD=OS", "--json");
  const [curve] = JSON.parse(one.out).km;
  assert.deepEqual([curve.n, curve.events], [3, 2]);
  const none = await osteon("survival", join(at, "adtte.csv"), "--where", "PARAMCD=EFS");
  assert.match(none.err, /No row of adtte\.csv has PARAMCD=EFS/);
});
