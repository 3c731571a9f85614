import type { Passage, Table } from "./passage.ts";

/** What stands in a cell of a table that holds numbers. */
const VALUE =
  /^(?<label>.*?[^\d\s(].*?)\s+(?<value>[<>≤≥]?\s?\d+(?:[.,]\d+)?(?:\s?%)?(?:\s?(?:±|\/|of|von)\s?\d+(?:[.,]\d+)?)?(?:\s?[([][^()[\]]*[)\]])?)$/u;

/** Cells of a line: between bars, between tabs or wide gaps, or a label and the value at the line's end. */
export function cellsOf(line: string, wide: string): readonly string[] | undefined {
  const bare = line.trim();
  if (bare.startsWith("|")) {
    return bare
      .replace(/^\|/, "")
      .replace(/\|$/, "")
      .split("|")
      .map((cell) => cell.trim());
  }
  const apart = wide
    .trim()
    .split(/\t+|\s{2,}/)
    .map((cell) => cell.trim());
  if (apart.length > 1) return apart;
  const { label, value } = VALUE.exec(bare)?.groups ?? {};
  return label === undefined || value === undefined ? undefined : [label, value];
}

/** `|---|:--:|`, which Markdown writes below the heads. */
export const isRule = (line: string): boolean => /^\s*\|?[\s:|-]+\|[\s:|-]*$/.test(line) && line.includes("-");

/** Heads are the first row where it prints no value, but for sizes of groups. */
export function isHead(cells: readonly string[]): boolean {
  const rest = cells.slice(1);
  if (rest.length === 0) return false;
  return rest.every((cell) => {
    const bare = cell.replaceAll(/\(?\s?[nN]\s?=\s?\d+\s?\)?/g, "").replaceAll(/\b\d+\s?%/g, "");
    return !/^\s*[<>≤≥]?\s?\d/.test(bare) || /\p{L}{3}/u.test(bare);
  });
}

const SIZES =
  /^(?:(?:no\.|number) of )?(?:patients|children|subjects|participants|cases|n|patienten|kinder|anzahl(?: der (?:patienten|kinder))?)(?:\s*[,(]?\s*(?:n|no\.)\)?)?$/i;

/** Heads with the sizes that a row `Patients, n` prints below them; none where it is no such row. */
export function withSizes(heads: readonly string[], cells: readonly string[]): readonly string[] | undefined {
  const [label = "", ...values] = cells;
  if (heads.length !== cells.length || !SIZES.test(label.trim()) || values.length === 0) return undefined;
  if (heads.some((head) => /\bn\s?=\s?\d/i.test(head))) return undefined;
  return heads.map((head, column) =>
    column > 0 && /^\d{1,6}$/.test(cells[column] ?? "") ? `${head} (n = ${cells[column]})` : head,
  );
}

/** The head above a cell. */
export const headOf = ({ table }: Passage, column: number): string => table?.heads[column] ?? "";

/** `Table 1` of a caption; its first words where it has no number. */
export function tableLabel(caption: string): string {
  const numbered = /^\s*(?<label>(?:Table|Tabelle|Tab\.?)\s?[\dIVX]+[a-z]?)\b/i.exec(caption)?.groups?.label;
  return numbered ?? caption.split(/\s+/).slice(0, 8).join(" ");
}

export const noTable: Table = { label: "a table", caption: "", heads: [] };
