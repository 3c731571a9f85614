import { OWN_NAME, type Problem, placed, sinceOf, slipOf, type Table } from "@osteon/codebook";
import { refused } from "./file-problem.ts";

/** Which column holds which field. */
export interface Header {
  /** Field name and the place of its column, in codebook order. */
  readonly columns: readonly (readonly [field: string, place: number])[];
  readonly absent: readonly string[];
  readonly problems: readonly Problem[];
}

/** The widest table has a quarter of so many columns; what stands beyond is not looked at one by one. */
const WIDEST = 256;

/**
 * Matches the first row of a file with the fields of its table; `undefined` where it names none of them. Columns that came after the
 * version of the codebook that the file is of, and own fields of a registry, may be absent: nothing has been entered there yet.
 */
export function readHeader(file: string, whole: readonly string[], { fields }: Table, version = 1): Header | undefined {
  const names = fields.map(({ name }) => name);
  const header = whole.slice(0, WIDEST);
  const meant = header.map((written) => fieldMeant(written, header, names));
  if (meant.every((name) => name === undefined)) return undefined;
  const absent = names.filter((name) => !meant.includes(name));
  const later = new Set(
    fields.filter((field) => sinceOf(field) > version || field.own !== undefined).map(({ name }) => name),
  );
  const columns = names.flatMap((name) => {
    const place = meant.indexOf(name);
    return place < 0 ? [] : [[name, place] as const];
  });
  const doubled = [...new Set(header.filter((name, place) => names.includes(name) && header.indexOf(name) !== place))];
  const strangers = [...new Set(header.filter((name) => !names.includes(name)))];
  return {
    columns,
    absent,
    problems: [
      ...absent.filter((name) => !later.has(name)).map((name) => missingColumn(file, name)),
      ...strangers.map((name) => unknownColumn(file, name, fieldMeant(name, header, names), absent, names)),
      ...doubled.map((name) => duplicateColumn(file, name)),
      ...(whole.length > WIDEST ? [tooWide(file, whole.length, names)] : []),
    ],
  };
}

/** The field that a column is for: a name that differs only in case, spaces or dashes is understood, though not accepted. */
function fieldMeant(written: string, header: readonly string[], names: readonly string[]): string | undefined {
  if (names.includes(written)) return written;
  const folded = written
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");
  return names.includes(folded) && !header.includes(folded) ? folded : undefined;
}

const missingColumn = (file: string, column: string): Problem =>
  placed(refused("missing-column", { column }), { file, row: 1, column });

function unknownColumn(
  file: string,
  name: string,
  meant: string | undefined,
  absent: readonly string[],
  names: readonly string[],
): Problem {
  const guess =
    meant ??
    slipOf(
      name,
      absent.map((code) => ({ code })),
    );
  const of = OWN_NAME.test(name) && guess === undefined ? "own-field" : "header";
  const column = name === "" ? undefined : name;
  return placed(refused("unknown-column", { of, column, guess, columns: names }), {
    file,
    row: 1,
    column: name,
    value: name,
  });
}

const tooWide = (file: string, wide: number, names: readonly string[]): Problem =>
  placed(refused("unknown-column", { of: "too-wide", wide, most: WIDEST, columns: names }), { file, row: 1 });

const duplicateColumn = (file: string, column: string): Problem =>
  placed(refused("duplicate-column", { column, reads: "first" }), { file, row: 1, column, value: column });
