import type { DataFile } from "@osteon/interop";
import { Refusal } from "../refusal.ts";
import { partsBetween, unquoted } from "./cells.ts";
import { columnOrNone } from "./columns.ts";

/**
 * Names of columns separated by commas. A name that has a comma itself is found where the file has such a column, and may stand in
 * quotation marks; where a list can be read in two ways it is refused. Names that the file does not have come back as they are.
 */
export function columnList(data: DataFile, list: string | undefined): readonly string[] {
  if (list === undefined || list.trim() === "") return [];
  const parts = pieces(list);
  const readings = readingsOf(data, parts);
  if (readings.length > 1)
    throw new Refusal(
      "asked",
      `"${list}" can be read as ${readings.map((names) => names.map((name) => `"${name}"`).join(" and ")).join(", or as ")}: put names with a comma in quotation marks.`,
    );
  return readings[0] ?? parts.map(({ text }) => text).filter((text) => text !== "");
}

interface Piece {
  readonly text: string;
  readonly quoted: boolean;
}

/** What stands between commas; in quotation marks a comma is part of the name. */
const pieces = (list: string): readonly Piece[] =>
  partsBetween(list, ",").map((part) => {
    const text = unquoted(part);
    return { text, quoted: text !== part };
  });

/** Every way to put neighbouring pieces together so that each is a column of the file. */
function readingsOf(data: DataFile, parts: readonly Piece[]): readonly (readonly string[])[] {
  if (parts.length === 0) return [[]];
  const found: (readonly string[])[] = [];
  for (let size = 1; size <= parts.length; size++) {
    const first = parts.slice(0, size);
    if (size > 1 && first.some(({ quoted }) => quoted)) break;
    const texts = first.map(({ text }) => text);
    const column = columnOrNone(data, texts.join(", ")) ?? columnOrNone(data, texts.join(","));
    if (column === undefined) continue;
    for (const rest of readingsOf(data, parts.slice(size))) found.push([column.name, ...rest]);
  }
  return found;
}
