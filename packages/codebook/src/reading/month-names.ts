const ENGLISH = [
  ...["january", "february", "march", "april", "may", "june"],
  ...["july", "august", "september", "october", "november", "december"],
];
/** What German has of its own, in its spellings; `Mrz` is what spreadsheets write, `Jänner` and `Feber` Austria. */
const GERMAN: readonly (readonly string[])[] = [
  ["januar", "jänner"],
  ["februar", "feber"],
  ["märz", "maerz", "mrz"],
  [],
  ["mai"],
  ["juni"],
  ["juli"],
  [],
  [],
  ["oktober"],
  [],
  ["dezember"],
];
const SHORTEST = 3;

/** The month, from 1, that a name or its beginning of three letters and more means, in English or in German. */
export function monthNamed(word: string): number | undefined {
  const begun = word.normalize("NFC").toLowerCase();
  if (begun.length < SHORTEST) return undefined;
  const place = ENGLISH.findIndex((english, month) =>
    [english, ...(GERMAN[month] ?? [])].some((name) => name.startsWith(begun)),
  );
  return place < 0 ? undefined : place + 1;
}
