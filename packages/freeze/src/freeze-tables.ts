import { stat } from "node:fs/promises";
import { type Checked, type Problem, placed, SHIPPED } from "@osteon/codebook";
import type { Engine } from "@osteon/engine";
import type { Fault } from "@osteon/words";
import { refused } from "./freeze-fault.ts";
import { frozenLayout, leaveOutUnused } from "./frozen-layout.ts";
import { AS_OF_SCHEMA, PLAN_SCHEMA, schemasWith } from "./frozen-schema.ts";
import type { Freeze } from "./read-freeze.ts";
import { verifyFreeze } from "./verify-freeze.ts";
import { describeTables, type FreezeOptions, writeFreeze } from "./write-freeze.ts";

/**
 * Freezes tables that stand in DuckDB already, as `createFrozenTables` makes them; for cohorts too large to pass through
 * charts. Nothing is checked, so that the caller answers for keys, references, consent and the numbers from 1 without a gap.
 */
export async function freezeTables(
  engine: Engine,
  options: FreezeOptions,
  queries: readonly Problem[] = [],
): Promise<Checked<Freeze>> {
  const { directory, policy, notice, consent, plan, asOf, book = SHIPPED, unclassed = [] } = options;
  await leaveOutUnused(engine, book);
  const optional = [
    ...(plan === undefined ? [] : [PLAN_SCHEMA.name]),
    ...(asOf === undefined ? [] : [AS_OF_SCHEMA.name]),
  ];
  const layout = await frozenLayout(engine, schemasWith(optional), book);
  const manifest = await describeTables(engine, layout, options, queries);
  const said = {
    ...(notice === undefined ? {} : { notice }),
    ...(consent === undefined ? {} : { consent }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(unclassed.length === 0 ? {} : { unclassed }),
  };
  const version = manifest.codebookVersion ?? 1;
  const freeze: Freeze = { directory, hash: manifest.hash, policy, tables: manifest.tables, version, book, ...said };
  if (await exists(directory)) return sameFreeze(freeze, queries);
  try {
    await writeFreeze(engine, layout, directory, manifest, book);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return notWritten(
      directory,
      refused("freeze-not-written", { folder: directory, holds: "cannot", detail: error.message }),
    );
  }
  return { ok: true, value: freeze, queries };
}

/** A freeze is never overwritten; to freeze the same charts into the same folder again is to find it done. */
async function sameFreeze(freeze: Freeze, queries: readonly Problem[]): Promise<Checked<Freeze>> {
  const there = await verifyFreeze(freeze.directory);
  const same = there.ok && there.value.hash === freeze.hash && there.value.policy === freeze.policy;
  if (same) return { ok: true, value: freeze, queries };
  const holds = there.ok
    ? ({ holds: "freeze", hash: there.value.hash.slice(0, 12) } as const)
    : ({ holds: "other" } as const);
  return notWritten(freeze.directory, refused("freeze-not-written", { folder: freeze.directory, ...holds }));
}

const notWritten = (directory: string, fault: Fault): Checked<Freeze> => ({
  ok: false,
  problems: [placed(fault, { file: directory })],
});

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** The operating system's refusal: Node gives it a code, DuckDB a prefix. Anything else is a bug and goes on. */
function isSystemError(error: unknown): error is Error {
  return error instanceof Error && ("code" in error || error.message.startsWith("IO Error"));
}
