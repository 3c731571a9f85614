import { join } from "node:path";
import { derive, openTables } from "@osteon/derive";
import { type Engine, members, openDuckDb } from "@osteon/engine";
import { type Result, type Results, tallySpec } from "@osteon/estimate";
import { openFreeze } from "@osteon/freeze";
import type { Protocol } from "@osteon/protocol";
import { frozenFolder } from "./folders.ts";

/** The count behind a number: itself, the events of its day on a curve, or the count of its group. */
export function countBehind(results: Results["results"], id: string): Result | undefined {
  const found = results.find((result) => result.id === id);
  if (found === undefined || found.cells !== undefined) return found;
  const own = `${found.analysis}.${found.group}`;
  const candidates = [
    ...(found.at === undefined ? [] : [`${own}.step-events@${found.at}`]),
    `${own}.n`,
    `${own}.N`,
    `${found.analysis}.all.n`,
  ];
  for (const candidate of candidates) {
    const count = results.find((result) => result.id === candidate);
    if (count?.cells !== undefined) return count;
  }
  return undefined;
}

/** The pseudonyms behind a count of a run, from the analysis tables that the run wrote. */
export async function membersOf(protocol: Protocol, run: string, count: Result): Promise<readonly string[]> {
  return await onRun(run, async (engine) => {
    await openTables(engine, join(run, "tables"));
    return await pseudonyms(engine, protocol, count);
  });
}

/** The same where the protocol is another than the run's: the run's freeze is derived again. */
export async function membersUnder(protocol: Protocol, run: string, count: Result): Promise<readonly string[]> {
  return await onRun(run, async (engine) => {
    await derive(engine, protocol);
    return await pseudonyms(engine, protocol, count);
  });
}

/** Opens the freeze of a run. */
export async function onRun<T>(run: string, work: (engine: Engine) => Promise<T>): Promise<T> {
  const engine = await openDuckDb();
  try {
    await openFreeze(engine, await frozenFolder(join(run, "freeze")));
    return await work(engine);
  } finally {
    await engine.close();
  }
}

async function pseudonyms(
  engine: Engine,
  protocol: Protocol,
  { analysis: id, cells = [] }: Result,
): Promise<readonly string[]> {
  const analysis = protocol.analyses[id];
  if (analysis === undefined) throw new Error(`the protocol has no analysis ${id}`);
  const spec = tallySpec(id, analysis);
  const numbers = new Set<number>();
  for (const cell of cells)
    for (const patient of await members(engine, cell.length === 0 ? { ...spec, by: [] } : spec, cell))
      numbers.add(patient);
  const rows = await engine.rows("SELECT patient_no, patient FROM patient ORDER BY patient_no");
  return rows.filter(({ patient_no }) => numbers.has(Number(patient_no))).map(({ patient }) => String(patient));
}
