import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import {
  applyImport,
  asRole,
  type Database,
  migrate,
  openEmbedded,
  openServer,
  planImport,
  readCharts,
} from "@osteon/registry";
import { startPostgres } from "../../../../tests/postgres/postgres-server.ts";
import { type Engine, member, outcome } from "../both-engines.ts";
import { migratedFolder } from "../migrated-stores.ts";
import { seedTwoCentres } from "../seeded.ts";

/** A small disk of its own, where this machine lets us mount one. */
function smallDisk(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), "osteon-disk-"));
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=300m,mode=1777", "none", folder]).status === 0;
  if (!mounted) rmSync(folder, { recursive: true });
  return mounted ? folder : undefined;
}

/** Leaves so many bytes on a disk. */
function fill(disk: string, left: number): string {
  const { bavail, bsize } = statfsSync(disk);
  const filler = join(disk, "filler");
  writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - left), 7));
  return filler;
}

const laboratory = (rows: number) => [
  {
    name: "laboratory",
    file: "laboratory.csv",
    rows: Array.from({ length: rows }, (_, n) => ({
      row: n + 2,
      cells: {
        laboratory: `D${n}`,
        patient: "P-A",
        sampled_on: "2010-01-01",
        analyte: "crp",
        value: "3",
        unit: "mg/L",
      },
    })),
  },
];

const imports = (database: Database, rows: number) =>
  asRole(database, member("data_manager@Aachen", { batch: `b${rows}`, reason: "disk" }), async (session) =>
    applyImport(session, await planImport(session, laboratory(rows)), { batch: `b${rows}`, source: "disk" }),
  );
const count = (database: Database) =>
  asRole(
    database,
    member("statistician@Aachen"),
    async (session) => (await readCharts(session)).find(({ name }) => name === "laboratory")?.rows.length,
  );

const disk = smallDisk();
process.once("exit", () => {
  if (disk !== undefined) spawnSync("umount", ["-l", disk]);
});

// What a server does on a full disk is PostgreSQL's own.
const ENGINES: readonly Engine[] = process.env.OSTEON_SOAK === undefined ? ["embedded"] : ["embedded", "server"];
for (const engine of ENGINES) {
  test(`the disk runs full during an import: nothing of it is there, and there is room again (${engine})`, {
    skip: disk === undefined && "no disk can be mounted here",
    timeout: 600_000,
  }, async () => {
    const small = disk ?? "";
    const server = engine === "server" ? await startPostgres(small) : undefined;
    const place = server === undefined ? join(small, "registry") : await server.newDatabase();
    const open = () => (engine === "embedded" ? openEmbedded(place) : openServer(place));
    if (engine === "embedded") cpSync(await migratedFolder(), place, { recursive: true });
    let database = await open();
    await migrate(database);
    await seedTwoCentres(database);
    const before = await count(database);
    const filler = fill(small, 8_000_000);
    const ended = await outcome(() => imports(database, 30_000));
    assert.notEqual(ended, "done");
    rmSync(filler);
    await database.close().catch(() => {});
    if (server !== undefined) await server.restart("immediate");
    database = await open();
    assert.equal(await count(database), before, `nothing of the import is there (it ended with ${ended})`);
    await imports(database, 100);
    assert.equal(await count(database), (before ?? 0) + 100);
    await database.close();
    await server?.stop();
    if (engine === "embedded") rmSync(place, { recursive: true });
  });
}
