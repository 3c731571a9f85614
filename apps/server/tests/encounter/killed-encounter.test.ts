import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Row, SentEncounter } from "@osteon/api";
import { ENGINES_BELOW, openRegistry } from "../../../../packages/registry/tests/both-engines.ts";
import { inventedChart } from "../../../../packages/registry/tests/invented-chart.ts";
import { type Answer, type Client, clientOf, serving } from "../running-server.ts";

const SERVER = fileURLToPath(new URL("./killable-server.ts", import.meta.url));
/** How often each engine's server is killed; `npm run test:soak` kills two hundred times. */
const KILLS = process.env.OSTEON_SOAK === undefined ? 2 : 200;
/** The kill falls into a save or just behind it: within so many times what the save before lasted. */
const LONGEST = 1.4;
const AT = "/api/centres/Aachen/patients/P-A";
/** What one encounter leaves that is dated its day, beside an observation of its examination. */
const LEAVES = { visit: 1, laboratory: 3, treatment: 1, imaging: 1, lesion_observation: 1, adverse_effect: 1 };

// Kills of the embedded engine are in `kills.test.ts` every time, and of its encounters in the soak.
for (const engine of ENGINES_BELOW) {
  test(`the server is killed while encounters are saved: each is there whole or not at all, and once when it is sent again (${engine})`, {
    timeout: 14_400_000,
  }, async () => {
    const { place, database, end } = await openRegistry(engine, "server");
    const first = await serving(database);
    const { account, email, cookie } = await entered(await first.person("nurse", "study_nurse", "Aachen"));
    await first.stop();
    await database.close();
    const count = { confirmed: 0, there: 0, gone: 0 };
    let unanswered: Sent | undefined = { day: dayAfter(0), key: crypto.randomUUID() };
    let lasted = 0;
    const confirmed = new Set<string>();
    try {
      for (let round = 0; round <= KILLS; round++) {
        const { server, address } = await started(engine, place);
        const nurse = clientOf(address, account, email, cookie);
        const held: Held = await heldBy(nurse);
        for (const day of confirmed) assert.deepEqual(held.get(day), LEAVES, `${day} was confirmed`);
        if (unanswered !== undefined) {
          const day: string = unanswered.day;
          if (held.has(day)) assert.deepEqual(held.get(day), LEAVES, `${day} is there whole`);
          if (round > 0) count[held.has(day) ? "there" : "gone"] += 1;
          const began = performance.now();
          const again: Answer = await send(nurse, unanswered);
          if (!held.has(day)) lasted = performance.now() - began;
          assert.equal(again.status, 201, again.text);
          assert.deepEqual((await heldBy(nurse)).get(day), LEAVES, `${day} was sent again and written once`);
          confirmed.add(day);
        }
        unanswered =
          round === KILLS
            ? undefined
            : await killedWhile(server, nurse, confirmed, lasted * LONGEST * ((round * GOLDEN) % 1));
        if (round > 0 && round % 20 === 0) console.log(`${engine}: ${round} of ${KILLS} kills`);
        if (round === KILLS) await killed(server);
      }
      count.confirmed = confirmed.size;
      console.log(
        `${engine}: ${KILLS} kills; of encounters without an answer ${count.there} were there whole and ${count.gone} not at all; ${count.confirmed} were confirmed, none was lost`,
      );
    } finally {
      await end().catch(() => {});
      await rm(place, { recursive: true, force: true });
    }
  });
}

/** Multiples of it, cut to what follows the point, fall everywhere between 0 and 1, however few they are. */
const GOLDEN = 0.618034;

type Held = ReadonlyMap<string, Readonly<Record<string, number>>>;

interface Sent {
  readonly day: string;
  readonly key: string;
}

/** Saves encounters one after another until the server is gone, so many milliseconds after the first was sent; answers with the one that got no answer. */
async function killedWhile(server: ChildProcess, nurse: Client, confirmed: Set<string>, moment: number): Promise<Sent> {
  const gone = once(server, "exit");
  setTimeout(() => server.kill("SIGKILL"), moment);
  for (;;) {
    const sent = { day: dayAfter(confirmed.size), key: crypto.randomUUID() };
    const answer = await send(nurse, sent).catch(() => undefined);
    if (answer === undefined) {
      await gone;
      return sent;
    }
    assert.equal(answer.status, 201, answer.text);
    confirmed.add(sent.day);
  }
}

async function killed(server: ChildProcess): Promise<void> {
  const gone = once(server, "exit");
  server.kill("SIGKILL");
  await gone;
}

async function started(engine: string, place: string) {
  const server = spawn(process.execPath, [SERVER, engine, place], { stdio: ["ignore", "pipe", "inherit"] });
  for await (const address of createInterface({ input: server.stdout })) return { server, address };
  throw new Error("the server ended before it listened");
}

async function entered(nurse: Client): Promise<Client> {
  for (const [table, cells] of inventedChart("Aachen", "A")) {
    const { status, text } = await nurse("POST", `/api/centres/Aachen/charts/${table}`, { cells, status: "complete" });
    assert.equal(status, 201, text);
  }
  return nurse;
}

/** Days behind every day of the invented chart, so that the last contact moves with each. */
const dayAfter = (count: number): string => new Date(Date.UTC(2013, 0, 1 + count)).toISOString().slice(0, 10);

function send(nurse: Client, { day, key }: Sent) {
  const result = (analyte: string, value: string, unit: string) => ({
    table: "laboratory",
    refers: { visit: "visit" },
    cells: { sampled_on: day, analyte, value, unit },
  });
  const body: SentEncounter = {
    status: "complete",
    visit: { cells: { visited_on: day, pain_nrs: "3" } },
    rows: [
      result("crp", "2", "mg/L"),
      result("esr", "12", "mm/h"),
      result("alt", "24", "U/L"),
      {
        table: "treatment",
        name: "drug",
        cells: { drug: "naproxen", drug_class: "nsaid", started_on: day, stopped_on: day },
      },
      { table: "adverse_effect", refers: { treatment: "drug" }, cells: { noticed_on: day, effect: "fever" } },
      { table: "imaging", name: "mri", cells: { imaged_on: day, modality: "whole_body_mri" } },
      {
        table: "lesion_observation",
        refers: { imaging: "mri" },
        cells: { lesion: "lesion-A", state: "remaining" },
      },
    ],
  };
  return nurse("POST", `${AT}/encounters`, body, { "idempotency-key": key });
}

/** The rows of each day from 2013 on, by table; the last contact is the last of these days. */
async function heldBy(nurse: Client): Promise<Held> {
  const { status, text, json } = await nurse("GET", AT);
  assert.equal(status, 200, text);
  const rows = json.rows as readonly Row[];
  const imagedOn = new Map(
    rows.flatMap(({ table, key, cells }) => (table === "imaging" ? [[key, cells.imaged_on]] : [])),
  );
  const held = new Map<string, Record<string, number>>();
  for (const { table, cells } of rows) {
    const day =
      [
        cells.visited_on,
        cells.sampled_on,
        cells.started_on,
        cells.imaged_on,
        cells.noticed_on,
        imagedOn.get(cells.imaging ?? ""),
      ].find(Boolean) ?? "";
    if (day < "2013" || !(table in LEAVES)) continue;
    const of = held.get(day) ?? {};
    held.set(day, { ...of, [table]: (of[table] ?? 0) + 1 });
  }
  const last = [...held.keys()].sort().at(-1) ?? "2012-03-01";
  assert.equal(
    rows.find(({ table }) => table === "patient")?.cells.last_contact_on,
    last,
    "the last contact is of the same write",
  );
  return held;
}
