import {
  ANALYTE_TABLE,
  type ChartTable,
  type Checked,
  CODEBOOK,
  type Codebook,
  codebookWith,
  DRUG_TABLE,
  type FollowUpPlan,
  OWN_FIELD_TABLE,
  PLAN_TABLE,
  type Problem,
  readAnalytes,
  readDrugs,
  readOwnFields,
  readPlan,
  type Table,
  withOwn,
} from "@osteon/codebook";
import type { ParsedTable } from "./read-records.ts";

/** The tables of a folder or workbook that hold no charts; it may do without each. */
export const TABLES_BESIDE: readonly Table[] = [PLAN_TABLE, DRUG_TABLE, ANALYTE_TABLE, OWN_FIELD_TABLE];

/** What stands beside the charts: when their registry expects visits, and the codebook that they go by. */
export interface ReadBeside {
  readonly plan?: FollowUpPlan;
  /** The shipped codebook with the lists and own fields that are there; where a registry reads, its own fields stand in their place. */
  readonly book: Codebook;
  readonly problems: readonly Problem[];
}

/**
 * Reads what is there of the tables beside the charts. A file that could not be read whole states nothing. `into` is the codebook of the
 * registry that the charts are for; without it the own fields are those that the charts bring, read as they were kept.
 */
export async function readBeside(
  parsed: (table: Table) => Promise<ParsedTable | undefined>,
  into?: Codebook,
): Promise<ReadBeside> {
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
  const own = await stated(OWN_FIELD_TABLE, (chart) => readOwnFields(chart, CODEBOOK));
  const lists = codebookWith({ ...(drugs && { drugs }), ...(analytes && { analytes }) });
  const book = into === undefined ? withOwn(lists, own ?? [], "kept") : withOwn(lists, into.own, "new");
  return { ...(plan === undefined ? {} : { plan }), book, problems };
}
