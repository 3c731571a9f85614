import { certainChoice, choicesOf, type Field, type Meanings, missingReasonOf, type Problem } from "@osteon/codebook";
import { registryTables, tableNamed } from "../book/registry-book.ts";
import { bookFor } from "../words/codebook-words.ts";
import type { CsvFile, ValueMap } from "./csv-file.ts";

/** A column whose values are not all words of the codebook. */
export interface StrangeColumn {
  /** Its place in the file, or among those that a dry run found. */
  readonly place: number;
  /** Its name in the file. */
  readonly header: string;
  readonly table: string;
  readonly field: string;
  readonly codes: readonly string[];
  /** The values that are shown, those first that somebody has to decide. */
  readonly values: readonly string[];
  /** What each value surely means, be it shown or not; nothing where that is not certain. */
  readonly proposed: ReadonlyMap<string, string>;
}

/** What a person chose, by `place value`; an empty text leaves the value as it is. */
export type Meant = Readonly<Record<string, string>>;

/** So many values of a column are shown: a ward calls its drugs and bones by more words than there are of them. */
const MOST = 200;

/** The values of columns with choices that the codebook does not know as they are written. */
export function strangeValues(
  csv: CsvFile,
  table: string,
  fields: readonly (string | undefined)[],
): readonly StrangeColumn[] {
  return fields.flatMap((name, place) => {
    const field = tableNamed(table).fields.find((one) => one.name === name);
    const codes = field && codesOf(field);
    if (field === undefined || codes === undefined) return [];
    const all = new Set(csv.records.map((record) => (record[place] ?? "").trim()));
    const values = [...all].filter((one) => one !== "" && !codes.includes(one) && missingReasonOf(one) === undefined);
    if (values.length === 0) return [];
    return [
      {
        place,
        header: csv.headers[place] ?? "",
        table,
        field: field.name,
        codes,
        ...offered(table, field, codes, values),
      },
    ];
  });
}

/** The same of whole charts, where only their dry run has read them: the values that it refused as no choice of their field. */
export function refusedValues(problems: readonly Problem[]): readonly StrangeColumn[] {
  const found = new Map<string, Set<string>>();
  for (const { code, where } of problems) {
    const { file = "", column = "", value = "" } = where;
    const written = value.trim();
    // Of a long value the dry run tells but the beginning.
    if (code !== "unknown-choice" || written === "" || written.endsWith("…")) continue;
    const place = `${file.replace(/\.csv$/, "")} ${column}`;
    found.set(place, (found.get(place) ?? new Set()).add(written));
  }
  return [...found].flatMap(([where, values], place) => {
    const [table = "", name = ""] = where.split(" ");
    const field = registryTables()
      .find((one) => one.name === table)
      ?.fields.find((one) => one.name === name);
    const codes = field && codesOf(field);
    if (field === undefined || codes === undefined) return [];
    return [{ place, header: name, table, field: name, codes, ...offered(table, field, codes, [...values]) }];
  });
}

function offered(table: string, field: Field, codes: readonly string[], values: readonly string[]) {
  const proposed = new Map(values.flatMap((value) => proposals(table, field, codes, value)));
  const [open, certain] = [false, true].map((is) => values.filter((value) => proposed.has(value) === is));
  return { values: [...(open ?? []), ...(certain ?? [])].slice(0, MOST), proposed };
}

const codesOf = (field: Field): readonly string[] | undefined => choicesOf(field)?.map(({ code }) => code);

/** A value that surely means one choice: its own words in either language, or what people are known to write for it. */
function proposals(
  table: string,
  field: Field,
  codes: readonly string[],
  value: string,
): readonly (readonly [string, string])[] {
  const certain = certainChoice(field, value);
  if (certain !== undefined) return [[value, certain]];
  const written = folded(value);
  const said = codes.filter((code) => folded(bookFor("de").cell(table, field.name, code)) === written);
  const [only, ...others] = written === "" ? [] : said;
  return only === undefined || others.length > 0 ? [] : [[value, only]];
}

const folded = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

/** What the values of each column mean: as chosen, else as proposed. */
export function meaningOf(columns: readonly StrangeColumn[], meant: Meant): ValueMap {
  return new Map(
    columns.map(({ place, values, proposed }) => [
      place,
      new Map(
        [...new Set([...values, ...proposed.keys()])].flatMap((value) => {
          const code = meant[`${place} ${value}`] ?? proposed.get(value) ?? "";
          return code === "" ? [] : [[value, code] as const];
        }),
      ),
    ]),
  );
}

/** The translation in words, such as `Geschlecht: w = female, m = male`. */
export function translationOf(columns: readonly StrangeColumn[], values: ValueMap): string {
  return columns
    .map(({ place, header }) => ({ header, meant: [...(values.get(place) ?? [])] }))
    .filter(({ meant }) => meant.length > 0)
    .map(({ header, meant }) => `${header}: ${meant.map(([value, code]) => `${value} = ${code}`).join(", ")}`)
    .join("; ");
}

/** What was chosen for values of whole charts, with what was chosen before. */
export function meaningsOf(columns: readonly StrangeColumn[], values: ValueMap, before: Meanings): Meanings {
  let all = before;
  for (const { place, table, field } of columns) {
    const codes = { ...all[table]?.[field], ...Object.fromEntries(values.get(place) ?? []) };
    all = { ...all, [table]: { ...all[table], [field]: codes } };
  }
  return all;
}
