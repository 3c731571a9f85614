import type { Reading } from "../outline/read-results.ts";

/** `8.2 ± 2.4` of a group of a continuous analysis; the mean alone where one value is known. */
export const meanSd = ({ text, value }: Reading, id: string, decimals: number): string =>
  value(`${id}.sd`) === null
    ? text(`${id}.mean`, decimals)
    : `${text(`${id}.mean`, decimals)} ± ${text(`${id}.sd`, decimals)}`;

/** `3.0 (0.0 to 60.0)`. */
export const medianRange = ({ text, value, span }: Reading, id: string, decimals: number): string =>
  value(`${id}.median`) === null
    ? "NE"
    : `${text(`${id}.median`, decimals)} (${span(`${id}.minimum`, `${id}.maximum`, decimals)})`;
