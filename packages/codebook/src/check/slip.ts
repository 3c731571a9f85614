/** A word that may be meant and what to call it by when comparing: `says` of a choice counts as well as its code. */
export interface Candidate {
  readonly code: string;
  readonly says?: string;
}

/** Shorter words are as near to anything: `now` is no slip of `new`. */
const SHORTEST = 5;

/**
 * The candidate of which a text is surely a slip of the pen: the same words but for one letter of one of them, in a word of five
 * letters or more that begins as it should. Case, spaces, dashes and underscores do not count. Nothing where two are as near, be
 * it with another beginning: `fmale` is as near to `male`.
 */
export function slipOf(written: string, candidates: readonly Candidate[]): string | undefined {
  const words = wordsOf(written);
  const near = candidates.filter(({ code, says }) => [code, says ?? ""].some((meant) => isNear(words, wordsOf(meant))));
  const [only, ...others] = new Set(near.map(({ code }) => code));
  if (only === undefined || others.length > 0) return undefined;
  return near.some(({ code, says }) => [code, says ?? ""].some((meant) => beginsAs(words, wordsOf(meant))))
    ? only
    : undefined;
}

const LONGEST = 100;

const wordsOf = (text: string): readonly string[] =>
  text
    .slice(0, LONGEST)
    .toLowerCase()
    .split(/[\s_.-]+/)
    .filter((word) => word !== "");

/** Letters alone: in `mg/kg/d` or `t-11` one sign is another unit, another level. */
const LETTERS = /^\p{L}+$/u;

/** The same words, but for one edit of one of them. */
function isNear(written: readonly string[], meant: readonly string[]): boolean {
  if (written.length !== meant.length || written.length === 0) return false;
  const [place, ...others] = written.flatMap((word, at) => (word === meant[at] ? [] : [at]));
  if (place === undefined) return true;
  const [word = "", other = ""] = [written[place], meant[place]];
  return (
    others.length === 0 &&
    word.length >= SHORTEST &&
    [word, other].every((one) => LETTERS.test(one)) &&
    isOneEdit(word, other)
  );
}

const beginsAs = (written: readonly string[], meant: readonly string[]): boolean =>
  isNear(written, meant) && written.every((word, place) => word[0] === meant[place]?.[0]);

/** Whether one letter was added, left out or changed. */
function isOneEdit(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  const [rest, restOfOther] = [one.slice(same), other.slice(same)];
  return rest.slice(1) === restOfOther.slice(1) || rest.slice(1) === restOfOther || rest === restOfOther.slice(1);
}
