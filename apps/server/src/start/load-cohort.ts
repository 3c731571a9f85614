import { randomUUID } from "node:crypto";
import { type Charts, withoutLeavers } from "@osteon/codebook";
import { readChartFolder } from "@osteon/interop";
import {
  applyImport,
  appoint,
  asRole,
  type Database,
  describeCentre,
  planImport,
  writeSetting,
} from "@osteon/registry";
import { type Bars, EXIT, noBars, Stop } from "@osteon/run";

/** Imports the charts of a study as one batch, on behalf of an administrator, who may then look at them in every role. */
export async function loadCohort(
  database: Database,
  administrator: string,
  folder: string,
  bars: Bars = noBars,
): Promise<void> {
  const { charts, problems, notice } = await readChartFolder(folder);
  if (problems.length > 0) throw new Stop(EXIT.problems, `${folder} cannot be read.`);
  const centres = [...new Set(charts[0]?.rows.map(({ cells }) => cells.centre ?? ""))];
  for (const centre of centres) {
    for (const role of ["data_manager", "investigator"]) await appoint(database, administrator, role, centre);
    if (notice !== undefined) await describeCentre(database, administrator, centre, notice);
  }
  await answerForConsent(database, administrator, charts);
  const batch = randomUUID();
  const bar = bars("load");
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

/** A cohort answers for itself: where it leaves consents blank, the registry that is made for it reads them as given, and says so. */
async function answerForConsent(database: Database, administrator: string, charts: Charts): Promise<void> {
  if (withoutLeavers(charts).consent.blank === 0) return;
  const reason = "the study's own charts answer for their consents";
  await asRole(database, { role: "osteon_member", account: administrator, reason }, (session) =>
    writeSetting(session, "blank-consent", "given"),
  );
}
