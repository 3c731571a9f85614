import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exportAudit } from "../audit/export-audit.ts";
import { AuditVerifier } from "../audit/verify-audit.ts";
import type { Database } from "../database/database.ts";
import { migrate } from "../database/migrate.ts";
import { openEmbedded } from "../database/open-embedded.ts";
import { backupLines } from "./backup-lines.ts";
import { layBackup } from "./restore-backup.ts";

/** What a drill found; it passed where nothing differs. */
export interface DrillReport {
  readonly takenAt: string;
  readonly rows: number;
  readonly auditEntries: number;
  /** Tables whose restored rows are not those of the backup, sequences that stand elsewhere, broken links of the trail. */
  readonly differences: readonly string[];
}

/**
 * Restores a backup aside, into a store that is thrown away, and compares rows and sequences with it; then takes the steps
 * that this version has more, and checks the audit chain.
 */
export async function drill(path: string, key?: Uint8Array): Promise<DrillReport> {
  const aside = await mkdtemp(join(tmpdir(), "osteon-drill-"));
  try {
    const database = await openEmbedded(aside);
    try {
      return await compare(database, path, key);
    } finally {
      await database.close();
    }
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

async function compare(database: Database, path: string, key: Uint8Array | undefined): Promise<DrillReport> {
  const { head, end } = await layBackup(database, path, key);
  const again = await backupLines(database, async () => {});
  await migrate(database);
  const trail = new AuditVerifier("the restored trail");
  let row = 0;
  for await (const piece of exportAudit(database, { role: "osteon_keeper", account: "drill" }, "ndjson")) {
    for (const line of piece.trimEnd().split("\n")) trail.line(line, ++row);
  }
  const { entries, problems } = trail.end();
  const tables = Object.entries(end.tables).flatMap(([name, { rows, hash }]) =>
    again.tables[name]?.hash === hash
      ? []
      : [`${name}: ${rows} rows in the backup, ${again.tables[name]?.rows ?? 0} restored, or other content`],
  );
  const numbers = Object.entries(end.sequences).flatMap(([name, last]) =>
    again.sequences[name] === last ? [] : [`${name} stands elsewhere`],
  );
  const rows = Object.values(end.tables).reduce((total, one) => total + one.rows, 0);
  return {
    takenAt: head.takenAt,
    rows,
    auditEntries: entries,
    differences: [...tables, ...numbers, ...problems.map(({ says }) => says)],
  };
}
