import type { Language, Pair, ProblemCodes, Reader, Sentences } from "@osteon/words";
import { CODEBOOK } from "./codebook.ts";
import type { Table } from "./field.ts";
import { fieldLabel } from "./field-labels.ts";
import { GERMAN_BOOK } from "./german/german-book.ts";
import type { Place, Problem } from "./problem.ts";
import { TABLE_LABELS } from "./table-labels.ts";

/** In what language, and of which codebook, problems are told; the shipped one, if not said. */
export interface Telling {
  readonly language: Language;
  readonly tables?: readonly Table[];
}

/**
 * A problem in the words of its reader: of a row that is typed in a form by labels, of a file by what is written there. One without
 * values, as an older version stored it, keeps its text, and so does one whose code or values are not known here.
 */
export function tellProblem(one: Problem, codes: ProblemCodes, telling: Telling): Sentences {
  const { code, where, values, says, fix } = one;
  const words = Object.hasOwn(codes, code) ? codes[code] : undefined;
  const { beside } = where;
  const place = beside === undefined ? where : { ...where, file: fileLike(where.file, beside.table) };
  const told = values && words?.tell(values, readerOf(place, telling));
  if (told === undefined) return { says, fix };
  if (beside === undefined) return told;
  const row = `${readerOf(place, telling).table(beside.table, "one")} ${beside.key}`;
  // "In" is the same word in both languages.
  return { says: `In ${row}: ${told.says}`, fix: told.fix };
}

/** The table of the row beside, as a form or as a file names it, whichever the problem is told in. */
const fileLike = (told: string | undefined, table: string): string => (isOfForm(told) ? table : `${table}.csv`);

/** A row of a form stands in a table, a row of a file in a file. */
const isOfForm = (file: string | undefined): boolean => file === undefined || Object.hasOwn(TABLE_LABELS, file);

const QUOTED: Pair<(words: string) => string> = { en: (words) => `“${words}”`, de: (words) => `„${words}“` };

/** How the reader of a problem at this place calls what it names. */
export function readerOf({ file }: Place, { language, tables = CODEBOOK }: Telling): Reader {
  const at = language === "de" ? 1 : 0;
  const inForm = isOfForm(file);
  const ofTable = (file ?? "").replace(/\.\w+$/, "");
  const words = wordsOf(tables);
  const sentence = (english: string): string =>
    at === 0
      ? english
      : ((Object.hasOwn(GERMAN_BOOK, english) ? GERMAN_BOOK[english] : words.german.get(english)) ?? english);
  /** The words of a code that means one thing there. */
  const choiceOf = (place: string): string | undefined => {
    const [only, ...others] = words.choices.get(place) ?? [];
    return only === undefined || others.length > 0 ? undefined : sentence(only);
  };
  return {
    language,
    inForm,
    sentence,
    field: (column) => {
      const label = inForm ? (words.labels.get(`${ofTable}.${column}`) ?? words.labels.get(column))?.[at] : undefined;
      return label === undefined ? column : QUOTED[language](label);
    },
    table: (name, count) => {
      const label = inForm && Object.hasOwn(TABLE_LABELS, name) ? TABLE_LABELS[name]?.[count][at] : undefined;
      return label === undefined ? name : QUOTED[language](label);
    },
    choice: (code) => {
      if (!inForm) return code;
      return YES_NO.get(code)?.[at] ?? choiceOf(`${ofTable}.${code}`) ?? choiceOf(code) ?? code;
    },
  };
}

const YES_NO: ReadonlyMap<string, readonly [string, string]> = new Map([
  ["yes", ["Yes", "Ja"]],
  ["no", ["No", "Nein"]],
]);

/** What a codebook calls its fields and choices, by their names alone and by those of their table; made once for each. */
interface BookWords {
  readonly labels: ReadonlyMap<string, readonly [string, string]>;
  readonly choices: ReadonlyMap<string, ReadonlySet<string>>;
  /** The German of what a registry added: its fields, their choices, the entries of its lists. */
  readonly german: ReadonlyMap<string, string>;
}

const known = new WeakMap<readonly Table[], BookWords>();

function wordsOf(tables: readonly Table[]): BookWords {
  const there = known.get(tables);
  if (there !== undefined) return there;
  const labels = new Map<string, readonly [string, string]>();
  const choices = new Map<string, Set<string>>();
  const german = new Map<string, string>();
  for (const { name: table, fields } of tables)
    for (const field of fields) {
      const label = fieldLabel(table, field.name, tables);
      if (label !== undefined)
        for (const place of [`${table}.${field.name}`, field.name]) if (!labels.has(place)) labels.set(place, label);
      if (field.german !== undefined) german.set(field.says, field.german);
      for (const { code, says, german: own } of field.type.kind === "choice" ? field.type.choices : []) {
        if (own !== undefined) german.set(says, own);
        for (const place of [`${table}.${code}`, code]) choices.set(place, (choices.get(place) ?? new Set()).add(says));
      }
    }
  const made = { labels, choices, german };
  known.set(tables, made);
  return made;
}
