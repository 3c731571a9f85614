import type { FieldType, Pair } from "../field.ts";

/** What a field of a registry's own can hold: as the codebook's, but for keys, references and partial dates. */
export type OwnType = Extract<FieldType, { readonly kind: OwnKind }>;

export const OWN_KINDS = ["integer", "decimal", "yes-no", "choice", "date", "text"] as const;
export type OwnKind = (typeof OWN_KINDS)[number];

/** A field is asked where another field of the row has this code. */
export interface ShownWhen {
  readonly field: string;
  readonly equals: string;
}

/** From this day on a complete row must answer the field, by a value or by why there is none. */
export interface RequiredFrom {
  readonly on: string;
  /** The date of the row that counts; blank where the day of the entry does. */
  readonly by: string;
}

/**
 * What an administrator says of a field. It is kept as JSON, and compared with, never executed. Parts that are not named here are
 * refused, so that tables and computed fields of one's own can have parts of their own later.
 */
export interface OwnDefinition {
  readonly label: Pair;
  /** The sentence beside the field; blank where the label says all. */
  readonly help: Pair;
  readonly type: OwnType;
  /** UCUM, where the registry keeps to it. */
  readonly unit?: string;
  readonly shownWhen?: ShownWhen;
  readonly requiredFrom?: RequiredFrom;
  /** Takes no new value; what was entered stays and is exported. */
  readonly retired?: true;
}

/** A field that a registry added to a table of the chart, with every change of it, the first definition first. */
export interface OwnField {
  readonly table: string;
  /** Its name in forms, files, the trail and a freeze: `own_influenza`. */
  readonly name: string;
  readonly versions: readonly [OwnDefinition, ...OwnDefinition[]];
}

/** The definition that holds now. */
export const currentOf = ({ versions }: Pick<OwnField, "versions">): OwnDefinition => versions.at(-1) ?? versions[0];

export const OWN_LIMITS = {
  label: 60,
  help: 500,
  unit: 20,
  choices: 100,
  choice: 100,
  text: 1000,
  decimals: 6,
  size: 1e9,
  perTable: 60,
} as const;

/** The name of a field of a registry's own. No field of the codebook begins so. */
export const OWN_NAME = /^own_[a-z][a-z0-9_]{0,39}$/;
