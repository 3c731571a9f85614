export const SEPARATORS = [",", ";", "\t"] as const;

export type Separator = (typeof SEPARATORS)[number];

/** Lines that are looked at. */
const LOOKED_AT = 50;
const LONGEST_LOOK = 200_000;

/**
 * The separator of a CSV file: the one by which most lines have as many cells as the header, and of several the one that makes most
 * columns. The header alone does not tell: `Age (years, months);Sex (m, f)`; nor do the rows, where each has a list in a cell.
 * A comma where the header has none of them.
 */
export function separatorOf(text: string): Separator {
  const lines = text
    .slice(0, LONGEST_LOOK)
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== "")
    .slice(0, LOOKED_AT)
    // What stands in quotation marks separates nothing; a mark that stays open goes on in another line.
    .map((line) => line.replaceAll(/"[^"]*"/g, ""))
    .filter((line, place) => place === 0 || !line.includes('"'));
  const [best] = SEPARATORS.map((separator) => {
    const [header = 0, ...rows] = lines.map((line) => line.split(separator).length - 1);
    return { separator, header, alike: rows.filter((times) => times === header).length };
  })
    .filter(({ header }) => header > 0)
    .sort((one, other) => other.alike - one.alike || other.header - one.header);
  return best?.separator ?? ",";
}
