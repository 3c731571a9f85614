import type { Fault } from "@osteon/words";
import { type Codebook, SHIPPED } from "../book.ts";
import type { Charts, ChartTable, PlacedRow } from "../charts.ts";
import { tableNamed } from "../codebook.ts";
import type { Table } from "../field.ts";
import { type Problem, placed } from "../problem.ts";
import type { Notation } from "../reading/notation.ts";
import { cellCheck } from "./cell-check.ts";
import { type ChartIndex, chartIndex } from "./chart-index.ts";
import { contradictionChecks } from "./check-contradictions.ts";
import { duplicateCheck } from "./check-duplicates.ts";
import { laboratoryCheck } from "./check-laboratory.ts";
import { lesionCheck } from "./check-lesion.ts";
import { lifetimeCheck } from "./check-lifetime.ts";
import { ownCheck } from "./check-own.ts";
import { keyCheck, referenceCheck } from "./check-references.ts";
import { reportedScoreCheck } from "./check-reported-score.ts";
import { ruleCheck } from "./check-rules.ts";
import { courseCheck, treatmentCheck } from "./check-treatment.ts";
import { twinCheck } from "./check-twins.ts";
import { type CellFault, refused } from "./fault.ts";
import { latestContacts } from "./last-contact.ts";
import type { RowCheck } from "./row-check.ts";

/** So many problems that refuse, and the rest is not looked at: whoever mends charts begins with these. */
const MOST_REFUSED = 1_000;

/** What the charts alone do not tell. */
export interface CheckOptions {
  /** The day of the save or the freeze, as 2009-05-17; without it nothing is asked about the future. */
  readonly today?: string;
  /** How whoever mends the charts writes numbers; as the codebook, if not said. */
  readonly notation?: Notation;
  /** The codebook at hand; the shipped one, if not said. */
  readonly book?: Codebook;
  /** The last contact with a child follows its visits, as in a registry; in a chart folder it is what is stated. */
  readonly contactFollows?: true;
}

/**
 * Every problem of every cell, row and table at once, in the order of the charts, until there are a thousand. Takes time in proportion to the rows.
 * One cause gives one problem: a cell that cannot be read is not measured against other cells.
 */
export function checkCharts(
  charts: Charts,
  { today, notation, contactFollows, book = SHIPPED }: CheckOptions = {},
): readonly Problem[] {
  const index = chartIndex(charts, book, contactFollows === true ? latestContacts(charts, today) : undefined);
  const problems: Problem[] = [];
  let refusals = 0;
  const found = (problem: Problem): void => {
    problems.push(problem);
    if (problem.severity === "refused") refusals += 1;
  };
  for (const chart of charts) {
    const table = tableNamed(chart.name, book.tables);
    const absent = new Set(chart.absent);
    const fields = table.fields.filter(({ name }) => !absent.has(name));
    const cellChecks = fields.map((field) => [field, cellCheck(field, notation)] as const);
    const rowChecks = [
      ...checksOf(table, index, book),
      ...ownCheck(table, today),
      ...contradictionChecks(table, index, today),
    ];
    for (const row of chart.rows) {
      if (row.ragged) continue;
      if (refusals >= MOST_REFUSED) return [...problems, moreProblems(chart, row)];
      const unread = row.unread ?? NOTHING;
      for (const [{ name }, check] of cellChecks) {
        if (unread.includes(name)) continue;
        for (const fault of check(row.cells[name] ?? "")) found(problemOf(chart, row, name, fault));
      }
      for (const fault of rowFaults(rowChecks, row)) {
        if (!absent.has(fault.column) && !unread.includes(fault.column))
          found(problemOf(chart, row, fault.column, fault));
      }
    }
  }
  return problems;
}

const NOTHING: readonly string[] = [];

function moreProblems({ file }: ChartTable, { row }: PlacedRow): Problem {
  return placed(refused("more-problems", { because: "checking", line: row }), { file, row });
}

function checksOf(table: Table, index: ChartIndex, book: Codebook): readonly RowCheck[] {
  const own: Readonly<Record<string, () => RowCheck>> = {
    laboratory: () => laboratoryCheck(book, index),
    treatment: () => treatmentCheck(book),
    course: () => courseCheck(index),
    lesion: lesionCheck,
    reported_score: () => reportedScoreCheck,
    patient: () => twinCheck(index),
  };
  const general = [
    keyCheck(table, index),
    referenceCheck(table, index),
    ruleCheck(table),
    lifetimeCheck(table, index),
    duplicateCheck(table, index, book),
  ];
  const special = own[table.name];
  return special === undefined ? general : [...general, special()];
}

/** Faults beyond single cells, the first at each cell: a diagnosis before both onset and birth is one mistake. */
function rowFaults(checks: readonly RowCheck[], row: PlacedRow): readonly CellFault[] {
  const faults = checks.flatMap((check) => check(row));
  if (faults.length < 2) return faults;
  const columns = faults.map(({ column }) => column);
  return faults.filter(
    ({ column, because }, place) => columns.indexOf(column) === place && !columns.includes(because ?? ""),
  );
}

function problemOf({ file }: ChartTable, { row, cells }: PlacedRow, column: string, fault: Fault): Problem {
  return placed(fault, { file, row, column, value: cells[column] ?? "" });
}
