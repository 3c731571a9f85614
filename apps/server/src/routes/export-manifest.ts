import { type Codebook, MISSING_REASONS, type Table, typedColumns } from "@osteon/codebook";
import type { Held } from "@osteon/registry";

interface Written {
  readonly typed: boolean;
  readonly numbers: "own" | "by-centre";
  readonly centres: readonly string[];
  readonly notice: string;
  readonly book: Codebook;
}

export const draftsOf = ({ tables }: Held): number => tables.reduce((sum, { drafts }) => sum + drafts, 0);

const leftOut = (held: Held): string => {
  const drafts = draftsOf(held);
  return `${drafts} ${drafts === 1 ? "draft is" : "drafts are"} left out: what is not complete is not yet said.`;
};

/** `manifest.json` of an export: what is in it, what was left out, and of the typed form what each column holds. */
export function exportManifest(held: Held, { typed, numbers, centres, notice, book }: Written): string {
  const { in: children, ...stayOut } = held.standing;
  const columns = (table: Table) =>
    typedColumns(table).map(({ name, field, holds }) => ({
      name,
      holds: holds === "value" ? field.type.kind : holds,
      ...(holds === "value" && field.unit !== undefined ? { unit: field.unit } : {}),
    }));
  const told = {
    form: typed ? "typed" : "chart folder",
    centres,
    numbers,
    ...(notice === "" ? {} : { notice }),
    says: leftOut(held),
    leftOut: { drafts: draftsOf(held), childrenByConsent: stayOut },
    children,
    missingReasons: MISSING_REASONS,
    tables: book.tables.map((table) => {
      const one = held.tables.find((counted) => counted.table === table.name);
      return {
        table: table.name,
        file: `${table.name}.csv`,
        rows: one?.rows ?? 0,
        draftsLeftOut: one?.drafts ?? 0,
        ...(typed ? { columns: columns(table) } : {}),
      };
    }),
  };
  return `${JSON.stringify(told, null, 2)}\n`;
}

/** `readme.txt` of a typed export: what it is and how programs read it. */
export const typedReadme = (
  held: Held,
  notice: string,
): string => `${notice === "" ? "" : `${notice}\n\n`}Charts in the typed form, for R, pandas and spreadsheets. ${leftOut(held)}

Each column holds one kind of value, and is blank where there is none; why stands beside it in <column>_missing: ${MISSING_REASONS.map(({ code }) => code).join(", ")}.
Days are written year-month-day, yes and no as TRUE and FALSE. A date that may be partial stands as written, with the first and the last day that it can mean (_from, _to).
Before a text that begins with = + - @ or a tab, and behind a semicolon, stands an apostrophe, so that no spreadsheet runs it.
manifest.json counts the rows and says of each column what it holds.

R, with labels and factors:   source("read-charts.R"); charts <- read_charts(".")
R, one table alone:           visit <- read.csv("visit.csv", fileEncoding = "UTF-8-BOM", na.strings = "")
pandas:                       visit = pd.read_csv("visit.csv", encoding="utf-8-sig", keep_default_na=False, na_values=[""])
Excel:                        take the workbook (typed-charts.xlsx); where the comma is the decimal sign, Excel does not part the columns of a CSV

An import reads this form back as the same charts. To freeze, take the chart folder or this one.
`;
