import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { osteon, place } from "./osteon.ts";

type Numbers = readonly number[];
type Names = readonly string[];

const R: {
  readonly labels: readonly (Readonly<Record<"a" | "b" | "g", Names>> &
    Readonly<Record<"time" | "event" | "age", Numbers>> & { readonly chi2: number; readonly beta: number })[];
  readonly codes: readonly (Readonly<Record<"time" | "status" | "x", Numbers>> &
    Readonly<Record<"code" | "beta" | "events", number>> & { readonly median: number | null })[];
} = JSON.parse(readFileSync(new URL("../../packages/stats/reference/edges.json", import.meta.url), "utf8"));

const EDGES = new URL("../../../shared/data/edges/", import.meta.url);
const edge = (file: string): string => new URL(file, EDGES).pathname;
const folder = place("edges");
mkdirSync(folder);

let files = 0;
/** A file of some rows. */
function csv(head: string, rows: readonly string[], ending = "csv"): string {
  const path = join(folder, `${files++}.${ending}`);
  writeFileSync(path, `${[head, ...rows].join("\n")}\n`);
  return path;
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

async function answered(...words: Names) {
  const { out, code, err } = await osteon(...words, "--json");
  assert.equal(code, 0, `${words.join(" ")}\n${err}${out}`);
  return JSON.parse(out);
}

/** What a command says when it refuses. */
async function refused(code: number, ...words: Names): Promise<string> {
  const ended = await osteon(...words);
  assert.equal(ended.code, code, ended.out + ended.err);
  return ended.out + ended.err;
}

const near = (found: number | null | undefined, wanted: number, what: string, tolerance = 1e-6): void =>
  assert.ok(
    Math.abs((found ?? Number.NaN) - wanted) <= tolerance * Math.abs(wanted),
    `${what}: ${found}, R has ${wanted}`,
  );

const TE = ["--time", "time", "--event", "event"];

test("the shared inputs that a command is asked for give what R gives", async (context) => {
  if (!existsSync(EDGES)) return context.diagnostic("the shared inputs are not here");
  const [a, b] = (
    await answered(
      "survival",
      edge("01_delayed_entry.csv"),
      ...TE,
      "--start",
      "entry",
      "--group",
      "arm",
      "--times",
      "10,14,20",
    )
  ).km;
  assert.deepEqual([a.times[0].atRisk, a.times[2].atRisk, b.times[1].atRisk], [3, 3, 3]);

  const two = [
    "survival",
    edge("02_where_recodes_events.csv"),
    "--time",
    "time",
    "--event",
    "status",
    "--where",
    "arm=B",
  ];
  const [alive] = (await answered(...two)).km;
  assert.deepEqual([alive.n, alive.events, alive.median.value], [4, 0, null]);

  const cause = ["--time", "time", "--event", "cause", "--competing", "--group", "arm"];
  const late = await answered(
    "survival",
    edge("03_competing_entry.csv"),
    ...cause,
    "--start",
    "entry",
    "--times",
    "10,14,20",
  );
  const at = (group: string, k: number, i: number) =>
    late.incidence.find((own: { group: string; cause: number }) => own.group === group && own.cause === k).times[i]
      .incidence;
  near(at("A", 1, 0), 1 / 3, "A cause 1 at 10");
  near(at("A", 1, 2), 5 / 9, "A cause 1 at 20");
  near(at("B", 1, 0), 0.5, "B cause 1 at 10");
  near(at("B", 2, 1), 1 / 6, "B cause 2 at 14");
  const ended = await answered("survival", edge("04_incidence_past_followup.csv"), ...cause, "--times", "10,15,50");
  for (const own of ended.incidence.filter(({ group }: { group: string }) => group === "A"))
    assert.deepEqual(
      own.times.slice(1).map(({ incidence }: { incidence: number | null }) => incidence),
      [null, null],
    );

  const empty = (await answered("survival", edge("06a_cox_empty_levels.csv"), ...TE, "--covariates", "drug")).cox;
  assert.deepEqual([empty.coefficients[2].level, empty.coefficients[2].beta], ["D", null]);
  near(empty.firth[2].beta, 0.2012863, "Firth D", 1e-5);
  near(empty.firth[2].lower, 0.006628727, "its lower limit", 1e-5);
  near(empty.firth[2].upper, 225.6358, "its upper limit", 1e-5);
  const constant = (await answered("survival", edge("07a_firth_constant.csv"), ...TE, "--covariates", "arm,age,k")).cox;
  near(constant.firth[0].beta, -4.7161, "arm beside a constant", 1e-4);
  near(constant.firth[1].beta, -0.1497, "age beside a constant", 1e-3);
  const strata = await answered(
    "survival",
    edge("07c_strata_constant.csv"),
    ...TE,
    "--covariates",
    "x,w",
    "--strata",
    "s",
  );
  assert.equal(strata.cox.coefficients[0].because, "monotone-likelihood");
  assert.equal(strata.cox.coefficients[1].because, "constant-at-risk");
  near(strata.cox.firth[0].beta, 0.289598, "x within strata", 1e-5);
  assert.ok(strata.notes.some((note: string) => note.startsWith("w is not estimable: it never varies among those")));

  const length = ["survival", edge("08_zero_length_row.csv"), "--start", "start", "--time", "stop", "--event", "event"];
  assert.match(await refused(3, ...length, "--covariates", "x"), /row 3.*0\.30000000000000004/s);
  const id = await answered(
    ...["survival", edge("09_recurrent_id.csv"), "--start", "tstart", "--time", "tstop", "--event", "status"],
    ...["--group", "treat", "--covariates", "treat", "--id", "id"],
  );
  assert.deepEqual(
    id.km.map(({ n }: { n: number }) => n),
    [65, 63],
  );
  assert.deepEqual([id.km[0].median.lower, id.km[0].median.upper], [206, 306]);
  near(id.logRank.chi2, 10.19, "robust score", 1e-3);
  near(id.logRank.p, 0.00141, "its p", 2e-3);

  assert.match(
    await refused(3, "test", edge("10_german_thousands.csv"), "--value", "Thrombozyten", "--group", "Arm"),
    /1234 or 1\.234/,
  );
  const nan = await answered("test", edge("11_nan.csv"), "--value", "crp", "--group", "arm");
  assert.deepEqual(
    nan.groups.map(({ median }: { median: number }) => median),
    [4.8, 5.8],
  );
  assert.equal(nan.tests.at(-1).value, 151);
  near(nan.tests.at(-1).p, 0.2792877, "p beside a NaN");
  assert.deepEqual(nan.notes, ["crp: NaN was taken for missing."]);

  const { out } = await osteon("survival", edge("13_scale.csv"), ...TE, "--covariates", "platelets");
  const [, beta, se] = /platelets +(\S+) +(\S+)/.exec(out) ?? [];
  near(Number(beta), 5.191768e-7, "beta as printed", 1e-3);
  near(Number(se), 1.978045e-6, "SE as printed", 1e-3);
  const fisher = await answered("test", edge("14_fisher_esoph.csv"), "--value", "agegp", "--group", "tobgp");
  near(fisher.tests.at(-1).p, 0.9999063891, "Fisher", 1e-9);
  const nothing = await answered("test", edge("15_empty_column.csv"), "--value", "m", "--group", "arm");
  for (const { p, because } of nothing.tests) assert.deepEqual([p, because], [null, "no-values"]);
  const labels = await answered(
    ...["survival", edge("16_strata_labels.csv"), ...TE, "--group", "arm", "--covariates", "age", "--strata", "a,b"],
  );
  near(labels.logRank.chi2, 0.01727543, "log-rank in strata");
  near(labels.cox.coefficients[0].beta, 0.01196703, "beta in strata");

  const three = ["survival", edge("19_three_codes.csv"), "--time", "time", "--covariates", "trt", "--event"];
  assert.match(await refused(3, ...three, "status"), /--event status=2/);
  const death = await answered(...three, "status=2");
  near(death.cox.coefficients[0].beta, -0.05722377, "cause-specific");
  const { value, lower, upper } = death.km[0].median;
  assert.deepEqual([value, lower, upper], [3395, 3086, 3839]);
  const censored = await answered("survival", edge("21_all_censored.csv"), ...cause, "--times", "5");
  for (const own of censored.incidence) assert.deepEqual([own.events, own.times[0].incidence], [0, 0]);
  assert.ok(censored.notes.some((note: string) => note.startsWith("Nobody has an event")));
  const comma = await answered("survival", edge("26_comma_in_name.csv"), ...TE, "--covariates", "Age, years");
  assert.equal(comma.cox.coefficients[0].name, "Age, years");
});

test("the coding of an event is that of the whole file, whatever rows are chosen", async () => {
  const coded = (codes: string) =>
    csv(
      "time,e,g,s",
      ["3", "5", "7", "9"].map((t, i) => `${t},${codes[i]},${"xxyy"[i]},${"uvuv"[i]}`),
    );
  const events = async (file: string, where: string) =>
    (await answered("survival", file, "--time", "time", "--event", "e", "--where", where)).km[0].events;
  assert.equal(await events(coded("1211"), "g=y"), 0);
  assert.equal(await events(coded("1122"), "g=x"), 0);
  assert.equal(await events(coded("2211"), "g=x"), 2);
  assert.equal(await events(coded("0111"), "g=y"), 2);
  assert.equal(await events(coded("2112"), "time=5"), 0);
  const alone = await answered("survival", coded("1111"), "--time", "time", "--event", "e");
  assert.ok(alone.notes.some((note: string) => note.startsWith("e holds nothing but 1")));
  const biased = await answered("survival", coded("1212"), "--time", "time", "--event", "e", "--where", "e=2");
  assert.ok(biased.notes.some((note: string) => note.includes("biased")));
});

for (const [i, { code, time, status, x, beta, median, events }] of R.codes.entries())
  test(`--event status=${code} of four codes: the others are censored, as R's status == ${code}`, async () => {
    const file = csv(
      "time,status,x",
      time.map((t, row) => `${t},${status[row]},${x[row]}`),
    );
    const answer = await answered("survival", file, "--time", "time", "--event", `status=${code}`, "--covariates", "x");
    assert.equal(answer.km[0].events, events);
    assert.equal(answer.km[0].median.value, median);
    near(answer.cox.coefficients[0].beta, beta, `beta of ${i}`, 1e-8);
  });

test("the reference of a factor is the one asked for, and a row stands for as many as it says", async (context) => {
  const rows = [1, 2, 3, 4, 5, 6, 7, 8].map((t) => `${t},${t % 3 === 0 ? 0 : 1},${"abc"[t % 3]},${t % 4}`);
  const file = csv("time,event,drug,n", rows);
  const { cox } = await answered("survival", file, ...TE, "--covariates", "drug", "--reference", "drug=c");
  assert.deepEqual(
    cox.coefficients.map(({ level }: { level: string }) => level),
    ["a", "b"],
  );
  assert.match(
    await refused(2, "survival", file, ...TE, "--covariates", "drug", "--reference", "drug=x"),
    /drug has a, b, c/,
  );
  const many = csv(
    "time,event,drug,n",
    rows.flatMap((row) => Array<string>(Number(row.split(",")[3])).fill(row)),
  );
  const words = [...TE, "--group", "drug", "--covariates", "drug"];
  const counted = await answered("survival", file, ...words, "--count", "n");
  const repeated = await answered("survival", many, ...words);
  assert.deepEqual(counted.km, repeated.km);
  assert.deepEqual(counted.logRank, repeated.logRank);
  assert.deepEqual([counted.cox.n, counted.cox.events], [repeated.cox.n, repeated.cox.events]);
  if (!existsSync(EDGES)) return context.diagnostic("the shared inputs are not here");
  const drug = ["--covariates", "drug,age", "--reference", "drug=B"];
  const shared = await answered("survival", edge("28_reference_level.csv"), ...TE, ...drug);
  const own = shared.cox.coefficients.find(({ level }: { level: string | null }) => level === "C");
  near(own.hazardRatio, 1.58903, "C against B");
  near(own.lower, 0.732097, "its lower limit");
  near(own.upper, 3.449021, "its upper limit");
});

test("the median follow-up stands beside the median, by the reverse curve", async () => {
  const file = csv("time,status", ["5,2", "8,1", "9,2", "12,2", "6,1", "7,1", "11,1", "13,1"]);
  const [curve] = (await answered("survival", file, "--time", "time", "--event", "status")).km;
  // survfit(Surv(ifelse(status == 2, time - 0.5, time), status == 1) ~ 1)
  assert.deepEqual([curve.median.value, curve.medianFollowUp.value], [12, 11]);
});

test("an event by a word, and a code that nobody has", async () => {
  const file = csv("time,outcome", ["3,dead", "5,lost", "6,dead", "9,alive"]);
  const words = csv("time,outcome", ["3,Dead", "5,Alive", "6,Dead"]);
  assert.match(await refused(3, "survival", words, "--time", "time", "--event", "outcome"), /--event outcome=Dead or/);
  const [curve] = (await answered("survival", file, "--time", "time", "--event", "outcome=dead")).km;
  assert.equal(curve.events, 2);
  assert.match(
    await refused(2, "survival", file, "--time", "time", "--event", "outcome=gone"),
    /holds dead, lost, alive/,
  );
});

for (const [i, { a, b, g, time, event, age, chi2, beta }] of R.labels.entries())
  test(`strata ${i}: two columns are one stratum for each pair of values, whatever stands in them`, async () => {
    const rows = a.map((one, row) =>
      [quoted(one), quoted(b[row] ?? ""), g[row], time[row], event[row], age[row]].join(","),
    );
    const file = csv("a,b,g,time,event,age", rows);
    const answer = await answered("survival", file, ...TE, "--group", "g", "--covariates", "age", "--strata", "a,b");
    near(answer.logRank.chi2, chi2, "log-rank");
    near(answer.cox.coefficients[0].beta, beta, "beta");
  });

test("words for missing among numbers are said; what is no number is refused with its cell", async () => {
  const column = (odd: string) => csv("arm,crp", [`A,${odd}`, "A,1.5", "A,3", "A,8", "B,2", "B,4.5", "B,7", "B,9"]);
  for (const word of ["nan", "NULL", "n/a", "#N/A"]) {
    const { kind, groups, notes } = await answered("test", column(word), "--value", "crp", "--group", "arm");
    assert.deepEqual([kind, groups[0].n, groups[0].missing], ["number", 3, 1]);
    assert.deepEqual(notes, [`crp: ${word} was taken for missing.`]);
  }
  for (const word of ["Inf", '"3,5"', "<0.5", "4.1*"])
    assert.match(await refused(3, "test", column(word), "--value", "crp", "--group", "arm"), /row 2, crp/);
  const shown = await answered("test", column("<0.5"), "--value", "crp", "--group", "arm", "--factor", "crp");
  assert.equal(shown.kind, "text");
  const words = await answered(
    "test",
    csv("arm,drug", ["A,None", "A,n/a", "B,mtx", "B,None"]),
    "--value",
    "drug",
    "--group",
    "arm",
  );
  assert.deepEqual(words.levels, ["None", "mtx", "n/a"]);
});

test("decimal commas: thousands where they are beyond doubt, refused where they are not", async () => {
  const mean = async (cells: Names, other = "2,5") => {
    const file = csv(
      "g;v;w",
      cells.map((cell, i) => `${i < 3 ? "a" : "b"};${cell};${other}`),
    );
    return (await answered("test", file, "--value", "v", "--group", "g")).groups[0].mean;
  };
  near(await mean(["1,5", "2,5", "5", "1", "2", "3"]), 3, "commas", 1e-12);
  near(await mean(["1.234,5", "1.000", "0,5", "1", "2", "3"]), 2235 / 3, "points between thousands", 1e-12);
  near(await mean(["1.5", "2.5", "5", "1", "2", "3"], "x"), 3, "points in a file without commas", 1e-12);
  const unclear = csv("g;v", ["a;1.234", "a;987", "b;1.500", "b;2.250"]);
  assert.match(await refused(3, "test", unclear, "--value", "v", "--group", "g"), /may be 1234 or 1\.234/);
  const tabs = csv("g\tv", ["a\t1,5", "a\t2", "a\t4", "b\t3,5", "b\t1", "b\t9"], "tsv");
  near(
    (await answered("test", tabs, "--value", "v", "--group", "g")).groups[0].mean,
    2.5,
    "commas between tabs",
    1e-12,
  );
});

test("names are not numbers: 01 is not 1, 1E5 not 100000, and long ids keep their ends", async () => {
  const groups = async (names: Names) => {
    const file = csv(
      "g,v",
      names.flatMap((name) => [`${name},1`, `${name},2`, `${name},4`]),
    );
    return (await answered("test", file, "--value", "v", "--group", "g")).groups.map(
      ({ group }: { group: string }) => group,
    );
  };
  assert.deepEqual(await groups(["01", "1"]), ["01", "1"]);
  assert.deepEqual(await groups(["1E5", "100000"]), ["100000", "1E5"]);
  assert.deepEqual(await groups(["10", "9"]), ["9", "10"]);
  const long = ["9007199254740993", "9007199254740992"];
  assert.deepEqual(await groups(long), [...long].sort());
  const rows = long.flatMap((id, i) => [`${id},0,4,1,${i}`, `${id},4,${7 + i},1,${1 - i}`, `${id}0,0,${5 + i},1,${i}`]);
  const file = csv("id,start,time,event,x", rows);
  const { cox } = await answered("survival", file, ...TE, "--start", "start", "--covariates", "x", "--id", "id");
  assert.equal(cox.subjects, 4);
  const one = await answered("survival", file, ...TE, "--start", "start", "--where", `id=${long[0]}`);
  assert.equal(one.km[0].n, 2);
});

test("counts are printed whole, and numbers with the digits they need", async () => {
  const print = async (...words: Names) => (await osteon(...words)).out;
  const seconds = csv("time,event", ["3992387,1", "3992387,1", "4992388,0", "2992388,1"]);
  const curve = await print("survival", seconds, ...TE, "--times", "2892354,3992387.25");
  for (const text of ["3992387 ", "2892354 ", "3992387.25 "]) assert.ok(curve.includes(text), `${text} in\n${curve}`);
  const small = csv(
    "time,event,pgr",
    [1, 2, 3, 4, 5, 6, 7, 8].map((t) => `${t},${t % 3 === 0 ? 0 : 1},${1000 * ((t * 5) % 9) + t}`),
  );
  const beta =
    /pgr +(\S+) +(\S+) +(\S+) +(\S+) to (\S+)/.exec(await print("survival", small, ...TE, "--covariates", "pgr")) ?? [];
  const { cox } = await answered("survival", small, ...TE, "--covariates", "pgr");
  const [own] = cox.coefficients;
  for (const [i, name] of (["beta", "se"] as const).entries()) near(Number(beta[i + 1]), own[name], name, 1e-3);
  assert.ok(beta[4] !== beta[5] && Number(beta[3]) !== 1, `${beta}`);
  const per = await answered("survival", small, ...TE, "--covariates", "pgr", "--per", "pgr=1000");
  near(per.cox.coefficients[0].beta, 1000 * own.beta, "per 1000", 1e-9);
  assert.equal(per.cox.coefficients[0].name, "pgr per 1000");
});

test("an option is honoured or refused, never dropped", async () => {
  const rows = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((t) => `${t},${t + 3},${t % 3},${t % 2},${t % 4},${t}`);
  const file = csv("start,time,cause,g,x,id", rows);
  const competing = ["survival", file, "--time", "time", "--event", "cause", "--competing"];
  const plain = ["survival", file, "--time", "time", "--event", "g"];
  for (const [words, says] of [
    [[...competing, "--covariates", "x", "--start", "start"], /--start/],
    [[...competing, "--covariates", "x", "--strata", "g", "--group", "g"], /--strata/],
    [[...competing, "--ties", "breslow"], /--ties/],
    [[...competing, "--group", "g", "--time-label", "days", "--out", folder], /--time-label/],
    [[...plain, "--ties", "efron"], /--ties/],
    [[...plain, "--strata", "x"], /--strata/],
    [[...plain, "--time-label", "days"], /--time-label/],
    [[...plain, "--per", "x=10"], /--per/],
    [[...plain, "--factor", "x"], /--factor/],
    [[...plain, "--covariates", "x", "--factor", "id"], /--factor id/],
  ] as const)
    assert.match(await refused(2, ...words), says);
  const limits = async (...words: Names) =>
    (await answered(...competing, "--times", "8", ...words)).incidence[0].times[0];
  assert.notDeepEqual(await limits("--conf-type", "plain"), await limits("--conf-type", "log"));
  assert.notDeepEqual(await limits("--conf-type", "logit"), await limits("--conf-type", "arcsin"));
  assert.notDeepEqual(await limits("--id", "g"), await limits());
  assert.notDeepEqual(await limits("--start", "start"), await limits());
  const lost = await answered(...competing, "--rmst", "9");
  assert.ok(lost.incidence[0].timeLost.value > 0);
});

test("a cause that nobody in the file has is not invented; one that only other rows have is counted 0", async () => {
  const file = csv("time,cause,g", ["1,1,a", "2,0,a", "3,4,b", "5,1,b", "6,0,a"]);
  const words = ["survival", file, "--time", "time", "--event", "cause", "--competing"];
  const all = await answered(...words);
  assert.deepEqual(
    all.incidence.map(({ cause }: { cause: number }) => cause),
    [1, 4],
  );
  const some = await answered(...words, "--where", "g=a");
  assert.deepEqual(
    some.incidence.map(({ cause, events }: Record<string, number>) => [cause, events]),
    [
      [1, 1],
      [4, 0],
    ],
  );
});

test("thousands of groups by mistake are refused before anything is computed", async () => {
  const file = csv(
    "id,time,event,x",
    Array.from({ length: 4000 }, (_, i) => `p${i},${i + 1},${i % 2},${i % 7}`),
  );
  for (const words of [
    ["survival", file, ...TE, "--group", "id"],
    ["survival", file, "--time", "time", "--event", "event", "--competing", "--group", "id"],
    ["survival", file, ...TE, "--covariates", "id"],
    ["test", file, "--value", "x", "--group", "id"],
    ["table1", file, "--by", "id"],
  ])
    assert.match(await refused(2, ...words), /id has 4000 different values/);
});

test("a list of columns: names with a comma, in quotation marks or not; two readings are refused", async () => {
  const file = csv(
    '"a, b",c,"d,e",time,event',
    Array.from({ length: 12 }, (_, i) => `${i % 5},${i % 3},${(i * 7) % 11},${i + 1},${i % 2}`),
  );
  const names = async (list: string) =>
    (await answered("survival", file, ...TE, "--covariates", list)).cox.coefficients.map(
      ({ name }: { name: string }) => name,
    );
  assert.deepEqual(await names("a, b,c"), ["a, b", "c"]);
  assert.deepEqual(await names('c,"d,e"'), ["c", "d,e"]);
  assert.deepEqual(await names("d,e , a, b"), ["d,e", "a, b"]);
  const twice = csv('a,b,"a,b",time,event', ["1,2,3,4,1", "2,1,5,6,0", "3,3,1,7,1"]);
  assert.match(await refused(2, "survival", twice, ...TE, "--covariates", "a,b"), /quotation marks/);
});

test("table 1 leaves out row names and ids, shows codes as categories, and never has an empty p without a reason", async () => {
  const rows = Array.from(
    { length: 40 },
    (_, i) =>
      `${i + 1},P${i},${i % 2 ? "x" : "y"},${1 + (i % 3)},${i % 11 === 0 ? "NA" : 20 + ((i * 13) % 37) / 2},7,NA`,
  );
  const file = csv(",patient_id,arm,stage,age,same,none", rows);
  const labels = async (...words: Names) => {
    const { table } = await answered("table1", file, "--by", "arm", ...words);
    return {
      table,
      names: table.rows.filter(({ level = 0 }) => level === 0).map(({ label }: { label: string }) => label),
    };
  };
  const { table, names } = await labels();
  assert.deepEqual(names, ["stage", "age", "same", "none"]);
  const notes = table.notes.join("\n");
  for (const says of [
    /row names: the column without a name/,
    /name the rows or subjects: patient_id/,
    /categories .*: stage/,
    /p of same: it never varies/,
    /p of none: there is no value/,
  ])
    assert.match(notes, says);
  const median = await labels("--numeric", "stage");
  assert.match(median.table.rows[0].cells[0].text, /^2 \(1 to 3\)$/);
  assert.deepEqual((await labels("--columns", "age,patient_id")).names, ["age", "patient_id"]);
});

test("a table too large for Fisher's exact test is simulated, which is said, and the same twice", async () => {
  const rows = Array.from({ length: 600 }, (_, i) => `g${(i * i) % 7},v${(i * 11 + ((i * i * 3) % 17)) % 8}`);
  const file = csv("g,v", rows);
  const first = await answered("test", file, "--value", "v", "--group", "g");
  const last = first.tests.at(-1);
  assert.match(last.method, /by simulation \(50000 tables, seed 1\)/);
  assert.ok(last.p > 0 && last.p <= 1);
  assert.deepEqual((await answered("test", file, "--value", "v", "--group", "g")).tests.at(-1), last);
});

test("rows that end where they start, but for rounding, are refused by name", async () => {
  for (const [start, time] of [
    ["0.1", "0.10000000000000001"],
    ["0.7", "0.7000000001"],
    ["1.1", "1.1000000000000003"],
  ] as const) {
    const file = csv("start,time,event,x", ["0,2,1,1", `${start},${time},1,0`, "0,1.5,0,2", "0,0.25,1,1"]);
    const words = ["survival", file, ...TE, "--start", "start", "--covariates", "x"];
    assert.match(await refused(3, ...words), /row 3, start/);
  }
});

test("a reader that closes the pipe is no fault", async () => {
  const file = csv(
    "time,event",
    Array.from({ length: 3000 }, (_, i) => `${i + 0.5},${i % 2}`),
  );
  const { execFileSync } = await import("node:child_process");
  const program = new URL("../../apps/cli/bin/osteon.js", import.meta.url).pathname;
  const script = `"${process.execPath}" "${program}" survival "${file}" --time time --event event --json | head -1; echo "\${PIPESTATUS[0]}"`;
  assert.equal(execFileSync("bash", ["-c", script], { encoding: "utf8" }), "{\n0\n");
});
