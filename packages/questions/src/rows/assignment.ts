import type { DataFile } from "@osteon/interop";
import { Refusal } from "../refusal.ts";
import { unquoted } from "./cells.ts";
import { columnNamed, columnOrNone } from "./columns.ts";

/** `COLUMN=REST` of an option: the column is the longest name that the file has, which may stand in quotation marks. */
export function assignmentOf(data: DataFile, text: string, option: string, rest: string) {
  const places = [...text.matchAll(/=/g)].map(({ index }) => index).reverse();
  const has = (at: number) => columnOrNone(data, unquoted(text.slice(0, at))) !== undefined;
  const place = places.find(has) ?? places.at(-1);
  if (place === undefined || text.slice(0, place).trim() === "")
    throw new Refusal("asked", `${option} ${text}: write COLUMN=${rest}.`);
  return { name: columnNamed(data, unquoted(text.slice(0, place))).name, value: text.slice(place + 1).trim() };
}

/** What several options of one kind say, by the column they say it of; nothing may be said of a column twice. */
export function assignmentsOf(
  data: DataFile,
  texts: readonly string[],
  option: string,
  rest: string,
): ReadonlyMap<string, string> {
  const said = new Map<string, string>();
  for (const text of texts) {
    const { name, value } = assignmentOf(data, text, option, rest);
    if (said.has(name)) throw new Refusal("asked", `${option} speaks of ${name} twice.`);
    said.set(name, value);
  }
  return said;
}
