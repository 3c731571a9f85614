/** Median body weight in kg by whole years of age, rounded; close enough to German references for an invented child. */
const MEDIAN_KG: readonly number[] = [
  5, 9.8, 12.4, 14.5, 16.6, 18.7, 21, 23.5, 26.4, 29.5, 33, 37, 42, 47, 52, 56, 59.5, 62, 63.5, 64.5, 65, 65, 65, 65,
  65,
];

/** Body weight in kg of a child that keeps to its own fraction of the median. */
export function bodyWeight(ageYears: number, ofMedian: number): number {
  const years = Math.max(0, Math.min(MEDIAN_KG.length - 2, Math.floor(ageYears)));
  const low = MEDIAN_KG[years] ?? 0;
  const high = MEDIAN_KG[years + 1] ?? low;
  return (low + (high - low) * Math.min(1, ageYears - years)) * ofMedian;
}
