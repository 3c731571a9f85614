import type { CellsTable } from "@osteon/publish";

type Row = CellsTable["rows"][number];

/** `33 of 56 (59 %)` and its limits. */
export const shareRow = (label: string, id: string): Row => ({
  label,
  cells: [`{${id}|share}`, `{${id}.wilson-lower~${id}.wilson-upper|span:0:1: %}`],
});

/** Median and quartiles, range, how many are known. */
export const medianRow = (label: string, analysis: string, decimals = 1): Row => {
  const id = `${analysis}.all`;
  return {
    label,
    cells: [
      `{${id}|median-quartiles:${decimals}}`,
      `{${id}.minimum~${id}.maximum|span:${decimals}}`,
      `{${id}.n|number}`,
      `{${id}.missing|number}`,
    ],
  };
};

export const SHARE_HEADS = ["", "Children", "95 % Wilson limits"] as const;
export const MEDIAN_HEADS = ["", "Median (quartiles)", "Range", "Known", "Not known"] as const;

/** Said below tables whose rows are years, centres or drugs. */
export const FAMILY_NOTE = "A row for each that these charts have.";
export const NOT_COMPARED = "Centres differ in whom they see and since when; the rows are no comparison of their care.";
