import type { Pair } from "../language.ts";
import type { Kind, Kinds, ToldValues, ValuesOf } from "./kind.ts";
import { PLAIN, type Reader } from "./reader.ts";

/** What a problem says, and how it is mended. */
export interface Sentences {
  /** What was found, against which rule. */
  readonly says: string;
  /** What to do about it. */
  readonly fix: string;
}

/** Values as they travel and are stored: JSON by name. */
export type Values = Readonly<Record<string, unknown>>;

/** The sentences of one code in every language, and what they are made of. */
export interface ProblemWords<K extends Kinds = Kinds> {
  readonly kinds: K;
  /** Nothing where the values are not those of the code, as of another version. */
  tell(values: Values, reader: Reader): Sentences | undefined;
}

/** The codes of one part of Osteon with their words. */
export type ProblemCodes = Readonly<Record<string, ProblemWords>>;

/** A code: the kinds of its values by name, and its sentences in both languages; one that is missing does not compile. */
export const problem = <const K extends Kinds>(
  kinds: K,
  words: Pair<(values: ToldValues<K>, reader: Reader) => Sentences>,
): ProblemWords<K> => ({
  kinds,
  tell: (values, reader) => {
    const told: Record<string, unknown> = {};
    for (const [name, kind] of Object.entries(kinds)) {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      if (!kind.fits(value)) return undefined;
      told[name] = kind.tell(value, reader);
    }
    return words[reader.language](told as ToldValues<K>, reader);
  },
});

/** `refused` stops the work; `query` is a question to the centre that the data may answer with "yes, it is so". */
export type Severity = "refused" | "query";

/** What is wrong, by its code, for whoever knows the place; `says` and `fix` are its English as of a file, for who knows no codes. */
export interface Fault<Code extends string = string> extends Sentences {
  readonly code: Code;
  readonly severity: Severity;
  readonly values: Values;
}

type ValuesOfCode<Words> = Words extends ProblemWords<infer K> ? ValuesOf<K> : never;
type Given<Words> =
  Record<string, never> extends ValuesOfCode<Words>
    ? readonly [values?: ValuesOfCode<Words>]
    : readonly [values: ValuesOfCode<Words>];

/** Makes a fault of a code and the values that its words need. */
export type FaultMaker<Codes extends ProblemCodes> = <Code extends keyof Codes & string>(
  code: Code,
  ...values: Given<Codes[Code]>
) => Fault<Code>;

/** What makes faults of these codes. */
export function faultsOf<Codes extends ProblemCodes>(
  codes: Codes,
): { readonly refused: FaultMaker<Codes>; readonly queried: FaultMaker<Codes> } {
  const maker =
    (severity: Severity): FaultMaker<Codes> =>
    (code, ...[values = {}]) => {
      const english = codes[code]?.tell(values, PLAIN);
      if (english === undefined) throw new Error(`${code}: its values are ${JSON.stringify(values)}`);
      return { code, severity, values: withoutAbsent(values), ...english };
    };
  return { refused: maker("refused"), queried: maker("query") };
}

/** As the values travel: JSON has no undefined. */
const withoutAbsent = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

/** A fault within the values of another, told by the codes that it is of. */
export const faultAmong = (
  codes: ProblemCodes,
): Kind<{ readonly code: string; readonly values: Values }, Sentences> => ({
  kind: "fault",
  codes,
  fits: (value): value is { readonly code: string; readonly values: Values } =>
    isFault(value) && Object.hasOwn(codes, value.code) && codes[value.code]?.tell(value.values, PLAIN) !== undefined,
  tell: ({ code, values }, reader) => codes[code]?.tell(values, reader) ?? { says: "", fix: "" },
});

const isFault = (value: unknown): value is { readonly code: string; readonly values: Values } =>
  typeof value === "object" &&
  value !== null &&
  "code" in value &&
  typeof value.code === "string" &&
  "values" in value &&
  typeof value.values === "object" &&
  value.values !== null;
