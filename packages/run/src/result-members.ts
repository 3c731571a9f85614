import { openTables } from "@osteon/derive";
import { type Cell, type Engine, members, tableRows } from "@osteon/engine";
import { tallySpec } from "@osteon/estimate";
import { openEngineFor, openFreeze } from "@osteon/freeze";
import type { Protocol } from "@osteon/protocol";
import type { Count } from "./count-behind.ts";
import { frozenFolder } from "./folders.ts";

/** Children, and the cells of the tally in which each stands. */
export interface Behind {
  readonly children: readonly { readonly centre: string; readonly patient: string }[];
  /** What the cells name, as `relapse_day`. */
  readonly columns: readonly string[];
  /** The cells of each child, in the order of `children`. */
  readonly cells: readonly (readonly (readonly Cell[])[])[];
}

/** The children behind a count, from analysis tables as a run wrote them and the freeze that they were derived from. */
export async function membersOf(
  protocol: Protocol,
  folders: { readonly freeze: string; readonly tables: string },
  count: Count,
): Promise<Behind> {
  const frozen = await frozenFolder(folders.freeze);
  const engine = await openEngineFor(frozen);
  try {
    await openFreeze(engine, frozen, undefined, protocol.needs);
    await openTables(engine, folders.tables);
    return await childrenIn(engine, protocol, count);
  } finally {
    await engine.close();
  }
}

async function childrenIn(engine: Engine, protocol: Protocol, { analysis: id, cells }: Count): Promise<Behind> {
  const analysis = protocol.analyses[id];
  if (analysis === undefined) throw new Error(`the protocol has no analysis ${id}`);
  const spec = tallySpec(id, analysis);
  const own = new Map<number, (readonly Cell[])[]>();
  for (const cell of cells)
    for (const patient of await members(engine, cell.length === 0 ? { ...spec, by: [] } : spec, cell))
      own.set(patient, [...(own.get(patient) ?? []), cell]);
  const rows = await tableRows(engine, "patient", {
    columns: ["patient_no", "patient", "centre"],
    orderBy: ["patient_no"],
  });
  const found = rows.filter(({ patient_no }) => own.has(Number(patient_no)));
  return {
    children: found.map(({ centre, patient }) => ({ centre: String(centre), patient: String(patient) })),
    columns: cells.some((cell) => cell.length > 0) ? spec.by : [],
    cells: found.map(({ patient_no }) => own.get(Number(patient_no)) ?? []),
  };
}
