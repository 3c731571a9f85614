import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { Estimate } from "../src/index.ts";
import { keepDistance } from "./agreement.ts";

/** What R answered in `reference/<name>.R`; the caller says which shape that script writes. */
export function answers<Shape>(name: string): Shape {
  return JSON.parse(readFileSync(new URL(`../reference/${name}.json`, import.meta.url), "utf8"));
}

/** The first set of answers, on public data; packages/stats/reference/reference.R wrote it. */
export const REFERENCE = JSON.parse(readFileSync(new URL("../reference/reference.json", import.meta.url), "utf8"));

/** Relative agreement with R; `null` in R must be not estimable here. */
export function agrees(actual: number | Estimate, expected: number | null, tolerance: number, what: string): void {
  const value = typeof actual === "number" ? actual : actual.estimable ? actual.value : null;
  if (value === null || expected === null) {
    assert.equal(value, expected, what);
    return;
  }
  const distance = Math.abs(value - expected);
  keepDistance(distance <= 1e-300 ? 0 : distance / Math.abs(expected));
  assert.ok(distance <= tolerance * Math.abs(expected) || distance <= 1e-300, `${what}: ${value}, R has ${expected}`);
}

/** Rows of one each. */
export const single = (values: readonly number[]): { readonly value: number; readonly n: number }[] =>
  values.map((value) => ({ value, n: 1 }));

type Column = readonly (number | null)[];

/** Public data sets of the survival package, as columns; packages/stats/reference/data-sets.R wrote them. */
export const DATA = answers<
  Readonly<Record<string, Readonly<Record<string, Column>>>> & {
    readonly lung: Readonly<
      Record<"time" | "status" | "age" | "sex" | "ph.ecog" | "ph.karno" | "wt.loss" | "inst", Column>
    >;
  }
>("data-sets");
