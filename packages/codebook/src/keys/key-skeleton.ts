/** Small letters and what they look like, one beside the other: Latin ones and digits, then Cyrillic and Greek ones. */
export const LOOK_ALIKE = [
  "оοіιoilавеёзјкмнрсухгԁԛԝһүѕαβεκνρτυχγηω",
  "0011011abee3jkmhpcyxrdqwhysabekvptuxynw",
] as const;

const UNSEEN = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Zs}\p{Zl}\p{Zp}\u2800]/gu;
const LATIN: ReadonlyMap<string, string> = new Map(
  [...LOOK_ALIKE[0]].map((letter, place) => [letter, [...LOOK_ALIKE[1]][place] ?? letter]),
);

/**
 * What a key looks like: without case, width, spaces and what nobody sees, look-alike letters as one. Two keys with one
 * skeleton are twins: one child entered twice, or two that people will confuse. As `chart.key_skeleton` in the database.
 */
export function keySkeleton(text: string): string {
  const plain = text.normalize("NFKC").toLowerCase().replace(UNSEEN, "");
  return [...plain].map((letter) => LATIN.get(letter) ?? letter).join("");
}

/** What people confuse in a pseudonym: as `keySkeleton`, and without the zeros before a number. As `chart.child_skeleton`. */
export function childSkeleton(text: string): string {
  return keySkeleton(text).replace(/(^|[^0-9])0+(?=[0-9])/g, "$1");
}
