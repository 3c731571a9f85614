/** What people write for one code, word by word between strokes. */
export interface Words {
  readonly en?: string;
  readonly de?: string;
}

/**
 * What people write for the codes of a field. It is a table of what is certain: a word stands here only where it has one
 * meaning in its field, whatever the language. Under `NONE` stand words that look like a code and mean no choice of the field.
 */
export type WordsOfField = Readonly<Record<string, Words>>;

export const NONE = "";
