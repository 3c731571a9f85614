import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { verifyFreeze } from "@osteon/freeze";
import {
  AuditVerifier,
  asRole,
  checkBackup,
  type Database,
  exportAudit,
  openEmbedded,
  openServer,
} from "@osteon/registry";
import { sql } from "kysely";
import { type Engine, openRegistry } from "../both-engines.ts";
import { seedTwoCentres } from "../seeded.ts";

const WRITER = fileURLToPath(new URL("./writer.ts", import.meta.url));
/** How often each engine's process is killed; `npm run test:soak` kills a hundred times. */
const KILLS = process.env.OSTEON_SOAK === undefined ? 2 : 100;

for (const engine of ["embedded", "server"] as const) {
  test(`killed at random moments while saving, importing, backing up and freezing: every confirmed write is there (${engine})`, {
    timeout: 3_600_000,
  }, async () => {
    const { place, database, end } = await openRegistry(engine);
    const scratch = await mkdtemp(join(tmpdir(), "osteon-kills-"));
    await seedTwoCentres(database);
    await database.close();
    const confirmed = new Set<string>();
    try {
      for (let round = 0; round < KILLS; round++) {
        for (const line of await killed(engine, place, scratch, round)) confirmed.add(line);
        const again = await open(engine, place);
        await check(again, scratch, confirmed).finally(() => again.close());
      }
      const count = (word: string) => [...confirmed].filter((line) => line.startsWith(word)).length;
      console.log(
        `${engine}: ${KILLS} kills; ${count("saved")} saves, ${count("imported")} imports, ${count("backed")} backups and ${count("froze")} freezes were confirmed, none was lost`,
      );
      assert.ok(count("saved") > 0, "the writers had time to save something");
    } finally {
      await rm(scratch, { recursive: true, force: true });
      await end().catch(() => {});
      await rm(place, { recursive: true, force: true });
    }
  });
}

const open = (engine: Engine, place: string): Promise<Database> =>
  engine === "embedded" ? openEmbedded(place) : openServer(place);

/** Runs the writer and kills it between 50 and 1250 ms after it began, or after its first save; answers with what it had confirmed. */
function killed(engine: Engine, place: string, scratch: string, round: number): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const writer = spawn(process.execPath, [WRITER, engine, place, scratch, String(round)], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    let told = "";
    let complained = "";
    const moment = 50 + ((round * 7919) % 1200);
    let isAboutToEnd = false;
    writer.stdout.on("data", (text) => {
      told += text;
      // Every other writer has saved something by then, however slow the machine is.
      if (isAboutToEnd || (round % 2 === 1 && !/^saved/m.test(told))) return;
      isAboutToEnd = true;
      setTimeout(() => writer.kill("SIGKILL"), moment);
    });
    writer.stderr.on("data", (text) => {
      complained += text;
    });
    writer.once("close", (_code, signal) => {
      if (signal !== "SIGKILL") reject(new Error(`the writer ended by itself: ${complained}`));
      else
        resolve(
          told
            .split("\n")
            .slice(1, told.endsWith("\n") ? -1 : undefined)
            .filter((line) => told.includes(`${line}\n`) && line !== ""),
        );
    });
  });
}

async function check(database: Database, scratch: string, confirmed: ReadonlySet<string>): Promise<void> {
  const keeper = { role: "osteon_keeper", account: "check" } as const;
  const { rows: visits } = await asRole(database, keeper, (session) =>
    sql<{ key: string }>`select visit as key from chart.visit`.execute(session),
  );
  const there = new Set(visits.map(({ key }) => key));
  const { rows: batches } = await asRole(database, keeper, (session) =>
    sql<{
      batch: string;
      rows: number;
    }>`select split_part(laboratory, '-', 1) || '-' || split_part(laboratory, '-', 2) as batch, count(*) as rows
      from chart.laboratory where laboratory like 'k%' group by 1`.execute(session),
  );
  assert.deepEqual(
    batches.filter(({ rows }) => rows !== 40),
    [],
    "an import is there whole or not at all",
  );
  const imported = new Set(batches.map(({ batch }) => batch));
  for (const line of confirmed) {
    const [, name = ""] = /^saved (.*)$/.exec(line) ?? [];
    if (name !== "") assert.ok(there.has(name), `${line}, and is gone`);
    const [, batch = ""] = /^imported (.*)$/.exec(line) ?? [];
    if (batch !== "") assert.ok(imported.has(batch), `${line}, and is gone`);
  }
  const trail = new AuditVerifier("trail");
  let row = 0;
  for await (const piece of exportAudit(database, keeper, "ndjson")) {
    for (const line of piece.trimEnd().split("\n")) trail.line(line, ++row);
  }
  assert.deepEqual(trail.end().problems, []);
  for (const file of await readdir(scratch)) {
    const path = join(scratch, file);
    if (file.startsWith("backup-") && !file.endsWith(".unfinished")) await checkBackup(path);
    if (file.startsWith("freeze-")) assert.ok((await verifyFreeze(path)).ok, `${file} is there and not whole`);
    await rm(path, { recursive: true });
  }
}
