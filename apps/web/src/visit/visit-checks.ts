import type { Row } from "@osteon/api";
import {
  type Codebook,
  checkTogether,
  doseChangeFaults,
  FORM_NOTATION,
  type KeyedRow,
  keyOf,
  type Problem,
  placed,
} from "@osteon/codebook";
import type { Language } from "@osteon/words";
import { tableNamed } from "../book/registry-book.ts";
import type { Outgoing, OutgoingRow } from "./encounter-of.ts";

/** A problem at its place on the page. */
export interface PlacedProblem {
  readonly place: string;
  readonly problem: Problem;
}

/**
 * What the registry will say of a visit, by its own checks: of every row within the chart as it will then be. Rows are looked at as
 * complete, also while they are to be saved as drafts, so that what is wrong shows while one types.
 */
export function checkVisit(
  { visit, rows, removed }: Outgoing,
  chart: readonly Row[],
  given: { readonly patient: string; readonly language: Language; readonly book: Codebook },
): readonly PlacedProblem[] {
  const { patient, language, book } = given;
  const sent = [...(visit === undefined ? [] : [visit]), ...rows];
  const keys = new Map(sent.map((row, at) => [row, row.key ?? `new-${at}`]));
  const named = new Map(
    sent.flatMap((row) => (row.name === undefined ? [] : [[row.name, keys.get(row) ?? ""] as const])),
  );
  if (visit !== undefined) named.set("visit", keys.get(visit) ?? "");
  const keyed = (row: OutgoingRow): KeyedRow => {
    const referred = Object.entries(row.refers ?? {}).map(([field, name]) => [field, named.get(name) ?? ""]);
    const key = keys.get(row) ?? "";
    const cells = { ...row.cells, ...Object.fromEntries(referred), patient };
    return {
      table: row.table,
      key,
      cells: row.key === undefined ? cells : { ...cells, [keyOf(tableNamed(row.table)).name]: key },
      status: "complete",
    };
  };
  const stays = chart.filter((row) => !removed.some((one) => one.row.table === row.table && one.row.key === row.key));
  const { problems } = checkTogether(stays, sent.map(keyed), {
    notation: FORM_NOTATION[language],
    book,
    contactFollows: true,
  });
  return [
    ...sent.flatMap(({ place }, at) => (problems[at] ?? []).map((problem) => ({ place, problem }))),
    ...doseChanges(sent),
  ];
}

/** A dose that is said to change is the only thing of a drug that the page asks and a chart may leave blank. */
const doseChanges = (sent: readonly OutgoingRow[]): readonly PlacedProblem[] =>
  sent.flatMap(({ place, table, cells }) => {
    const ended = sent.find((row) => `${row.place}/next` === place);
    if (ended === undefined) return [];
    return doseChangeFaults(ended.cells, cells).map(({ column, ...fault }) => ({
      place,
      problem: placed(fault, { file: table, column, value: cells[column] ?? "" }),
    }));
  });
