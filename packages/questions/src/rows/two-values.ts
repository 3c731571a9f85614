import { rName, rText } from "../in-r/r-words.ts";
import { Refusal } from "../refusal.ts";
import { assignmentOf } from "./assignment.ts";
import { unquoted } from "./cells.ts";
import { columnNamed, columnOrNone } from "./columns.ts";
import { isValue } from "./condition.ts";
import { CODINGS } from "./event-codes.ts";
import type { ChosenRows } from "./rows-where.ts";

/** A column read as yes or no. */
export interface TwoValues {
  readonly values: readonly (0 | 1 | null)[];
  /** The column, and the code that counts as yes. */
  readonly column: string;
  readonly code: string;
  readonly notes: readonly string[];
  /** As a column of 0 and 1 in R. */
  readonly r: string;
}

/** More codes than this are not listed. */
const MOST_LISTED = 10;

/**
 * `COLUMN` of 0/1, false/true, no/yes or 1/2, or `COLUMN=CODE`: that code is yes and every other no. The coding is that of the whole
 * file, whatever rows were chosen.
 */
export function twoValues({ whole, kept }: ChosenRows, asked: string, option: string): TwoValues {
  const column = columnOrNone(whole, asked);
  const chosen = column === undefined && asked.includes("=") ? assignmentOf(whole, asked, option, "CODE") : undefined;
  const own = column ?? columnNamed(whole, chosen?.name ?? asked);
  const codes = own.values.map((value) => (value === null ? null : String(value)));
  const present = [...new Set(codes.filter((code) => code !== null))].sort();
  const code = chosen === undefined ? knownCode(own.name, present, option) : unquoted(chosen.value);
  const all = codes.map((value, row): 0 | 1 | null =>
    value === null ? null : isValue(own, row, code) || value.toLowerCase() === code.toLowerCase() ? 1 : 0,
  );
  if (!all.includes(1) && chosen !== undefined)
    throw new Refusal("asked", `${option} ${asked}: no row has it. ${own.name} holds ${listed(present)}.`);
  const others = [...new Set(codes.filter((value, row) => value !== null && all[row] === 0))];
  const values = kept.map((row) => all[row] ?? null);
  return {
    values,
    column: own.name,
    code,
    notes: [
      `${own.name}: ${code} counts as yes, ${others.length === 0 ? "and nobody has another" : `${listed(others as string[])} as no`}.`,
    ],
    r: `as.integer(d$${rName(own.name)} == ${own.kind === "number" && Number.isFinite(Number(code)) ? code : rText(code)})`,
  };
}

function knownCode(name: string, present: readonly string[], option: string): string {
  const coding = CODINGS.find(({ none, happened }) =>
    present.every((code) => code.toLowerCase() === none || code.toLowerCase() === happened),
  );
  if (coding !== undefined && present.length > 0)
    return present.find((code) => code.toLowerCase() === coding.happened) ?? coding.happened;
  const choice =
    present.length > MOST_LISTED
      ? `${option} ${name}=CODE`
      : present.map((code) => `${option} ${name}=${code}`).join(" or ");
  throw new Refusal(
    "asked",
    present.length === 0
      ? `${name} is missing everywhere.`
      : `${name} holds ${listed(present)}: say which counts as yes, ${choice}.`,
  );
}

const listed = (codes: readonly string[]): string =>
  codes.length > MOST_LISTED
    ? `${codes.slice(0, MOST_LISTED).join(", ")} and ${codes.length - MOST_LISTED} more`
    : codes.join(", ");
