import {
  ANALYTE_TABLE,
  type ChartTable,
  type Checked,
  type Codebook,
  codebookWith,
  DRUG_TABLE,
  type FollowUpPlan,
  PLAN_TABLE,
  type Problem,
  readAnalytes,
  readDrugs,
  readPlan,
  type Table,
} from "@osteon/codebook";
import type { ParsedTable } from "./read-records.ts";

/** The tables of a folder or workbook that hold no charts; it may do without each. */
export const TABLES_BESIDE: readonly Table[] = [PLAN_TABLE, DRUG_TABLE, ANALYTE_TABLE];

/** What stands beside the charts: when their registry expects visits, and the codebook that they go by. */
export interface ReadBeside {
  readonly plan?: FollowUpPlan;
  /** The shipped codebook with the lists that are there. */
  readonly book: Codebook;
  readonly problems: readonly Problem[];
}

/** Reads what is there of the tables beside the charts. A file that could not be read whole states nothing. */
export async function readBeside(parsed: (table: Table) => Promise<ParsedTable | undefined>): Promise<ReadBeside> {
  const problems: Problem[] = [];
  const stated = async <Value>(table: Table, read: (chart: ChartTable) => Checked<Value>) => {
    const one = await parsed(table);
    if (one === undefined) return undefined;
    problems.push(...one.problems);
    if (one.table === undefined || one.problems.some(({ severity }) => severity === "refused")) return undefined;
    const found = read(one.table);
    if (found.ok) return found.value;
    problems.push(...found.problems);
    return undefined;
  };
  const plan = await stated(PLAN_TABLE, readPlan);
  const drugs = await stated(DRUG_TABLE, readDrugs);
  const analytes = await stated(ANALYTE_TABLE, readAnalytes);
  const book = codebookWith({ ...(drugs && { drugs }), ...(analytes && { analytes }) });
  return { ...(plan === undefined ? {} : { plan }), book, problems };
}
