import type { FollowUpColumns, StratifiedColumns } from "../survival/follow-up.ts";
import type { CoxData } from "./cox-data.ts";

export interface CompleteRows {
  readonly followUp: FollowUpColumns & Partial<Pick<StratifiedColumns, "stratum">>;
  /** Rows that have everything; undefined where all do. */
  readonly rows: Uint32Array | undefined;
  /** Subjects in the others. */
  readonly missing: number;
}

/** Rows without a gap in follow-up, covariates, stratum, offset or cluster; a weight of 0 is no row at all. Throws RangeError where lengths differ. */
export function completeRows(data: CoxData): CompleteRows {
  const { time, event, start, weight, n, stratum, offset, cluster, covariates } = data;
  const size = time.length;
  const columns = new Map<string, ArrayLike<unknown>>(covariates.map(({ name, values }) => [name, values]));
  for (const [name, column] of Object.entries({ time, event, start, weight, n, stratum, offset, cluster }))
    if (column !== undefined) columns.set(name, column);
  for (const [name, column] of columns)
    if (column.length !== size) throw new RangeError(`column ${name} has ${column.length} rows, time has ${size}`);
  const gap = new Uint8Array(size);
  for (const [name, column] of columns) if (name !== "n") markGaps(column, gap);
  let missing = 0;
  let left = 0;
  for (let i = 0; i < size; i++) {
    const counted = n === undefined ? 1 : (n[i] as number);
    if (gap[i] === 1) missing += counted;
    if (counted === 0 || weight?.[i] === 0) gap[i] = 1;
    left += gap[i] as number;
  }
  const rows = left === 0 ? undefined : Uint32Array.from(gap.keys()).filter((i) => gap[i] === 0);
  const kept = <Value>(column: ArrayLike<Value> | undefined) => column && pick(column as ArrayLike<never>, rows);
  const followUp = {
    time: kept(time),
    event: kept(event),
    start: kept(start),
    weight: kept(weight),
    n: kept(n),
    stratum: kept(stratum),
  };
  const given = Object.fromEntries(Object.entries(followUp).filter(([, column]) => column !== undefined));
  return { followUp: given as unknown as FollowUpColumns, rows, missing };
}

function markGaps(column: ArrayLike<unknown>, gap: Uint8Array): void {
  const whole = ArrayBuffer.isView(column) && !(column instanceof Float64Array) && !(column instanceof Float32Array);
  if (whole) return;
  for (let i = 0; i < gap.length; i++) {
    const value = column[i];
    if (value === null || value === undefined || Number.isNaN(value)) gap[i] = 1;
    else if (value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY)
      throw new RangeError(`a value must be finite (missing is null), got ${value} (row ${i + 1})`);
  }
}

/** The rows asked for, or the column itself. */
export function pick<Value>(column: ArrayLike<Value | null>, rows: Uint32Array | undefined): ArrayLike<Value> {
  return (rows === undefined ? column : Array.from(rows, (row) => column[row])) as ArrayLike<Value>;
}
