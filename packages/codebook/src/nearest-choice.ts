import type { Candidate } from "./check/slip.ts";

/** Shorter words are as near to anything: `w` is no slip of `male`. */
const SHORTEST = 4;

/** So many edits are a slip of the pen; more is another word. */
const slip = (letters: number): number => Math.max(1, Math.floor(letters / 3));

/**
 * The choice whose code or label is meant by a slip of the pen: the fewest edits away from what was written, and few.
 * Case, spaces and underscores do not count. Nothing where two are as near, or where the word is too short to tell. For names in a
 * study, whose author sees whether it is the one; of values in charts only `meantChoice` may say what is meant.
 */
export function nearestChoice(written: string, choices: readonly Candidate[]): string | undefined {
  let nearest: string | undefined;
  const folded = fold(written);
  let fewest = slip(folded.length) + 1;
  if (folded.length < SHORTEST) return undefined;
  for (const { code, says } of choices) {
    const edits = Math.min(
      editDistance(folded, fold(code)),
      says === undefined ? Number.POSITIVE_INFINITY : editDistance(folded, fold(says)),
    );
    if (edits > fewest || edits > slip(folded.length)) continue;
    nearest = edits === fewest && nearest !== code ? undefined : code;
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
