import { type Fault, faultsOf } from "@osteon/words";
import type { Choice } from "../field.ts";
import { GERMAN_BOOK } from "../german/german-book.ts";
import { keyFault } from "../keys/key-shape.ts";
import { type Problem, placed } from "../problem.ts";
import { isOwnCode } from "./own-code.ts";
import { LIST_PROBLEMS } from "./problems.ts";

/** The files of a chart folder, and the sheets of a workbook, that hold the lists it goes by. */
export const DRUG_TABLE_NAME = "drugs";
export const ANALYTE_TABLE_NAME = "analytes";

/** The longest name of an entry; the database has it too. */
export const LONGEST_NAME = 80;

export const { refused } = faultsOf(LIST_PROBLEMS);

/** Tells what is wrong with an entry at one of its columns; rows count from 2, as in the file of the list. */
export type Tell = (column: string, value: string, fault: Fault) => Problem;

export const teller =
  (table: string, row: number): Tell =>
  (column, value, fault) =>
    placed(fault, { file: `${table}.csv`, row, column, value });

/** What drugs and analytes share: a code of one's own or a shipped one, once, and a name in both languages. */
export function entryProblems(
  entry: Choice,
  column: string,
  { isShipped, others }: { readonly isShipped: boolean; readonly others: readonly Choice[] },
  tell: Tell,
): readonly Problem[] {
  const { code, says, german = "" } = entry;
  const found: Problem[] = [];
  if (!isShipped && !isOwnCode(code)) found.push(tell(column, code, refused("list-code", { code })));
  if (others.some((one) => one.code === code)) found.push(tell(column, code, refused("list-code-twice", { code })));
  if (isShipped) return found;
  for (const [at, name] of [["label_en", says] as const, ["label_de", german] as const]) {
    // A name may have a stroke, which a key may not.
    const because = keyFault(name.replaceAll("/", "-"), LONGEST_NAME);
    if (because !== undefined)
      found.push(tell(at, name, refused("list-label", { code, name, because, most: LONGEST_NAME })));
  }
  const twin = others.find((one) => one.code !== code && namesOf(one).some((name) => namesOf(entry).includes(name)));
  if (twin !== undefined)
    found.push(tell("label_en", says, refused("list-name-twice", { code: twin.code, name: twin.says })));
  return found;
}

/** What an entry is called, without what spelling leaves open. */
const namesOf = ({ says, german }: Choice): readonly string[] =>
  [says, german ?? GERMAN_BOOK[says] ?? says].map((name) =>
    name
      .toLowerCase()
      .replace(/[\s_.-]+/g, " ")
      .trim(),
  );

/** A shipped entry is the same everywhere: what an analysis goes by is decided by the version of the codebook. */
export const shippedProblem = (tell: Tell, column: string, code: string, is: string, was: string): Problem =>
  tell(column, is, refused("list-shipped", { code, column, was, is }));
