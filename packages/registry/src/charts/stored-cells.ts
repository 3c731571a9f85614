import { type ChartRow, cellCheck, keyOf, type MissingReason, missingReasonOf, type Table } from "@osteon/codebook";
import { chartColumns } from "../schema/chart-columns.ts";

/** One row as the database stores it: a text or null for each column, cast to the column's type there. */
export interface StoredCells {
  readonly columns: readonly string[];
  readonly values: readonly (string | null)[];
  /** Cells that cannot be read yet, as they were typed; only a draft may hold any. */
  readonly asTyped: Readonly<Record<string, string>>;
}

type Stored = readonly (string | null)[];

/** Turns the cells of a table into what its columns hold. The reader of one table is made once and used for every row. */
export function storedCells(table: Table): (cells: ChartRow) => StoredCells {
  const key = keyOf(table).name;
  const kept = chartColumns(table).map(({ field, name, missing }) => ({
    name,
    missing,
    isName: name === key || name === "patient" || name === "centre",
    kind: field.type.kind,
    isWrong: wrongCell(cellCheck(field)),
  }));
  const columns = kept.flatMap(({ name, missing }) => (missing === undefined ? [name] : [name, missing]));
  return (cells) => {
    const values: (string | null)[] = [];
    const asTyped: Record<string, string> = {};
    for (const { name, missing, isName, kind, isWrong } of kept) {
      const cell = (cells[name] ?? "").trim();
      const reason = missingReasonOf(cell);
      const refused =
        !isName && reason !== "not-entered" && (reason === undefined ? isWrong(cell) : missing === undefined);
      if (refused) asTyped[name] = cell;
      const held = refused ? NOTHING : heldBy(kind, cell, isName ? undefined : reason);
      values.push(held[0] ?? null);
      if (missing !== undefined) values.push(held[1] ?? null);
    }
    return { columns, values, asTyped };
  };
}

const NOTHING: Stored = [null, null];

const wrongCell =
  (check: ReturnType<typeof cellCheck>) =>
  (cell: string): boolean =>
    check(cell).some(({ severity }) => severity === "refused");

function heldBy(kind: string, cell: string, reason: MissingReason | undefined): Stored {
  if (reason === "not-entered" || cell === "") return NOTHING;
  if (reason !== undefined) return [null, reason];
  if (kind === "yes-no") return [cell === "yes" ? "true" : "false", null];
  return [cell, null];
}
