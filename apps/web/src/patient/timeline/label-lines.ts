/** A label in lines of so many letters at most; a word that is longer stands alone, whole. */
export function labelLines(label: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of label.split(/(?<=-)|\s+/)) {
    const before = lines.at(-1);
    const joined = before === undefined ? word : before.endsWith("-") ? `${before}${word}` : `${before} ${word}`;
    if (before !== undefined && joined.length <= most) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines;
}
