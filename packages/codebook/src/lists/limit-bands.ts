import type { LimitBand } from "../codes/analyte.ts";

/** A band in a cell: `female 0-144: 3..12`; of either sex `0-144: 3..12`. */
export const bandText = ({ sex, fromMonths, toMonths, plausible }: LimitBand): string =>
  `${sex === undefined ? "" : `${sex} `}${fromMonths}-${toMonths}: ${plausible[0]}..${plausible[1]}`;

const BAND = /^(?:(female|male) )?(\d+)-(\d+): *(-?\d+(?:\.\d+)?)\.\.(-?\d+(?:\.\d+)?)$/;

/** The band that a part of a cell states; what cannot be read has no number. */
export function bandOfText(text: string): LimitBand {
  const [, sex, from, to, low, high] = BAND.exec(text.trim()) ?? [];
  const number = (cell: string | undefined): number => (cell === undefined ? Number.NaN : Number(cell));
  return {
    ...(sex === "female" || sex === "male" ? { sex } : {}),
    fromMonths: number(from),
    toMonths: number(to),
    plausible: [number(low), number(high)],
  };
}
