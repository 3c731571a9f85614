import assert from "node:assert/strict";
import { appendFileSync } from "node:fs";
import type { Estimate } from "../src/index.ts";

/** What R answered; "Inf" and "-Inf" are written as text, NA and NaN as null. */
export type Answer = number | null | "Inf" | "-Inf";

/** One line of docs/reference/agreement.md: a statistic, what was compared and how far apart the two were at worst. */
export interface AgreementLine {
  readonly folder: string;
  readonly statistic: string;
  readonly rCall: string;
  readonly tolerance: number;
  readonly because: string;
  compared: number;
  worst: number;
}

const lines: AgreementLine[] = [];

/** `npm run agreement -w packages/stats` collects the lines here. */
process.on("exit", () => {
  const file = process.env.OSTEON_AGREEMENT;
  if (file !== undefined) for (const line of lines) appendFileSync(file, `${JSON.stringify(line)}\n`);
});

let current: AgreementLine | undefined;

/** Names the statistic that `agrees` compares from here on in this file; tests of one file run one after another. */
export function comparing(folder: string, statistic: string, rCall: string): void {
  current = lines.find((line) => line.statistic === statistic && line.folder === folder);
  if (current !== undefined) return;
  current = { folder, statistic, rCall, tolerance: 1e-8, because: "", compared: 0, worst: 0 };
  lines.push(current);
}

/** Keeps a distance for the statistic that is being compared. */
export function keepDistance(distance: number): void {
  if (current === undefined) return;
  current.compared++;
  current.worst = Math.max(current.worst, distance);
}

export interface Stated {
  /** Relative; 1e-8 unless a reason stands beside it. */
  readonly tolerance?: number;
  readonly because?: string;
  /** What the distance is measured on where an answer near 0 has no digits of its own, such as the largest value. */
  readonly scale?: number;
}

/**
 * Compares a statistic with R and keeps the worst relative distance for the agreement page. `null` in R must be not estimable
 * here. The name of the statistic is that of the page; a looser tolerance needs `because`.
 */
export function against(folder: string, statistic: string, rCall: string, stated: Stated = {}) {
  const { tolerance = 1e-8, because = "", scale = 0 } = stated;
  assert.ok(tolerance <= 1e-8 || because !== "", `${statistic}: a tolerance of ${tolerance} needs a reason`);
  const line: AgreementLine = { folder, statistic, rCall, tolerance, because, compared: 0, worst: 0 };
  lines.push(line);
  return (actual: number | Estimate, expected: Answer | undefined, what: string): void => {
    const value = typeof actual === "number" ? actual : actual.estimable ? actual.value : null;
    assert.notEqual(expected, undefined, `${statistic}, ${what}: R's answer is missing`);
    line.compared++;
    if (value === null || typeof expected !== "number") {
      assert.equal(value, expected, `${statistic}, ${what}`);
      return;
    }
    const size = Math.max(Math.abs(expected), scale, 1e-300);
    const distance = Math.abs(value - expected) / size;
    assert.ok(distance <= tolerance, `${statistic}, ${what}: ${value}, R has ${expected} (${distance} apart)`);
    line.worst = Math.max(line.worst, distance);
  };
}
