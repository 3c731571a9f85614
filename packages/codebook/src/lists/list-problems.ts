import type { Choice } from "../field.ts";
import { GERMAN_BOOK } from "../german/german-book.ts";
import { keyFault } from "../keys/key-shape.ts";
import type { Problem } from "../problem.ts";
import { isOwnCode, OWN_PREFIX } from "./own-code.ts";

/** The files of a chart folder, and the sheets of a workbook, that hold the lists it goes by. */
export const DRUG_TABLE_NAME = "drugs";
export const ANALYTE_TABLE_NAME = "analytes";

/** The longest name of an entry; the database has it too. */
export const LONGEST_NAME = 80;

/** Tells what is wrong with an entry at one of its columns; rows count from 2, as in the file of the list. */
export type Tell = (code: string, column: string, value: string, says: string, fix: string) => Problem;

export const teller =
  (table: string, row: number): Tell =>
  (code, column, value, says, fix) => ({
    code,
    severity: "refused",
    where: { file: `${table}.csv`, row, column, value },
    says,
    fix,
  });

/** What drugs and analytes share: a code of one's own or a shipped one, once, and a name in both languages. */
export function entryProblems(
  entry: Choice,
  column: string,
  { isShipped, others }: { readonly isShipped: boolean; readonly others: readonly Choice[] },
  tell: Tell,
): readonly Problem[] {
  const { code, says, german = "" } = entry;
  const found: Problem[] = [];
  if (!isShipped && !isOwnCode(code))
    found.push(
      tell(
        "list-code",
        column,
        code,
        `${JSON.stringify(code)} is no code of an entry of one's own.`,
        `Begin with ${OWN_PREFIX}; then small letters, digits and _, 40 at most, as ${OWN_PREFIX}name.`,
      ),
    );
  if (others.some((one) => one.code === code))
    found.push(
      tell(
        "list-code-twice",
        column,
        code,
        `Two entries are called ${JSON.stringify(code)}.`,
        "Give one another code.",
      ),
    );
  if (isShipped) return found;
  for (const [at, name] of [["label_en", says] as const, ["label_de", german] as const]) {
    // A name may have a stroke, which a key may not.
    const fault = keyFault(name.replaceAll("/", "-"), LONGEST_NAME);
    if (fault !== undefined)
      found.push(
        tell(
          "list-label",
          at,
          name,
          `${code}: the name ${JSON.stringify(name)} ${fault}.`,
          `Write 1 to ${LONGEST_NAME} letters, digits and plain signs in each language.`,
        ),
      );
  }
  const twin = others.find((one) => one.code !== code && namesOf(one).some((name) => namesOf(entry).includes(name)));
  if (twin !== undefined)
    found.push(
      tell(
        "list-name-twice",
        "label_en",
        says,
        `${twin.code} is called ${JSON.stringify(twin.says)} already.`,
        "Take that one, or write a name that cannot be confused with it.",
      ),
    );
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
  tell(
    "list-shipped",
    column,
    is,
    `${code} comes with Osteon with ${column} ${was === "" ? "blank" : was}, not ${is === "" ? "blank" : is}.`,
    "Leave it as it came; add an entry of your own beside it, or retire it.",
  );
