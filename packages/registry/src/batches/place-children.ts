import { type Charts, type Problem, placed } from "@osteon/codebook";
import { sql } from "kysely";
import type { Session } from "../database/database.ts";
import { refused } from "../registry-fault.ts";

/** The centre of every child that files name, and what is wrong where that cannot be told. */
export interface PlacedChildren {
  readonly centreOf: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

/**
 * Finds the centre of every child that the files name: as its row in the files says; or the centre that was chosen; or
 * the one at which the registry has a child of this pseudonym. Where there are several, nobody guesses.
 */
export async function placeChildren(
  session: Session,
  charts: Charts,
  allowed: ReadonlySet<string>,
  chosen: string | undefined,
): Promise<PlacedChildren> {
  const told = charts.find(({ name }) => name === "patient")?.rows ?? [];
  const centreOf = new Map(told.map(({ cells }) => [(cells.patient ?? "").trim(), (cells.centre ?? "").trim()]));
  const first = new Map<string, { file: string; row: number }>();
  for (const { file, rows } of charts) {
    for (const { row, cells } of rows) {
      const patient = (cells.patient ?? "").trim();
      if (!centreOf.has(patient) && !first.has(patient)) first.set(patient, { file, row });
    }
  }
  const problems: Problem[] = [];
  const known = await centresOf(session, [...first.keys()]);
  for (const [patient, where] of first) {
    const all = known.get(patient) ?? [];
    const own = all.filter((centre) => allowed.has(centre));
    const centres = own.length > 0 ? own : all;
    const centre = chosen ?? centres[0];
    if (centre !== undefined) centreOf.set(patient, centre);
    if (chosen === undefined && centres.length > 1) problems.push(whichCentre(patient, centres, where));
  }
  return { centreOf, problems };
}

async function centresOf(
  session: Session,
  patients: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (patients.length === 0) return new Map();
  const { rows } = await sql<{ patient: string; centres: readonly string[] }>`
    select patient, array_agg(centre order by centre) as centres from chart.patient
    where patient = any (${patients}::text[]) group by patient`.execute(session);
  return new Map(rows.map(({ patient, centres }) => [patient, centres]));
}

/** A pseudonym that stands at several centres of the reader, in a file that does not say which is meant. */
export const whichCentre = (
  patient: string,
  centres: readonly string[],
  { file, row }: { readonly file: string; readonly row: number },
): Problem => placed(refused("which-centre", { patient, centres }), { file, row, column: "patient", value: patient });
