import {
  ANALYTE_TABLE,
  analyteRows,
  type ChartRow,
  type Codebook,
  DRUG_TABLE,
  drugRows,
  type FollowUpPlan,
  OWN_FIELD_TABLE,
  ownFieldRows,
  PLAN_TABLE,
  planRows,
  type Table,
} from "@osteon/codebook";
import { escapedLetters } from "./cell-text.ts";

/** What a workbook holds beside its charts: a follow-up plan, and the codebook that they go by, with its lists and own fields. */
export interface Beside {
  readonly plan?: FollowUpPlan | undefined;
  readonly book?: Codebook | undefined;
}

/** The sheets behind those of the charts, each where there is something for it. */
export const sheetsBeside = ({ plan, book }: Beside) => [
  ...(plan === undefined ? [] : [sheetOf(PLAN_TABLE, planRows(plan))]),
  ...(book === undefined
    ? []
    : [sheetOf(DRUG_TABLE, drugRows(book.drugs)), sheetOf(ANALYTE_TABLE, analyteRows(book.analytes))]),
  ...(book === undefined || book.own.length === 0 ? [] : [sheetOf(OWN_FIELD_TABLE, ownFieldRows(book.own))]),
];

function sheetOf({ name, fields }: Table, rows: readonly ChartRow[]) {
  const text = (value: string) => ({ value: escapedLetters(value), type: String });
  const head = fields.map((field) => ({ ...text(field.name), fontWeight: "bold" as const }));
  const data = rows.map((cells) => fields.map((field) => text(cells[field.name] ?? "")));
  return { sheet: name, data: [head, ...data], stickyRowsCount: 1 };
}
