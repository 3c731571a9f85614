import {
  ANALYTE_TABLE,
  analyteRows,
  type ChartRow,
  DRUG_TABLE,
  drugRows,
  type FollowUpPlan,
  type Lists,
  PLAN_TABLE,
  planRows,
  type Table,
} from "@osteon/codebook";
import { escapedLetters } from "./cell-text.ts";

/** What a workbook holds beside its charts: a follow-up plan, and the lists that they go by. */
export interface Beside {
  readonly plan?: FollowUpPlan | undefined;
  readonly lists?: Lists | undefined;
}

/** The sheets behind those of the charts, each where there is something for it. */
export const sheetsBeside = ({ plan, lists }: Beside) => [
  ...(plan === undefined ? [] : [sheetOf(PLAN_TABLE, planRows(plan))]),
  ...(lists === undefined
    ? []
    : [sheetOf(DRUG_TABLE, drugRows(lists.drugs)), sheetOf(ANALYTE_TABLE, analyteRows(lists.analytes))]),
];

function sheetOf({ name, fields }: Table, rows: readonly ChartRow[]) {
  const text = (value: string) => ({ value: escapedLetters(value), type: String });
  const head = fields.map((field) => ({ ...text(field.name), fontWeight: "bold" as const }));
  const data = rows.map((cells) => fields.map((field) => text(cells[field.name] ?? "")));
  return { sheet: name, data: [head, ...data], stickyRowsCount: 1 };
}
