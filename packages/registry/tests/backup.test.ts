import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { tableNamed } from "@osteon/codebook";
import {
  asRole,
  BackupUnreadable,
  checkBackup,
  drawImageOrder,
  drill,
  handInImageReading,
  NotEmpty,
  openEmbedded,
  openServer,
  readChart,
  restoreBackup,
  saveRow,
  writeBackup,
} from "@osteon/registry";
import { postgresServer } from "../../../tests/postgres/postgres-server.ts";
import { member, onEnginesBelow, outcome } from "./both-engines.ts";
import { accountOf, seedTwoCentres } from "./seeded.ts";

onEnginesBelow("backup and restore", ({ database, engine }) => {
  const key = randomBytes(32);
  let folder = "";
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "osteon-backup-"));
    await seedTwoCentres(database());
    await randomWrites();
    await asRole(database(), member(accountOf("image_reader", "Aachen")), async (session) => {
      await drawImageOrder(session, "Aachen");
      const about = { centre: "Aachen", patient: "P-A", imaging: "imaging-A" };
      await handInImageReading(session, about, { "femur left": "active" });
    });
  });
  after(() => rm(folder, { recursive: true, force: true }));

  /** Drafts, changes and conflicts in an order that a seed decides. */
  async function randomWrites(): Promise<void> {
    let state = 7;
    const next = (below: number): number => {
      state = (state * 48_271) % 2_147_483_647;
      return state % below;
    };
    for (let n = 0; n < 60; n++) {
      const cells = {
        visit: `W${next(12)}`,
        patient: "P-A",
        // As pasted from a word processor: what ends a line here and there is a letter of the text.
        visited_on: next(3) === 0 ? "soon\u2028or\u2029later\u0085\r\n" : `2010-0${1 + next(9)}-11`,
        pain_nrs: String(next(11)),
        chaq: `0.${next(9)}0`,
      };
      const wanted = {
        table: tableNamed("visit"),
        cells,
        centre: "Aachen",
        status: next(2) === 0 ? "draft" : "complete",
        version: next(3),
      } as const;
      await asRole(database(), member(accountOf("study_nurse", "Aachen"), { reason: "written at random" }), (session) =>
        saveRow(session, wanted),
      );
    }
  }

  test("a drill restores aside and finds nothing else than what was backed up", async () => {
    const file = join(folder, "plain");
    const end = await writeBackup(database(), file);
    const report = await drill(file);
    assert.deepEqual(report.differences, []);
    assert.ok(report.rows > 150 && report.auditEntries > 50, JSON.stringify(report));
    assert.ok((end.sequences["audit.seq"] ?? 0) >= report.auditEntries);
    assert.ok((end.tables["chart.visit"]?.rows ?? 0) > 5);
    assert.equal(end.tables["work.image_reading"]?.rows, 1);
  });

  test("an encrypted backup opens with its key alone and holds no readable word", async () => {
    const file = join(folder, "sealed");
    await writeBackup(database(), file, { key });
    // What a sealed backup holds is restored and compared by the next test.
    await checkBackup(file, key);
    await assert.rejects(checkBackup(file), BackupUnreadable);
    await assert.rejects(checkBackup(file, randomBytes(32)), BackupUnreadable);
    assert.equal((await readFile(file)).includes("Aachen"), false);
  });

  test("it restores into the other engine and back, and the registry goes on from there", async () => {
    const [first, second] = [join(folder, "there"), join(folder, "back")];
    await writeBackup(database(), first, { key });
    const server = await postgresServer();
    const address = await server.newDatabase();
    const other = engine === "embedded" ? await openServer(address) : await openEmbedded(join(folder, "other"));
    try {
      await restoreBackup(other, first, key);
      await assert.rejects(restoreBackup(other, first, key), NotEmpty);
      const nurse = member(accountOf("study_nurse", "Aachen"));
      const chart = (from: typeof other) => asRole(from, nurse, (session) => readChart(session, "Aachen", "P-A"));
      assert.deepEqual(await chart(other), await chart(database()));
      const wanted = {
        table: tableNamed("visit"),
        cells: { patient: "P-A", visited_on: "2011-01-01" },
        centre: "Aachen",
        status: "complete",
        version: 0,
      } as const;
      const saved = await asRole(other, nurse, (session) => saveRow(session, wanted));
      assert.ok(saved.ok, "sequences and chains go on");
      const { tables } = await writeBackup(other, second, { key });
      assert.deepEqual((await drill(second, key)).differences, []);
      const back = await openServer(await server.newDatabase());
      try {
        await restoreBackup(back, second, key);
        assert.deepEqual(await chart(back), await chart(other));
        assert.deepEqual((await writeBackup(back, join(folder, "third"))).tables, tables, "row by row, trail and all");
      } finally {
        await back.close();
      }
    } finally {
      await other.close();
      await server.stop();
    }
  });

  for (const sealed of [false, true]) {
    test(`a ${sealed ? "sealed" : "plain"} backup that was cut or changed anywhere is refused, and nothing is written`, async () => {
      const file = join(folder, sealed ? "sealed" : "plain");
      const bytes = await readFile(file);
      const damaged = join(folder, "damaged");
      let tried = 0;
      const many = process.env.OSTEON_SOAK === undefined ? 4 : 25;
      const places = Array.from({ length: many }, (_, place) => Math.floor((bytes.length * place) / many));
      for (const place of places) {
        for (const how of ["cut", "changed"] as const) {
          const copy = Buffer.from(how === "cut" ? bytes.subarray(0, place) : bytes);
          if (how === "changed") copy[place] = (copy[place] ?? 0) ^ 0x15;
          await writeFile(damaged, copy);
          // The eight bytes behind gzip's first two say time and system, which a reader does not use.
          if (how === "changed" && !sealed && place >= 20 && place < 30) continue;
          await assert.rejects(checkBackup(damaged, sealed ? key : undefined), BackupUnreadable, `${how} at ${place}`);
          tried += 1;
        }
      }
      assert.ok(tried >= 2 * many - 2, `${tried} were tried`);
    });
  }

  test("a backup whose content was changed and packed again is refused: a row altered, left out, or the counts", async () => {
    const { gunzipSync, gzipSync } = await import("node:zlib");
    const mark = "OSTEON-BACKUP-PLAIN\n";
    const lines = gunzipSync((await readFile(join(folder, "plain"))).subarray(mark.length))
      .toString("utf8")
      .trimEnd()
      .split("\n");
    const row = lines.findIndex((line) => line.includes("visit-A"));
    const changes = [
      lines.with(row, String(lines[row]).replace("visit-A", "visit-X")),
      lines.filter((_, place) => place !== row),
      lines.with(-1, String(lines.at(-1)).replace(/"rows":\d+/, '"rows":9999')),
      lines.slice(0, -1),
    ];
    for (const changed of changes) {
      const file = join(folder, "repacked");
      await writeFile(file, Buffer.concat([Buffer.from(mark), gzipSync(`${changed.join("\n")}\n`)]));
      await assert.rejects(checkBackup(file), BackupUnreadable);
    }
  });

  test("a backup of a newer Osteon is refused", async () => {
    const { gzipSync } = await import("node:zlib");
    const { createHash } = await import("node:crypto");
    const head = JSON.stringify({
      osteonBackup: 1,
      takenAt: "2030-01-01T00:00:00Z",
      steps: [{ name: "step_99_later", hash: "00" }],
    });
    const hash = createHash("sha256")
      .update(`${head}\n`)
      .update(JSON.stringify({ tables: {}, sequences: {} }))
      .digest("hex");
    const lines = `${head}\n${JSON.stringify({ tables: {}, sequences: {}, hash })}\n`;
    const file = join(folder, "newer");
    await writeFile(file, Buffer.concat([Buffer.from("OSTEON-BACKUP-PLAIN\n"), gzipSync(lines)]));
    assert.match(await outcome(() => checkBackup(file)), /newer Osteon \(step step_99_later\)/);
  });
});
