import type { RequiredFrom, ShownWhen } from "./own/own-field.ts";

/** The same in English and in German. */
export type Pair = readonly [english: string, german: string];

/** An entry of the codebook: since which of its versions it is there. What says nothing is of the first. */
export interface Dated {
  readonly since?: number;
}

/** A choice of a field: the word in the file, what a study nurse reads, and verified codes. */
export interface Choice extends Dated {
  readonly code: string;
  readonly says: string;
  /** The German of `says`, of entries since the second version; the first has its German in files of its own. */
  readonly german?: string;
  readonly codes?: Codes;
  /** No longer offered; where it stands it stays. */
  readonly retired?: true;
}

/** A list of choices that grows in a registry. */
export type ListName = "drug" | "analyte";

/** Codes in public terminologies; only pairs verified in their source are entered. */
export interface Codes {
  readonly loinc?: string;
  readonly atc?: string;
  readonly hpo?: string;
  readonly orpha?: string;
  readonly icd10gm?: string;
}

/** Inclusive limits in the field's unit. Beyond `possible` a value is refused, beyond `plausible` it is queried. */
export interface Limits {
  readonly possible: readonly [number, number];
  readonly plausible: readonly [number, number];
}

export type FieldType =
  | { readonly kind: "key" }
  | { readonly kind: "reference"; readonly table: string }
  | { readonly kind: "text"; readonly maxLength: number }
  | {
      readonly kind: "choice";
      readonly choices: readonly Choice[];
      /** The list that the choices are of: a registry extends it, so a database refers to it and a folder brings its own. */
      readonly list?: ListName;
    }
  | { readonly kind: "yes-no" }
  | { readonly kind: "integer"; readonly limits: Limits }
  | {
      readonly kind: "decimal";
      readonly decimals: number;
      readonly limits: Limits;
      /** Of a titre of 1:80 the number 80 is kept. */
      readonly reciprocal?: true;
      /** The field of the row that says on which side of this number the result lies, where a laboratory gives no more than a limit. */
      readonly comparator?: string;
    }
  | { readonly kind: "date" }
  | {
      readonly kind: "partial-date";
      /** No day of it is kept, whatever is written: `2012-05-17` becomes `2012-05`. */
      readonly finest?: "month";
    };

/** One column of a chart table. */
export interface Field extends Dated {
  readonly name: string;
  readonly type: FieldType;
  /** A required field may be neither blank nor missing for a reason. */
  readonly required: boolean;
  /** UCUM. */
  readonly unit?: string;
  readonly codes?: Codes;
  /** The sentence a study nurse reads beside the field. */
  readonly says: string;
  /** Its short name and the German of `says`, of fields since the second version. */
  readonly label?: Pair;
  readonly german?: string;
  /** Of a field that a registry added; the codebook itself has none. */
  readonly own?: OwnRules;
}

/** What holds for a field of a registry's own beside its type. */
export interface OwnRules {
  readonly retired?: true;
  readonly shownWhen?: ShownWhen;
  readonly requiredFrom?: RequiredFrom;
  /** It reads what was entered under any of its definitions. */
  readonly kept?: true;
  /** What any of its definitions took, where that is more than it takes now. */
  readonly widest?: FieldType;
}

/**
 * A rule between fields of one row. Data, so that forms, readers and databases share it.
 * `not-before` is violated only where the earlier surely lies after the later, also for numbers. `required-with` needs a
 * value beside a value; `required-when` is also answered by `unknown` or `not done`, since the chart may not tell.
 */
export type Rule = (
  | { readonly code: "not-before"; readonly earlier: string; readonly later: string }
  | { readonly code: "required-with"; readonly field: string; readonly when: string }
  | { readonly code: "required-when"; readonly field: string; readonly when: string; readonly equals: string }
) & {
  readonly says: string;
  /** The German of `says`, of rules since the second version. */
  readonly german?: string;
};

/** One table of the chart: one CSV file of a chart folder, one Parquet file of a freeze. */
export interface Table extends Dated {
  readonly name: string;
  /** Grain and purpose, in one sentence. */
  readonly says: string;
  /** What it is called, one row and many, and the German of `says`, of tables since the second version. */
  readonly names?: { readonly one: Pair; readonly many: Pair };
  readonly german?: string;
  readonly fields: readonly Field[];
  readonly rules: readonly Rule[];
}

/** What is said beside the name. A field since a later version brings its words along. */
type Extra = Partial<Pick<Field, "unit" | "codes" | "required">> &
  ({ readonly since?: never } | Required<Pick<Field, "since" | "label" | "german">>);

function field(type: FieldType): (name: string, says: string, extra?: Extra) => Field {
  return (name, says, extra = {}) => ({ name, type, says, required: false, ...extra });
}

/** What a field of a later version brings along: since which, its short name, and the German of its sentence. */
export const since = (version: number, label: Pair, german: string) => ({ since: version, label, german }) as const;

const REQUIRED = { required: true } as const;

export const key = (name: string, says: string, extra: Extra = {}): Field =>
  field({ kind: "key" })(name, says, { ...extra, ...REQUIRED });
export const reference = (table: string, says: string, extra: Extra = REQUIRED): Field =>
  field({ kind: "reference", table })(table, says, extra);
export const text = field({ kind: "text", maxLength: 200 });
export const yesNo = field({ kind: "yes-no" });
export const date = field({ kind: "date" });
export const partialDate = field({ kind: "partial-date" });
export const monthOrYear = field({ kind: "partial-date", finest: "month" });
export const choice = (name: string, says: string, choices: readonly Choice[], extra: Extra = {}): Field =>
  field({ kind: "choice", choices })(name, says, extra);
/** A choice from a list that a registry extends; `also` are choices that no list holds. */
export const listed = (
  list: ListName,
  says: string,
  choices: readonly Choice[],
  also: readonly Choice[] = [],
): Field => ({ name: list, says, required: true, type: { kind: "choice", choices: [...choices, ...also], list } });
export const integer = (name: string, says: string, limits: Limits, extra: Extra = {}): Field =>
  field({ kind: "integer", limits })(name, says, extra);
export const decimal = (
  name: string,
  says: string,
  decimals: number,
  limits: Limits,
  { reciprocal, comparator, ...extra }: Extra & { readonly reciprocal?: true; readonly comparator?: string } = {},
): Field => {
  const beside = { ...(reciprocal && { reciprocal }), ...(comparator !== undefined && { comparator }) };
  return field({ kind: "decimal", decimals, limits, ...beside })(name, says, extra);
};
