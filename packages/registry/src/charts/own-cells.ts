import type { ChartRow, Table } from "@osteon/codebook";

/** Cells of the registry's own fields as they stand. A field that was added while a form was open is not in what the form sends: it stays. */
export const ownCells = ({ fields }: Table, stored: ChartRow): ChartRow =>
  Object.fromEntries(fields.flatMap(({ name, own }) => (own === undefined ? [] : [[name, stored[name] ?? ""]])));
