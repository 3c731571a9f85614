import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";
import { osteon } from "../../../tests/acceptance/osteon.ts";
import { answered, csv, EDGES, edge, near, R, refused, TE } from "./edge-files.ts";

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
