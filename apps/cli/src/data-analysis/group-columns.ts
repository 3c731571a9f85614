import type { DataFile } from "@osteon/interop";
import { EXIT, Stop } from "../exit-code.ts";
import { columnNamed } from "./columns.ts";

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
  const present = [...new Set<string | number>(column.values.filter((value) => value !== null))];
  const ordered = column.kind === "number" ? present.sort((a, b) => Number(a) - Number(b)) : present.sort();
  if (ordered.length < 2)
    throw new Stop(EXIT.problems, `${column.name} has ${ordered.length} group; a comparison needs two.`);
  if (ordered.length > MOST)
    throw new Stop(
      EXIT.usage,
      `${column.name} has ${ordered.length} different values, more than the ${MOST} that can be groups.`,
    );
  const of = column.values.map((value) => (value === null ? null : String(value)));
  return { column: column.name, names: ordered.map(String), of, missing: of.filter((group) => group === null).length };
}
