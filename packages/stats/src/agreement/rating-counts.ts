/** How often each category was given to one subject, and how often any was. */
export interface RatingCounts {
  readonly of: readonly number[];
  readonly n: number;
}

/** Counts the ratings of one subject: places of categories from 0, null where a rater gave none. */
export function ratingCounts(row: readonly (number | null)[], categories: number): RatingCounts {
  const of = new Array<number>(categories).fill(0);
  let n = 0;
  for (const place of row) {
    if (place === null) continue;
    if (!(Number.isInteger(place) && place >= 0 && place < categories))
      throw new RangeError(`a rating is the place of one of ${categories} categories, got ${place}`);
    of[place] = (of[place] as number) + 1;
    n++;
  }
  return { of, n };
}

/** The share of pairs of ratings of one subject that are equal; 0 where there is no pair. */
export const agreeingShare = ({ of, n }: RatingCounts): number =>
  n > 1 ? of.reduce((sum, count) => sum + count * (count - 1), 0) / (n * (n - 1)) : 0;
