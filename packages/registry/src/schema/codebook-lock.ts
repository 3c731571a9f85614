import { createHash } from "node:crypto";
import {
  type Comparison,
  compareStructures,
  type Refusal,
  type Structure,
  structureOf,
  type Table,
  tablesOf,
  versionOf,
} from "@osteon/codebook";
import { stepSql } from "./step-sql.ts";

/** `codebook.lock.json`: the codebook that the steps so far lead to. */
export interface CodebookLock {
  /** The last version that was released; what is new belongs to the one after it. */
  readonly released: number;
  /** The steps that the codebook has written or was told of, each with the version and the hash of its text. */
  readonly steps: Readonly<Record<string, { readonly version: number; readonly sha256: string }>>;
  readonly tables: Structure;
}

export const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

export const compareWithLock = (codebook: readonly Table[], { tables, released }: CodebookLock): Comparison =>
  compareStructures(tables, structureOf(codebook), released + 1);

export interface WrittenStep {
  readonly name: string;
  readonly text: string;
}

/** What a codebook that has grown needs: the step to write, and the lock beside it; nothing where the lock holds it already. */
export type Growth =
  | { readonly kind: "none" }
  | { readonly kind: "refused"; readonly refusals: readonly Refusal[] }
  | { readonly kind: "grown"; readonly step: WrittenStep; readonly lock: CodebookLock };

/**
 * Compares the codebook with its lock. `steps` are the names of all steps there are: a new one sorts behind them. With `byHand`, a step that a
 * person wrote, what would be refused is taken as done there.
 */
export function grow(
  codebook: readonly Table[],
  lock: CodebookLock,
  steps: readonly string[],
  byHand?: WrittenStep,
): Growth {
  const { added, widened, refusals } = compareWithLock(codebook, lock);
  if (byHand !== undefined) return { kind: "grown", step: byHand, lock: locked(codebook, lock, byHand) };
  if (refusals.length > 0) return { kind: "refused", refusals };
  if (added.length + widened.length === 0) return { kind: "none" };
  const last = Math.max(...steps.map((name) => Number(/^step_(\d+)_/.exec(name)?.[1])));
  const name = `step_${String(last + 1).padStart(2, "0")}_codebook_${versionOf(codebook)}`;
  const step = { name, text: stepSql(tablesOf(lock.tables), codebook) };
  return { kind: "grown", step, lock: locked(codebook, lock, step) };
}

function locked(codebook: readonly Table[], { released, steps }: CodebookLock, { name, text }: WrittenStep) {
  const noted = { version: Math.max(released + 1, versionOf(codebook)), sha256: hashOf(text) };
  return { released, steps: { ...steps, [name]: noted }, tables: structureOf(codebook) };
}

/** The lock as its file holds it: a line for each field, so that a difference reads like the change that made it. */
export function lockText({ released, steps, tables }: CodebookLock): string {
  const lines = (entries: Readonly<Record<string, unknown>>, indent: string): string =>
    Object.entries(entries)
      .map(([name, value]) => `${indent}${JSON.stringify(name)}: ${JSON.stringify(value)}`)
      .join(",\n");
  const all = Object.entries(tables).map(
    ([name, { since, fields, rules }]) =>
      `    ${JSON.stringify(name)}: {\n      "since": ${since},\n      "fields": {\n${lines(fields, "        ")}\n      },\n      "rules": ${JSON.stringify(rules)}\n    }`,
  );
  return `{\n  "released": ${released},\n  "steps": {\n${lines(steps, "    ")}\n  },\n  "tables": {\n${all.join(",\n")}\n  }\n}\n`;
}
