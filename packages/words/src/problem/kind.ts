import type { Reader } from "./reader.ts";

/**
 * One kind of value that a problem carries. It travels as JSON and may have been written by another version, so that `fits` is asked
 * before it is told; `tell` makes of it what a sentence says.
 */
export interface Kind<Value, Told> {
  /** Its name, and what it is made of, for tests that make any value of it. */
  readonly kind: string;
  readonly of?: Kind<unknown, unknown>;
  readonly words?: readonly string[];
  readonly codes?: Readonly<Record<string, { readonly kinds: Kinds }>>;
  fits(value: unknown): value is Value;
  tell(value: Value, reader: Reader): Told;
}

/** The values of one code by their names. */
export type Kinds = Readonly<Record<string, Kind<unknown, unknown>>>;

type ValueOf<K> = K extends Kind<infer Value, unknown> ? Value : never;
type ToldOf<K> = K extends Kind<never, infer Told> ? Told : K extends Kind<infer _, infer Told> ? Told : never;
type OptionalNames<K extends Kinds> = { [Name in keyof K]: undefined extends ValueOf<K[Name]> ? Name : never }[keyof K];

/** What a check gives: the values of a code, as they travel. */
export type ValuesOf<K extends Kinds> = { readonly [Name in Exclude<keyof K, OptionalNames<K>>]: ValueOf<K[Name]> } & {
  readonly [Name in OptionalNames<K>]?: ValueOf<K[Name]>;
};

/** What a sentence is made of: each value as its reader calls it. */
export type ToldValues<K extends Kinds> = { readonly [Name in keyof K]: ToldOf<K[Name]> };
