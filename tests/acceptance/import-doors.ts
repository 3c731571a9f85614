import { randomUUID } from "node:crypto";
import { type ChartRow, type Charts, CODEBOOK, keyOf, tableNamed } from "@osteon/codebook";
import { csvText, parseTable, typedHead, typedRows } from "@osteon/interop";
import {
  applyImport,
  appoint,
  asRole,
  ImportOvertaken,
  planImport,
  readCharts,
  readRow,
  saveRow,
  sqlState,
} from "@osteon/registry";
import { zipSync } from "fflate";
import { planTold } from "../../apps/server/src/imports/plan-told.ts";
import { runningServer } from "../../apps/server/tests/running-server.ts";
import { type Engine, member, openRegistry } from "../../packages/registry/tests/both-engines.ts";

/** What a dry run tells of an import. */
export interface Told {
  readonly plan: string;
  readonly tables: readonly { readonly table: string; readonly new: number }[];
  readonly changes: readonly {
    readonly table: string;
    readonly key: string;
    readonly field: string;
    readonly becomes: string;
  }[];
  readonly problems: readonly { readonly severity: string }[];
}

export type Files = ReadonlyMap<string, string>;
export type Status = "complete" | "draft";

/** A way to import into a registry, and to write in it meanwhile as somebody else. */
export interface ImportDoor {
  dry(files: Files): Promise<Told>;
  /** 201, or the status of the refusal. */
  commit(files: Files, plan: string): Promise<number>;
  /** Every row of four children, drafts too. */
  rows(): Promise<readonly { readonly table: string; readonly key: string; readonly cells: ChartRow }[]>;
  /** Saves a row if the rules let it. */
  save(table: string, cells: ChartRow, status: Status): Promise<void>;
  end(): Promise<void>;
}

export const CHILDREN = ["C-1", "C-2", "C-3", "C-4"] as const;

/** The text of each table, in either form; tables without rows are there with their head. */
export const filesIn = (charts: Charts, typed: boolean): Files =>
  new Map(
    CODEBOOK.map((table) => {
      const rows = charts.find(({ name }) => name === table.name)?.rows.map(({ cells }) => cells) ?? [];
      return [`${table.name}.csv`, typed ? typedHead(table) + typedRows(table, rows) : csvText(table, rows)];
    }),
  );

/** The door of people: over the API, as ZIP archives. */
export async function overTheApi(): Promise<ImportDoor> {
  const server = await runningServer("embedded", { requestsAMinute: 1_000_000 });
  const manager = await server.person("manager", "data_manager", "Dresden");
  const nurse = await server.person("nurse", "study_nurse", "Dresden");
  const send = (files: Files, more: string) =>
    manager(
      "POST",
      `/api/imports?centre=Dresden${more}`,
      zipSync(Object.fromEntries([...files].map(([name, text]) => [name, Buffer.from(text)]))),
      { "content-type": "application/zip", "x-reason": "any" },
    );
  return {
    dry: async (files) => (await send(files, "")).json as unknown as Told,
    commit: async (files, plan) => (await send(files, `&commit=yes${plan === "" ? "" : `&plan=${plan}`}`)).status,
    rows: async () => {
      const all: Awaited<ReturnType<ImportDoor["rows"]>>[number][] = [];
      for (const child of CHILDREN)
        all.push(...(((await manager("GET", `/api/centres/Dresden/patients/${child}`)).json.rows ?? []) as typeof all));
      return all;
    },
    save: async (table, cells, status) => {
      const path = `/api/centres/Dresden/charts/${table}`;
      const there = await nurse("GET", `${path}/${cells[table]}`);
      if (there.status !== 200) return void (await nurse("POST", path, { cells, status }));
      const { patient = "" } = there.json.cells as ChartRow;
      const body = { cells: { ...cells, patient }, status, reason: "read again" };
      await nurse("PUT", `${path}/${cells[table]}`, body, { "if-match": there.headers.get("etag") ?? "" });
    },
    end: () => server.end(),
  };
}

/** What lies behind that door, without threads and sockets: read, plan, compare with what was seen, write. */
export async function behindTheApi(engine: Engine): Promise<ImportDoor> {
  const { database, end } = await openRegistry(engine);
  await appoint(database, "manager", "data_manager", "Dresden");
  const claims = (batch?: string) => member("manager", { reason: "any", ...(batch === undefined ? {} : { batch }) });
  const planned = (
    files: Files,
    batch?: string,
    then?: (plan: Awaited<ReturnType<typeof planImport>>, told: Told) => string,
  ) =>
    asRole(database, claims(batch), async (session) => {
      const parsed = CODEBOOK.map((table) =>
        parseTable(Buffer.from(files.get(`${table.name}.csv`) ?? ""), `${table.name}.csv`, table),
      );
      const charts = parsed.flatMap(({ table }) => table ?? []);
      const plan = await planImport(session, charts, { at: "Dresden" });
      const told = planTold(plan, [...parsed.flatMap(({ problems }) => problems), ...plan.problems]) as Told;
      const why = then?.(plan, told) ?? "told";
      if (why === "write") await applyImport(session, plan, { batch: batch ?? "", source: "any" });
      return { told, why };
    });
  return {
    dry: async (files) => (await planned(files)).told,
    commit: async (files, plan) => {
      try {
        const { why } = await planned(files, randomUUID(), (found, told) =>
          found.problems.some(({ severity }) => severity === "refused") ||
          told.problems.some(({ severity }) => severity === "refused")
            ? "refused"
            : plan !== "" && plan !== told.plan
              ? "overtaken"
              : "write",
        );
        return { write: 201, refused: 422, overtaken: 409, told: 500 }[why] ?? 500;
      } catch (error) {
        if (error instanceof ImportOvertaken) return 409;
        throw error;
      }
    },
    rows: async () => {
      const charts = await asRole(database, claims(), (session) => readCharts(session, { inside: true }));
      return charts.flatMap(({ name, rows }) =>
        rows.map(({ cells }) => ({ table: name, key: cells[name] ?? "", cells })),
      );
    },
    save: async (name, cells, status) => {
      const table = tableNamed(name);
      const key = cells[keyOf(table).name] ?? "";
      try {
        await asRole(database, claims(), async (session) => {
          const there = await readRow(session, table, "Dresden", key);
          const patient = there?.patient ?? cells.patient ?? "";
          await saveRow(session, {
            table,
            cells: { ...cells, patient },
            centre: "Dresden",
            status,
            version: there?.version ?? 0,
          });
        });
      } catch (error) {
        if (!/^(23|OS)/.test(sqlState(error) ?? "")) throw error;
      }
    },
    end,
  };
}
