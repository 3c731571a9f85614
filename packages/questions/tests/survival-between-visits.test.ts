import assert from "node:assert/strict";
import { test } from "node:test";
import { osteon } from "../../../tests/acceptance/osteon.ts";
import { answered, csv, type Names, refused } from "./edge-files.ts";
import { hasR, toldByR } from "./r-scripts.ts";

const visits = (rows: Names) => csv("arm,last_without,first_with,n", rows);

test("events between visits: four children by hand, a blank end being not yet", async () => {
  const file = visits(["a,0,2,1", "a,0,2,1", "a,2,4,1", "a,3,,1", "b,0,2,2", "b,1,3,1"]);
  const { turnbull } = await answered(
    "survival",
    file,
    "--interval",
    "last_without,first_with",
    "--group",
    "arm",
    "--count",
    "n",
    "--times",
    "2,5",
  );
  const [a, b] = turnbull;
  // Of a two came by 2; the third lies in (3, 4] with the fourth, who may have had it there: then all mass is in (3, 4].
  assert.deepEqual(
    a.intervals.map(({ left, right, mass }: Record<string, number>) => [left, right, mass]),
    [
      [0, 2, 0.5],
      [3, 4, 0.5],
    ],
  );
  assert.deepEqual([a.n, b.n, a.times[0].lower, a.times[0].upper, a.times[1].upper], [4, 3, 0.5, 0.5, 0]);
  assert.deepEqual(
    b.intervals.map(({ left, right, mass }: Record<string, number>) => [left, right, mass]),
    [[1, 2, 1]],
  );
});

test("options of follow-up have no form between visits; an interval that ends before it begins is a problem", async () => {
  const file = visits(["a,0,2,1", "b,4,3,1"]);
  const words = ["survival", file, "--interval", "last_without,first_with"];
  assert.match(await refused(2, ...words, "--time", "n"), /--time has no form with --interval/);
  assert.match(await refused(2, ...words, "--covariates", "n"), /--covariates has no form with --interval/);
  assert.match(await refused(2, ...words, "--level", "0.9"), /--level has no form with --interval/);
  assert.match(await refused(2, "survival", file, "--interval", "n"), /names two columns/);
  assert.match(await refused(3, ...words), /row 3, last_without, "4".*begins after its end, 3/s);
});

test("between visits R's survfit agrees as far as it goes, 5e-5 of the likelihood", async (t) => {
  if (!hasR()) return t.diagnostic("Rscript is not installed: the script was not run");
  const file = visits(
    Array.from({ length: 40 }, (_, i) => {
      const left = (i * 7) % 11;
      return `${"ab"[i % 2]},${left},${i % 5 === 0 ? "" : left + 1 + ((i * 5) % 4)},1`;
    }),
  );
  const words = ["survival", file, "--interval", "last_without,first_with", "--group", "arm", "--times", "5,9"];
  const { turnbull } = await answered(...words);
  const tell = 'times <- c(5.5, 9.5); s <- summary(turnbull, times = times, extend = TRUE); say("at", s$surv)';
  const [told] = toldByR([{ script: (await osteon(...words, "--r")).out, tell }]);
  const found = turnbull.flatMap(
    (own: {
      readonly intervals: readonly { readonly left: number; readonly right: number | null; readonly mass: number }[];
    }) =>
      [5.5, 9.5].map(
        (at) =>
          1 -
          own.intervals.reduce(
            (sum, { left, right, mass }) => sum + (right !== null && (left + right) / 2 <= at ? mass : 0),
            0,
          ),
      ),
  );
  for (const [i, wanted] of (told?.get("at") ?? []).entries())
    assert.ok(Math.abs(found[i] - (wanted ?? Number.NaN)) < 1e-3, `${found[i]}, R has ${wanted}`);
  assert.equal(told?.get("at")?.length, 4);
});
