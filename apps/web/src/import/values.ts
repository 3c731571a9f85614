import { type Field, missingReasonOf, tableNamed } from "@osteon/codebook";
import { bookFor } from "../words/codebook-words.ts";
import type { CsvFile, ValueMap } from "./csv-file.ts";

/** A column whose values are not all words of the codebook. */
export interface StrangeColumn {
  readonly place: number;
  readonly field: string;
  readonly codes: readonly string[];
  readonly values: readonly string[];
  /** What each value probably means; only where its words allow but one meaning. */
  readonly proposed: ReadonlyMap<string, string>;
}

/** What a person chose, by `place value`; an empty text leaves the value as it is. */
export type Meant = Readonly<Record<string, string>>;

const MOST = 60;

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
    const proposed = new Map(values.flatMap((value) => proposals(table, field.name, codes, value)));
    return [{ place, field: field.name, codes, values: values.slice(0, MOST), proposed }];
  });
}

function codesOf({ type }: Field): readonly string[] | undefined {
  if (type.kind === "yes-no") return ["yes", "no"];
  return type.kind === "choice" ? type.choices.map(({ code }) => code) : undefined;
}

/** A value that is the word of one choice, in either language, or begins that of one alone: `w` weiblich, `li` links, `ja`. */
function proposals(
  table: string,
  field: string,
  codes: readonly string[],
  value: string,
): readonly (readonly [string, string])[] {
  const written = folded(value);
  const words = codes.map((code) => ({
    code,
    words: [code, ...(["en", "de"] as const).map((language) => bookFor(language).cell(table, field, code))].map(folded),
  }));
  const same = words.filter((one) => one.words.includes(written));
  const begun = words.filter((one) => one.words.some((word) => word.startsWith(written)));
  const [only, ...others] = same.length > 0 ? same : codes.length <= 8 ? begun : [];
  return only === undefined || others.length > 0 ? [] : [[value, only.code]];
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
        values.flatMap((value) => {
          const code = meant[`${place} ${value}`] ?? proposed.get(value) ?? "";
          return code === "" ? [] : [[value, code] as const];
        }),
      ),
    ]),
  );
}

/** The translation in words, such as `Geschlecht: w = female, m = male`. */
export function translationOf({ headers }: CsvFile, values: ValueMap): string {
  return [...values]
    .filter(([, meant]) => meant.size > 0)
    .map(
      ([place, meant]) =>
        `${headers[place] ?? ""}: ${[...meant].map(([value, code]) => `${value} = ${code}`).join(", ")}`,
    )
    .join("; ");
}
