import widths from "./advance-widths.json" with { type: "json" };

export type Face = "regular" | "semibold";

/** As CSS names it; the PNG renderer is given the same font from its package. */
export const FONT_FAMILY = "'Source Sans 3', 'Source Sans Pro', 'Segoe UI', Helvetica, Arial, sans-serif";

/** Width of a text at a size, in the unit of the size; a letter that was not measured counts as half an em. */
export function textWidth(text: string, size: number, face: Face = "regular"): number {
  const table: Readonly<Record<string, number>> = widths[face];
  return [...text].reduce((sum, letter) => sum + (table[letter] ?? 500), 0) * (size / 1000);
}

/** Breaks a text into lines no wider than `width`; a word wider than that stands alone. */
export function wrapText(text: string, width: number, size: number, face: Face = "regular"): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && textWidth(longer, size, face) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
