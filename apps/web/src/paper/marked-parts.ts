/** What is to be marked in a line: words as they were printed, and how. */
export interface Marked {
  readonly printed: string;
  readonly kind: string;
}

export interface LinePart {
  readonly text: string;
  readonly kind?: string;
}

/** Cuts a line where a finding speaks of it: the words themselves, or at least their numbers where the line breaks them. */
export function markedParts(line: string, marks: readonly Marked[]): readonly LinePart[] {
  const kinds: (string | undefined)[] = new Array(line.length);
  for (const { printed, kind } of marks)
    for (const [start, end] of placesOf(line, printed)) for (let at = start; at < end; at++) kinds[at] ??= kind;
  const parts: { text: string; kind?: string }[] = [];
  for (let at = 0; at < line.length; at++) {
    const last = parts.at(-1);
    const kind = kinds[at];
    if (last !== undefined && last.kind === kind) last.text += line[at];
    else parts.push({ text: line[at] ?? "", ...(kind === undefined ? {} : { kind }) });
  }
  return parts;
}

function placesOf(line: string, printed: string): readonly (readonly [number, number])[] {
  const whole = new RegExp(loose(printed), "g");
  const found = [...line.matchAll(whole)].map((match) => [match.index, match.index + match[0].length] as const);
  if (found.length > 0) return found;
  const numbers = new Set(printed.match(/\d+(?:[.,]\d+)?/g) ?? []);
  return [...numbers].flatMap((number) =>
    [...line.matchAll(new RegExp(`(?<![\\d.,])${loose(number)}(?![\\d]|[.,]\\d)`, "g"))].map(
      (match) => [match.index, match.index + match[0].length] as const,
    ),
  );
}

/** Points and commas, and any white space, are the same here: the text was read with decimal points. */
const loose = (text: string): string =>
  text
    .trim()
    .replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&")
    .replaceAll(/\\\.|,/g, "[.,]")
    .replaceAll(/\s+/g, "\\s+");
