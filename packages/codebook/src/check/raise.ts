import type { ChartTable } from "../charts.ts";
import type { Problem, Severity } from "../problem.ts";

/** One row under examination. */
export interface Row {
  readonly table: ChartTable;
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** A problem of one cell. */
export function raise(
  at: Row,
  column: string,
  code: string,
  says: string,
  fix: string,
  severity: Severity = "refused",
): Problem {
  return {
    code,
    severity,
    where: { file: at.table.file, row: at.row, column, value: at.cells[column] ?? "" },
    says,
    fix,
  };
}

/** The allowed word that is closest to what was written, by edits. */
export function nearest(written: string, allowed: readonly string[]): string | undefined {
  const scored = allowed.map((word) => ({ word, distance: edits(written.toLowerCase(), word) }));
  scored.sort((a, b) => a.distance - b.distance);
  const best = scored[0];
  return best !== undefined && best.distance <= Math.max(2, written.length / 2) ? best.word : undefined;
}

function edits(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(swap, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
