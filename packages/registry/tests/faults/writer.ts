// A registry's process that is killed: it saves, imports, backs up and freezes until the end, and tells each
// confirmed write on its own line, after the commit returned.
import { writeSync } from "node:fs";
import { join } from "node:path";
import { tableNamed } from "@osteon/codebook";
import { freeze } from "@osteon/freeze";
import {
  applyImport,
  asRole,
  openEmbedded,
  openServer,
  planImport,
  readCharts,
  saveRow,
  writeBackup,
} from "@osteon/registry";
import { member } from "../both-engines.ts";

const [engine = "", place = "", scratch = "", round = "0"] = process.argv.slice(2);
const database = engine === "embedded" ? await openEmbedded(place) : await openServer(place, 4);
const nurse = member("study_nurse@Aachen", { reason: "fault test" });
const visit = tableNamed("visit");
const tell = (line: string): void => void writeSync(1, `${line}\n`);

tell("ready");
for (let n = 0; ; n++) {
  const name = `k${round}-${n}`;
  await Promise.all(
    ["a", "b", "c"].map(async (letter) => {
      const cells = { visit: `${name}${letter}`, patient: "P-A", visited_on: "2010-01-01", pain_nrs: String(n % 11) };
      const saved = await asRole(database, nurse, (session) =>
        saveRow(session, { table: visit, cells, centre: "Aachen", status: "complete", version: 0 }),
      );
      if (saved.ok) tell(`saved ${name}${letter}`);
    }),
  );
  const rows = Array.from({ length: 40 }, (_, place) => ({
    row: place + 2,
    cells: {
      laboratory: `${name}-${place}`,
      patient: "P-A",
      sampled_on: "2010-01-01",
      analyte: "crp",
      value: "3",
      unit: "mg/L",
    },
  }));
  const charts = [{ name: "laboratory", file: "laboratory.csv", rows }];
  await asRole(database, member("data_manager@Aachen", { reason: "fault test", batch: name }), async (session) =>
    applyImport(session, await planImport(session, charts), { batch: name, source: "fault test" }),
  );
  tell(`imported ${name}`);
  if (n % 3 === 1) {
    await writeBackup(database, join(scratch, `backup-${name}`));
    tell(`backed up ${name}`);
  }
  if (n % 3 === 2) {
    const stored = await asRole(database, { ...member("statistician@Aachen"), snapshot: true }, (session) =>
      readCharts(session),
    );
    const frozen = await freeze(stored, { directory: join(scratch, `freeze-${name}`), policy: "middle" });
    if (frozen.ok) tell(`froze ${name}`);
  }
}
