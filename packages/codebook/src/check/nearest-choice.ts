/** A word that may be meant and what to call it by when comparing: `says` of a choice counts as well as its code. */
interface Candidate {
  readonly code: string;
  readonly says?: string;
}

/** The choice whose code or label is the fewest edits away from what was written; case, spaces and underscores do not count. */
export function nearestChoice(written: string, choices: readonly Candidate[]): string | undefined {
  let nearest: string | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  const folded = fold(written);
  for (const { code, says } of choices) {
    const edits = Math.min(
      editDistance(folded, fold(code)),
      says === undefined ? fewest : editDistance(folded, fold(says)),
    );
    if (edits >= fewest) continue;
    nearest = code;
    fewest = edits;
  }
  return nearest;
}

const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s_-]+/g, " ")
    .slice(0, 100);

/** Levenshtein's distance: insertions, deletions and substitutions of one letter each. */
function editDistance(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const substituted = at(above, column - 1) + (one[row - 1] === other[column - 1] ? 0 : 1);
      current.push(Math.min(at(above, column) + 1, at(current, column - 1) + 1, substituted));
    }
    above = current;
  }
  return at(above, other.length);
}

const at = (edits: readonly number[], index: number): number => edits[index] ?? Number.POSITIVE_INFINITY;
