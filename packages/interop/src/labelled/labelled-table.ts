/** A column of a labelled table. A text column holds codes; its labels say what each code means, in the order of their numbers. */
export interface LabelledColumn {
  readonly name: string;
  /** What it holds, in a sentence or a few words. */
  readonly label: string;
  readonly kind: "number" | "code";
  /** What values mean. Of codes every one that stands in the column is here. */
  readonly labels: readonly (readonly [value: number | string, says: string])[];
  readonly values: readonly (number | string | null)[];
}

/** A table that statistics programs read with its labels. */
export interface LabelledTable {
  readonly name: string;
  /** What one row is. */
  readonly label: string;
  readonly columns: readonly LabelledColumn[];
  readonly rows: number;
}

/** Codes as numbers from 1, in the order of the labels: SPSS and Stata label numbers. */
export function numbersOf({ kind, labels, values }: LabelledColumn): readonly (number | null)[] {
  if (kind === "number") return values.map((value) => (value === null ? null : Number(value)));
  const places = new Map(labels.map(([code], place) => [code, place + 1]));
  return values.map((value) => {
    if (value === null) return null;
    const place = places.get(value);
    if (place === undefined) throw new Error(`the code ${value} has no label`);
    return place;
  });
}

/** The labels of the numbers that `numbersOf` gives. */
export const numberLabels = ({ kind, labels }: LabelledColumn): readonly (readonly [number: number, says: string])[] =>
  labels.map(([value, says], place) => [kind === "number" ? Number(value) : place + 1, says]);

/** The first bytes of a text in UTF-8, no letter cut in two. */
export function utf8Within(text: string, bytes: number): Buffer {
  let kept = Buffer.from(text);
  for (let end = bytes; kept.length > bytes; end--) {
    const cut = Buffer.from(text)
      .subarray(0, end)
      .toString("utf8")
      .replace(/\uFFFD+$/, "");
    kept = Buffer.from(cut);
  }
  return kept;
}

/** A text in a field of so many bytes, filled up. */
export function padded(text: string, bytes: number, fill = 0x20): Buffer {
  const field = Buffer.alloc(bytes, fill);
  utf8Within(text, bytes).copy(field);
  return field;
}
