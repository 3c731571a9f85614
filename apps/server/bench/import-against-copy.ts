import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { applyImport, appoint, asRole, type Database, planImport } from "@osteon/registry";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { centreOf, patientOf } from "./invented-registry.ts";

const COLUMNS = [
  "laboratory",
  "patient",
  "visit",
  "sampled_on",
  "analyte",
  "value",
  "unit",
  "upper_limit",
  "centre",
] as const;

/** Seconds for the same laboratory rows: a bare COPY into a table of the same columns and key, and an import with all its checks. */
export async function importAgainstCopy(
  database: Database,
  url: string,
  rows: number,
  patients: number,
): Promise<{ copy: number; plan: number; apply: number }> {
  const values = (n: number): readonly string[] => {
    const child = n % patients;
    const upper = 5;
    return [
      `L${n}`,
      patientOf(child),
      `${patientOf(child)}-${1 + (n % 6)}`,
      "2012-04-01",
      "crp",
      String((n % 900) / 10),
      "mg/L",
      String(upper),
      centreOf(child),
    ];
  };
  const copy = await bareCopy(url, rows, values);
  await appoint(database, "importer", "data_manager", centreOf(0)).catch(() => {});
  const charts = [
    {
      name: "laboratory",
      file: "laboratory.csv",
      rows: Array.from({ length: rows }, (_, n) => {
        const [
          laboratory = "",
          patient = "",
          visit = "",
          sampled_on = "",
          analyte = "",
          value = "",
          unit = "",
          upper_limit = "",
        ] = values(n);
        return { row: n + 2, cells: { laboratory, patient, visit, sampled_on, analyte, value, unit, upper_limit } };
      }),
    },
  ];
  const batch = `bench-${Date.now()}`;
  return await asRole(
    database,
    { role: "osteon_member", account: "bench", reason: "bench", batch },
    async (session) => {
      const began = performance.now();
      const plan = await planImport(session, charts);
      const planned = performance.now();
      await applyImport(session, plan, { batch, source: "bench" });
      return { copy, plan: (planned - began) / 1000, apply: (performance.now() - planned) / 1000 };
    },
  );
}

async function bareCopy(url: string, rows: number, values: (n: number) => readonly string[]): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create schema if not exists bench; drop table if exists bench.laboratory;
    create table bench.laboratory (laboratory text primary key, patient text not null, visit text, sampled_on date, analyte text, value numeric, unit text, upper_limit numeric, centre text)`);
  const lines = function* (): Generator<string> {
    for (let n = 0; n < rows; n++) yield `${values(n).join("\t")}\n`;
  };
  const began = performance.now();
  await pipeline(
    Readable.from(lines()),
    client.query(copyFrom(`copy bench.laboratory (${COLUMNS.join(", ")}) from stdin`)),
  );
  const seconds = (performance.now() - began) / 1000;
  await client.query("drop schema bench cascade");
  await client.end();
  return seconds;
}
