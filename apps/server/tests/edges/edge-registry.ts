import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { CODEBOOK, tableNamed } from "@osteon/codebook";
import { strToU8, zipSync } from "fflate";
import type { Engine } from "../../../../packages/registry/tests/both-engines.ts";
import { type Answer, type Client, type RunningServer, runningServer } from "../running-server.ts";
import { importBehind } from "./behind-the-api.ts";

/** Inputs that people found, beside the checkout; where they are not, the inputs of our own are tried alone. */
export const EDGES = fileURLToPath(new URL("../../../../../shared/data/chart-edges", import.meta.url));
export const there = existsSync(EDGES);
const REASON = { "x-reason": encodeURIComponent("as the chart says") };
export const CSV = { "content-type": "text/csv", ...REASON };
export const XLSX = {
  "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ...REASON,
};
export const ZIP = { "content-type": "application/zip", ...REASON };

/** A file that people found, where it is there: to be tried beside our own, and as they did it, over the API. */
export function edge(name: string): readonly string[] {
  if (!there) return [];
  const text = readFileSync(`${EDGES}/${name}`, "utf8");
  OVER_THE_API.add(text);
  return [text];
}
const OVER_THE_API = new Set<string>();

export interface Told {
  readonly code: string;
  readonly severity: string;
  readonly where: { readonly file?: string; readonly row?: number; readonly column?: string; readonly value?: string };
  readonly says: string;
}

export interface Planned {
  readonly plan: string;
  readonly batch: string;
  readonly tables: readonly {
    readonly table: string;
    readonly new: number;
    readonly changed: number;
    readonly unchanged: number;
    readonly removed: number;
    readonly lacking: number;
  }[];
  readonly changes: readonly {
    readonly key: string;
    readonly field: string;
    readonly was: string;
    readonly becomes: string;
  }[];
  readonly problems: readonly Told[];
  readonly notes: readonly Told[];
  readonly lacking: readonly { readonly table: string; readonly key: string }[];
}

export type Cells = Readonly<Record<string, string>>;

export const planned = ({ json }: Answer): Planned => json as unknown as Planned;
export const codes = (problems: readonly Told[]): readonly string[] => problems.map(({ code }) => code);
export const refusedIn = ({ json }: Answer): readonly Told[] =>
  ((json.problems ?? []) as readonly Told[]).filter(({ severity }) => severity === "refused");
/** What an import does to a table: `1 new, 0 changed`. */
export const doneTo = (answer: Answer, table: string): string => {
  const { new: added = 0, changed = 0 } = planned(answer).tables?.find((one) => one.table === table) ?? {};
  return `${added} new, ${changed} changed`;
};

/** A file of one table: its whole head, and what the rows say. */
export function csvOf(table: string, ...rows: readonly Cells[]): string {
  const names = tableNamed(table).fields.map(({ name }) => name);
  return [names, ...rows.map((row) => names.map((name) => row[name] ?? ""))]
    .map((line) => `${line.join(",")}\n`)
    .join("");
}

/** A chart folder as a ZIP: the tables that are told, and of the others the head. */
export const zipOf = (...tables: readonly (readonly [string, ...Cells[]])[]): Uint8Array => {
  const told = new Map(tables.map(([table, ...rows]) => [table, rows]));
  return zipSync(
    Object.fromEntries(CODEBOOK.map(({ name }) => [`${name}.csv`, strToU8(csvOf(name, ...(told.get(name) ?? [])))])),
  );
};

export const child = (patient: string, more: Cells = {}): Cells => ({
  ...{ patient, centre: "Dresden", cohort: "cno", sex: "female", born_on: "1999-11", diagnosed_on: "2009-05-17" },
  ...{ consent: "given", last_contact_on: "2012-03-01", ...more },
});

/** A registry whose centre is Dresden, with two children and a visit, and its people. */
export interface EdgeRegistry {
  readonly server: RunningServer;
  readonly manager: Client;
  readonly nurse: Client;
  readonly statistician: Client;
  readonly investigator: Client;
  /** Imports a file of one table: our own without a socket and a thread, but for the soak; what people found over the API. */
  send(table: string, text: string, more?: string, who?: Client): Promise<Answer>;
  /** Looks at what such a file would do. */
  dry(table: string, text: string, who?: Client): Promise<Answer>;
  /** Imports rows that must stand before something is tried. */
  given(table: string, ...rows: readonly Cells[]): Promise<void>;
  /** Saves a new row in the form. */
  enter(table: string, cells: Cells, status?: "complete" | "draft"): Promise<Answer>;
  /** Saves a row in the form once more. */
  change(table: string, key: string, cells: Cells, version?: number): Promise<Answer>;
  /** What a row holds, its number and child beside. */
  row(table: string, key: string): Promise<{ readonly status: string; readonly cells: Cells }>;
  /** Codes of the open queries of a row. */
  asked(row: string): Promise<readonly string[]>;
  undo(done: Answer): Promise<Answer>;
}

export async function edgeRegistry(
  engine: Engine,
  more: Parameters<typeof runningServer>[1] = {},
): Promise<EdgeRegistry> {
  const server = await runningServer(engine, more);
  const manager = await server.person("manager", "data_manager", "Dresden");
  const nurse = await server.person("nurse", "study_nurse", "Dresden");
  const statistician = await server.person("statistician", "statistician", "Dresden");
  const investigator = await server.person("investigator", "investigator", "Dresden");
  const rowPath = (table: string, key: string) => `/api/centres/Dresden/charts/${table}/${encodeURIComponent(key)}`;
  const edges: EdgeRegistry = {
    ...{ server, manager, nurse, statistician, investigator },
    send: (table, text, query = "&commit=yes", who = manager) =>
      OVER_THE_API.has(text) || process.env.OSTEON_SOAK !== undefined
        ? who("POST", `/api/imports?table=${table}&absent=keep${query}`, Buffer.from(text), CSV)
        : importBehind(server.database, who.account, table, text, new URLSearchParams(query)),
    dry: (table, text, who = manager) => edges.send(table, text, "", who),
    given: async (table, ...rows) => {
      const done = await edges.send(table, csvOf(table, ...rows));
      assert.equal(done.status, 201, done.text);
    },
    enter: (table, cells, status = "complete") =>
      nurse("POST", `/api/centres/Dresden/charts/${table}`, { cells, status }),
    change: (table, key, cells, version = 1) =>
      nurse("PUT", rowPath(table, key), { cells, status: "complete", reason: "chart" }, { "if-match": `"${version}"` }),
    row: async (table, key) =>
      (await manager("GET", rowPath(table, key))).json as unknown as { status: string; cells: Cells },
    asked: async (row) => {
      const { json } = await manager("GET", "/api/queries?state=open&limit=500");
      return (json.queries as readonly { rowKey: string; code: string }[])
        .filter((one) => one.rowKey === row)
        .map(({ code }) => code);
    },
    undo: (done) =>
      manager("POST", `/api/centres/Dresden/imports/${planned(done).batch}/undo`, { reason: "taken back" }),
  };
  await edges.given("patient", child("DD-001"), child("DD-002"));
  await edges.given("visit", { visit: "V1", patient: "DD-001", visited_on: "2009-05-17", weight_kg: "31.5" });
  return edges;
}
