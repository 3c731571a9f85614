import { type Problem, placed } from "@osteon/codebook";
import { poissonRate, poissonRateRatio } from "@osteon/stats";
import { rName } from "../in-r/r-words.ts";
import { numbersOf } from "../rows/columns.ts";
import { refused } from "../rows/row-fault.ts";
import { plain } from "../shown/number-text.ts";
import type { PartAnswer } from "../shown/part-answer.ts";
import { lostOf, reasonLines } from "../shown/reasons.ts";
import { effectsTable, testsTable, textTable } from "../shown/shown-tables.ts";
import { type ShownTest, shown } from "../shown/shown-test.ts";
import type { Comparison } from "./compare-columns.ts";
import { effect } from "./effects.ts";

/** Events per time at risk in each group with exact limits; of two groups their ratio and its exact test. */
export function ratesAnswer(
  { data, groups }: Comparison,
  eventColumn: string,
  timeColumn: string,
  level: number,
  problems: Problem[],
): PartAnswer {
  const events = countsIn(data, eventColumn, problems);
  const time = numbersOf(data, timeColumn, problems);
  for (const [row, own] of time.entries())
    if (own !== null && own < 0)
      problems.push(
        placed(refused("negative-time", { of: "at-risk" }), {
          file: data.file,
          row: data.rowNumbers[row] ?? row + 1,
          column: timeColumn,
          value: String(own),
        }),
      );
  const sums = groups.names.map((group) => {
    const sum = { group, events: 0, time: 0, missing: 0 };
    for (const [row, of] of groups.of.entries()) {
      if (of !== group) continue;
      const [x, t] = [events[row] ?? null, time[row] ?? null];
      if (x === null || t === null || t < 0) sum.missing++;
      else {
        sum.events += x;
        sum.time += t;
      }
    }
    return sum;
  });
  const [first, second] = sums;
  const two = sums.length === 2 && first !== undefined && second !== undefined;
  const ratio = two ? poissonRateRatio(first, second, level) : undefined;
  const effects = [
    ...sums.map((own) => {
      const { rate, lower, upper } = poissonRate(own.events, own.time, level);
      return effect(`rate${sums.length > 1 ? `, ${own.group}` : ""} (exact Poisson)`, { value: rate, lower, upper });
    }),
    ...(ratio === undefined
      ? []
      : [effect(`ratio of rates, ${first?.group} beside ${second?.group} (exact)`, { ...ratio, value: ratio.ratio })]),
  ];
  const tests: readonly ShownTest[] =
    ratio === undefined ? [] : [{ test: "rate-ratio", ...shown("exact test of two rates", "", ratio.p, [], ratio.p) }];
  const title = `${eventColumn} per ${timeColumn}${sums.length > 1 ? ` by ${groups.column}` : ""}`;
  const rows = sums.map((own) => [own.group, plain(own.events), plain(own.time), plain(own.missing)]);
  const [x, t, g] = [eventColumn, timeColumn, groups.column].map((name) => `d$${rName(name)}`);
  return {
    title,
    numbers: { kind: "rates", by: sums.length > 1 ? groups.column : null, groups: sums, tests, effects },
    tables: [
      textTable("rates", title, ["", "events", "time at risk", "rows left out"], rows),
      ...testsTable(tests),
      ...effectsTable(effects, level),
    ],
    notes: reasonLines(effects.flatMap((own) => lostOf(`the ${own.name}`, own))),
    limits: effects.length,
    shares: 0,
    r: [
      () =>
        sums.length > 1
          ? `s <- aggregate(cbind(x = ${x}, t = ${t}) ~ g, data.frame(g = ${g}), sum)`
          : `s <- colSums(na.omit(data.frame(x = ${x}, t = ${t})))`,
      ...(two ? [() => "poisson.test(s$x, s$t)"] : []),
      () => (sums.length > 1 ? "Map(poisson.test, s$x, s$t)" : "poisson.test(s[[1]], s[[2]])"),
    ],
  };
}

/** Events are counted: whole numbers from 0, or missing. */
function countsIn(data: Comparison["data"], name: string, problems: Problem[]): readonly (number | null)[] {
  return numbersOf(data, name, problems).map((value, row) => {
    if (value === null || (Number.isSafeInteger(value) && value >= 0)) return value;
    problems.push(
      placed(refused("not-a-count", { what: "events" }), {
        file: data.file,
        row: data.rowNumbers[row] ?? row + 1,
        column: name,
        value: String(value),
      }),
    );
    return null;
  });
}
