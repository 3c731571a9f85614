import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  ANALYTE_TABLE,
  analyteRows,
  type Charts,
  CODEBOOK_VERSION,
  type Codebook,
  codebookOf,
  DRUG_TABLE,
  drugRows,
  type FollowUpPlan,
  OWN_FIELD_TABLE,
  ownFieldRows,
  PLAN_TABLE,
  planRows,
  type Table,
} from "@osteon/codebook";
import { VERSION_FILE, versionText } from "./codebook-version.ts";

/**
 * Writes charts as a chart folder: RFC 4180 with LF, columns in codebook order, every table. Reading it gives the charts back. An earlier
 * version of the codebook has only its own columns, whatever the charts hold; the first needs no file that says so.
 */
export async function writeChartFolder(
  charts: Charts,
  directory: string,
  version: number = CODEBOOK_VERSION,
): Promise<void> {
  await mkdir(directory, { recursive: true });
  if (version > 1) await writeFile(join(directory, VERSION_FILE), versionText(version));
  for (const book of codebookOf(version)) {
    const rows = charts.find(({ name }) => name === book.name)?.rows ?? [];
    await writeFile(
      join(directory, `${book.name}.csv`),
      csvText(
        book,
        rows.map(({ cells }) => cells),
      ),
    );
  }
}

/** One table as CSV text. */
export function csvText({ fields }: Table, rows: readonly Readonly<Record<string, string>>[]): string {
  const lines = [fields.map(({ name }) => name), ...rows.map((cells) => fields.map(({ name }) => cells[name] ?? ""))];
  return lines.map(csvLine).join("");
}

/** A follow-up plan as `follow_up_plan.csv` holds it. */
export const planText = (plan: FollowUpPlan): string => csvText(PLAN_TABLE, planRows(plan));

/** What a registry added to the codebook by which its charts go, as the files beside them hold it: lists, and fields of its own. */
export const filesOfBook = ({ drugs, analytes, own }: Codebook): Readonly<Record<string, string>> => ({
  [`${DRUG_TABLE.name}.csv`]: csvText(DRUG_TABLE, drugRows(drugs)),
  [`${ANALYTE_TABLE.name}.csv`]: csvText(ANALYTE_TABLE, analyteRows(analytes)),
  ...(own.length === 0 ? {} : { [`${OWN_FIELD_TABLE.name}.csv`]: csvText(OWN_FIELD_TABLE, ownFieldRows(own)) }),
});

/** One record as RFC 4180 writes it, ending in LF. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(quoted).join(",")}\n`;

function quoted(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
