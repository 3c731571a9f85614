import type { DataFile } from "@osteon/interop";
import { Refusal } from "../refusal.ts";
import { columnNamed, groupValues } from "./columns.ts";

/** The groups of a file: their names in order (numbers by value, texts by code point), and each row's. */
export interface Groups {
  readonly column: string;
  readonly names: readonly string[];
  readonly of: readonly (string | null)[];
  /** Rows without a group, which take no part. */
  readonly missing: number;
}

/** More groups than this are no groups but names. */
const MOST = 50;

export function groupsOf(data: DataFile, name: string): Groups {
  const column = columnNamed(data, name);
  const values = groupValues(data, name);
  const present = [...new Set<string | number>(values.filter((value) => value !== null))];
  const ordered = present.every((value) => typeof value === "number")
    ? present.sort((a, b) => Number(a) - Number(b))
    : present.sort();
  if (ordered.length < 2)
    throw new Refusal("data", `${column.name} has ${ordered.length} group; a comparison needs two.`);
  requireFew(data, name);
  const of = values.map((value) => (value === null ? null : String(value)));
  return { column: column.name, names: ordered.map(String), of, missing: of.filter((group) => group === null).length };
}

/** A Refusal where a column has more different values than groups can be: an id, a date or a measurement by mistake. */
export function requireFew(data: DataFile, name: string): void {
  const different = new Set(groupValues(data, name).filter((value) => value !== null)).size;
  if (different > MOST)
    throw new Refusal(
      "asked",
      `${columnNamed(data, name).name} has ${different} different values, more than the ${MOST} that can be groups.`,
    );
}
