import { requireCount } from "../require-count.ts";

/**
 * An event seen at visits only: it came in (left, right]. Equal ends are an exact time; a right end of null was never reached, so the
 * subject is right-censored at `left`. `n` subjects have the same interval.
 */
export interface IntervalCensored {
  readonly left: number;
  readonly right: number | null;
  readonly n: number;
}

/** An interval that may hold mass; an exact time has equal ends. `right` is infinite beyond the last right end. */
export interface Innermost {
  readonly left: number;
  readonly right: number;
}

/** Subjects with the same first and last innermost interval within their own. */
export interface Coverage {
  readonly first: number;
  readonly last: number;
  readonly n: number;
}

/** Order of ends at one value: an exact time begins, ends are closed, then open intervals begin. */
const EXACT = 0;
const CLOSED = 1;
const OPEN = 2;

/**
 * Turnbull's innermost intervals (JRSS B 1976;38:290-5): those that begin with the left end of some subject's interval and end with
 * the next right end. Mass outside them cannot raise the likelihood. Each subject covers a run of them.
 */
export function innermostIntervals(rows: readonly IntervalCensored[]): {
  readonly intervals: readonly Innermost[];
  readonly coverage: readonly Coverage[];
} {
  const kept = rows.filter(({ n }) => requireCount(n) > 0);
  for (const { left, right } of kept)
    if (!(left >= 0 && Number.isFinite(left)) || (right !== null && !(right >= left && Number.isFinite(right))))
      throw new RangeError(`an interval begins from 0 up and does not end before it begins, got ${left} to ${right}`);
  const ends = kept.flatMap((row) => [
    { at: row.left, kind: row.left === row.right ? EXACT : OPEN },
    { at: row.right ?? Number.POSITIVE_INFINITY, kind: CLOSED },
  ]);
  ends.sort((a, b) => (a.at === b.at ? a.kind - b.kind : a.at - b.at));
  const found = ends.flatMap((end, i): readonly (Innermost & { readonly kind: number })[] => {
    const next = ends[i + 1];
    return end.kind !== CLOSED && next?.kind === CLOSED ? [{ left: end.at, right: next.at, kind: end.kind }] : [];
  });
  const coverage = kept.map(({ left, right, n }) => {
    const kind = left === right ? EXACT : OPEN;
    const first = found.findIndex((own) => own.left > left || (own.left === left && own.kind >= kind));
    const last = found.findLastIndex((own) => own.right <= (right ?? Number.POSITIVE_INFINITY));
    return { first, last, n };
  });
  return { intervals: found.map(({ left, right }) => ({ left, right })), coverage };
}
