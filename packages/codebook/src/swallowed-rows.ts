/** A cell of a CSV file that took rows after its own into itself: which of its row, from 0, and how many rows they are. */
export interface SwallowedRows {
  readonly place: number;
  readonly rows: number;
}

/**
 * Quotation marks that pair by chance, one left open here and one in a later row, make one cell of all between. Such a cell
 * has a line break for each row, and as many separators as those rows would have; a text that somebody wrote has not.
 * `width` is that of the header.
 */
export function swallowedRows(cells: readonly string[], separator: string, width: number): SwallowedRows | undefined {
  for (const [place, cell] of cells.entries()) {
    if (!/[\r\n]/.test(cell)) continue;
    const rows = cell.split(/\r\n|\n|\r/).length - 1;
    if (width > 1 && cell.split(separator).length - 1 === rows * (width - 1)) return { place, rows };
  }
  return undefined;
}
