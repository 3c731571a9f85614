/** What is still to be filled of a table: row and column sums, each from the largest. */
export interface Remaining {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly total: number;
  readonly logFactorial: readonly number[];
}

/**
 * At least the log weight, -sum of log x!, of the most likely filling. Any numbers a and b give a bound: sum over the cells of the
 * least of log x! - (a + b) x, plus a and b times the margins. Near the filling under independence it is close.
 */
export function mostLikely({ rows, columns, total, logFactorial }: Remaining): number {
  const used = columns.filter((column) => column > 0);
  const [height, width] = [rows.length, used.length];
  const whole = total + (height * width) / 2;
  let sum = 0;
  for (const row of rows) {
    const wide = row + width / 2;
    const a = Math.log(wide / whole);
    sum += a * row;
    for (const column of used) {
      const tall = column + height / 2;
      const x = Math.min(row, column, Math.floor((wide * tall) / whole));
      sum += (logFactorial[x] ?? 0) - (a + Math.log(tall)) * x;
    }
  }
  for (const column of used) sum += Math.log(column + height / 2) * column;
  return -sum;
}

/** At most the log weight of the least likely filling: no row and no column is more uneven than filled from the largest place on. */
export function leastLikely({ rows, columns, logFactorial }: Remaining): number {
  return -Math.min(unevenness(columns, rows, logFactorial), unevenness(rows, columns, logFactorial));
}

function unevenness(sizes: readonly number[], rooms: readonly number[], logFactorial: readonly number[]): number {
  let sum = 0;
  for (const size of sizes) {
    let left = size;
    for (const room of rooms) {
      const here = Math.min(left, room);
      sum += logFactorial[here] ?? 0;
      left -= here;
      if (left === 0) break;
    }
  }
  return sum;
}
