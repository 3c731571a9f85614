import { tableNamed } from "@osteon/codebook";
import { appoint, asRole, type Database, saveRow } from "@osteon/registry";
import { member } from "./both-engines.ts";
import { inventedChart } from "./invented-chart.ts";

export const ROLES = [
  "administrator",
  "data_manager",
  "investigator",
  "study_nurse",
  "monitor",
  "statistician",
  "image_reader",
] as const;
export type Role = (typeof ROLES)[number];

/** `study_nurse@Aachen`: the one account that has this role at this centre. */
export const accountOf = (role: Role, centre: string): string => `${role}@${role === "administrator" ? "" : centre}`;

/** Two centres with one person in every role, and one child with a full chart at each; a tag of both gives them the same numbers. */
export async function seedTwoCentres(database: Database, tag?: string): Promise<void> {
  for (const centre of ["Aachen", "Berlin"]) {
    for (const role of ROLES) {
      await appoint(database, accountOf(role, centre), role, role === "administrator" ? null : centre);
    }
    await enterChart(database, centre, tag ?? centre.slice(0, 1));
  }
}

/** Enters a full chart of complete rows, as the study nurse of the centre. */
export async function enterChart(database: Database, centre: string, tag: string): Promise<void> {
  for (const [name, cells] of inventedChart(centre, tag)) {
    const wanted = { table: tableNamed(name), cells, centre, status: "complete", version: 0 } as const;
    const saved = await asRole(database, member(accountOf("study_nurse", centre)), (session) =>
      saveRow(session, wanted),
    );
    if (!saved.ok) throw new Error(`${name}: ${JSON.stringify(saved)}`);
  }
}
