import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { osteon, place } from "../../../tests/acceptance/osteon.ts";

export type Numbers = readonly number[];
export type Names = readonly string[];

/** What R answers of the inputs of our own. */
export const R: {
  readonly labels: readonly (Readonly<Record<"a" | "b" | "g", Names>> &
    Readonly<Record<"time" | "event" | "age", Numbers>> & { readonly chi2: number; readonly beta: number })[];
  readonly codes: readonly (Readonly<Record<"time" | "status" | "x", Numbers>> &
    Readonly<Record<"code" | "beta" | "events", number>> & { readonly median: number | null })[];
} = JSON.parse(readFileSync(new URL("../../stats/reference/edges.json", import.meta.url), "utf8"));

/** Inputs that people found, beside the checkout. */
export const EDGES = new URL("../../../../shared/data/edges/", import.meta.url);
export const edge = (file: string): string => new URL(file, EDGES).pathname;
export const folder = place("edges");
mkdirSync(folder);

let files = 0;
/** A file of some rows. */
export function csv(head: string, rows: readonly string[], ending = "csv"): string {
  const path = join(folder, `${files++}.${ending}`);
  writeFileSync(path, `${[head, ...rows].join("\n")}\n`);
  return path;
}

export const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

export async function answered(...words: Names) {
  const { out, code, err } = await osteon(...words, "--json");
  assert.equal(code, 0, `${words.join(" ")}\n${err}${out}`);
  return JSON.parse(out);
}

/** What a command says when it refuses. */
export async function refused(code: number, ...words: Names): Promise<string> {
  const ended = await osteon(...words);
  assert.equal(ended.code, code, ended.out + ended.err);
  return ended.out + ended.err;
}

export const near = (found: number | null | undefined, wanted: number, what: string, tolerance = 1e-6): void =>
  assert.ok(
    Math.abs((found ?? Number.NaN) - wanted) <= tolerance * Math.abs(wanted),
    `${what}: ${found}, R has ${wanted}`,
  );

export const TE = ["--time", "time", "--event", "event"];
