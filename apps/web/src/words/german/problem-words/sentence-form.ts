import { CODEBOOK, GERMAN_BOOK, type Place, TABLE_LABELS } from "@osteon/codebook";
import { labelOf } from "../../label-of.ts";

/**
 * An English sentence with placeholders, and its German one: `{low:number}` in the English is `{low}` in the German.
 * The kind says what may stand there and how it is written in German; without one, the text is taken over as it is.
 * `{column}` and `{value}` in the German alone are those of the place.
 */
export type SentenceForm = readonly [english: string, german: string];

/** The German of one code; `says` and `fix` stand for every sentence that is not among the forms. */
export interface GermanCode {
  readonly says: string;
  readonly fix: string;
  readonly forms?: readonly SentenceForm[];
  /** Sentences by the value of the place, where that is a word of its own; they come before the forms. */
  readonly byValue?: Readonly<Record<string, string>>;
}

export type GermanCodes = Readonly<Record<string, GermanCode>>;

interface Kind {
  readonly pattern: string;
  readonly german: (text: string, where: Place) => string;
}

const NUMBER = "-?\\d+(?:\\.\\d+)?(?:e[+-]?\\d+)?";
const DATE = "\\d{4}(?:-\\d{2}){0,2}";
const ANYTHING: Kind = { pattern: ".+?", german: (text) => text };

const KINDS: Readonly<Record<string, Kind>> = {
  number: { pattern: NUMBER, german: (text) => text.replace(".", ",") },
  date: { pattern: DATE, german: dayFirst },
  /** A cell of a row: a number, a date, the code of a choice, or a text. */
  cell: { pattern: ".*?", german: (text) => cellWords(text) },
  /** Written by `JSON.stringify`. */
  quoted: { pattern: '"(?:[^"\\\\]|\\\\.)*"', german: (text) => `„${unquoted(text)}“` },
  /** A sentence of the codebook. */
  book: { pattern: ".+?", german: (text) => GERMAN_BOOK[text] ?? text },
  /** The code of a choice. */
  choice: { pattern: "\\S+?", german: (text) => CHOICE_WORDS.get(text) ?? text },
  /** The name of a field. */
  label: { pattern: "[a-z0-9_]+", german: (text, where) => `„${labelOf(text, where)?.[1] ?? text}“` },
  /** Rows of other tables, `visit V1, visit V2`. */
  rows: {
    pattern: ".+?",
    german: (text) => text.replace(/[a-z_]+(?= )/g, (name) => TABLE_LABELS[name]?.one[1] ?? name),
  },
  /** A file, or the table itself where the row comes from a form. */
  file: {
    pattern: ".+?",
    german: (text) => (TABLE_LABELS[text] === undefined ? text : `„${TABLE_LABELS[text].many[1]}“`),
  },
  unit: { pattern: "\\S+?", german: (text) => (text === "Cel" ? "°C" : text) },
  /** `a or b`. */
  either: { pattern: ".+?", german: (text) => text.replaceAll(" or ", " oder ") },
};

const PLACEHOLDER = /\{(\w+)\}/g;

/** The German of a sentence by the first form that fits it whole. */
export function byForm(forms: readonly SentenceForm[], sentence: string, where: Place): string | undefined {
  for (const form of forms) {
    const [, german] = form;
    const { shape, kinds } = compiled(form);
    const match = shape.exec(sentence);
    if (match === null) continue;
    const given: Readonly<Record<string, string | undefined>> = {
      column: where.column,
      value: where.value,
      ...match.groups,
    };
    const names = [...german.matchAll(PLACEHOLDER)].map(([, name = ""]) => name);
    if (names.some((name) => given[name] === undefined)) continue;
    return german.replace(PLACEHOLDER, (_, name: string) =>
      (kinds.get(name) ?? ANYTHING).german(given[name] ?? "", where),
    );
  }
  return undefined;
}

interface Compiled {
  readonly shape: RegExp;
  readonly kinds: ReadonlyMap<string, Kind>;
}

const known = new Map<SentenceForm, Compiled>();

function compiled(form: SentenceForm): Compiled {
  const there = known.get(form);
  if (there !== undefined) return there;
  const kinds = new Map<string, Kind>();
  const pattern = form[0].split(/(\{\w+(?::\w+)?\})/).map((part) => {
    const [, name = "", of] = /^\{(\w+)(?::(\w+))?\}$/.exec(part) ?? [];
    if (name === "") return part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    const kind = of === undefined ? ANYTHING : KINDS[of];
    if (kind === undefined) throw new Error(`no kind ${of} in "${form[0]}"`);
    kinds.set(name, kind);
    return `(?<${name}>${kind.pattern})`;
  });
  const made = { shape: new RegExp(`^${pattern.join("")}$`, "s"), kinds };
  known.set(form, made);
  return made;
}

/** What each code of a choice is called in German; a code that is called differently in two fields has no words. */
const CHOICE_WORDS: ReadonlyMap<string, string> = choiceWords();

function choiceWords(): ReadonlyMap<string, string> {
  const words = new Map<string, Set<string>>();
  for (const { type } of CODEBOOK.flatMap(({ fields }) => fields)) {
    if (type.kind !== "choice") continue;
    for (const { code, says } of type.choices)
      words.set(code, (words.get(code) ?? new Set()).add(GERMAN_BOOK[says] ?? says));
  }
  return new Map(
    [...words].flatMap(([code, [only, ...others]]) => (only && others.length === 0 ? [[code, only]] : [])),
  );
}

/** `2009-05-17` as 17.05.2009, `2009-05` as 05.2009. */
function dayFirst(iso: string): string {
  return iso.split("-").reverse().join(".");
}

function cellWords(cell: string): string {
  if (new RegExp(`^${DATE}$`).test(cell) && cell.includes("-")) return dayFirst(cell);
  if (new RegExp(`^${NUMBER}$`).test(cell)) return cell.replace(".", ",");
  return CHOICE_WORDS.get(cell) ?? cell;
}

function unquoted(json: string): string {
  try {
    return String(JSON.parse(json));
  } catch {
    return json.slice(1, -1);
  }
}
