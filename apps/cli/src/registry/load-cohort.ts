import { randomUUID } from "node:crypto";
import { readChartFolder } from "@osteon/interop";
import { applyImport, appoint, asRole, type Database, describeCentre, planImport } from "@osteon/registry";
import { EXIT, Stop } from "../exit-code.ts";
import { progressBar } from "../terminal/progress.ts";

/** Imports the charts of a study as one batch, on behalf of an administrator, who may then look at them in every role. */
export async function loadCohort(database: Database, administrator: string, folder: string): Promise<void> {
  const { charts, problems, notice } = await readChartFolder(folder);
  if (problems.length > 0) throw new Stop(EXIT.problems, `${folder} cannot be read.`);
  const centres = [...new Set(charts[0]?.rows.map(({ cells }) => cells.centre ?? ""))];
  for (const centre of centres) {
    for (const role of ["data_manager", "investigator"]) await appoint(database, administrator, role, centre);
    if (notice !== undefined) await describeCentre(database, administrator, centre, notice);
  }
  const batch = randomUUID();
  const bar = progressBar("load");
  try {
    await asRole(
      database,
      { role: "osteon_member", account: administrator, batch, reason: "the study's own charts" },
      async (session) =>
        applyImport(session, await planImport(session, charts), {
          batch,
          source: "the study's own charts",
          progress: bar.step,
        }),
    );
  } finally {
    bar.end();
  }
}
