import { randomUUID } from "node:crypto";
import { tableNamed } from "@osteon/codebook";
import { parseTable } from "@osteon/interop";
import { applyImport, asRole, type Database, planImport } from "@osteon/registry";
import { planTold } from "../../src/imports/plan-told.ts";
import { keepColumns } from "../../src/routes/kept-columns.ts";
import type { Answer } from "../running-server.ts";

/** What lies behind the address of imports, without the thread that reads each file: read, plan, compare with what was seen, write. */
export async function importBehind(
  database: Database,
  account: string,
  table: string,
  text: string,
  query: URLSearchParams,
): Promise<Answer> {
  const batch = randomUUID();
  const claims = { role: "osteon_member", account, reason: "as the chart says", batch } as const;
  return await asRole(database, claims, async (session) => {
    const parsed = parseTable(Buffer.from(text), `${table}.csv`, tableNamed(table));
    if (parsed.table === undefined) return answer(422, { problems: parsed.problems });
    const { chart, problems } = await keepColumns(
      session,
      { chart: parsed.table, problems: parsed.problems },
      undefined,
    );
    const lacking = query.get("lacking") === "delete" ? "delete" : "keep";
    const plan = await planImport(session, [chart], { lacking });
    const told = planTold(plan, [...problems, ...plan.problems]);
    if (query.get("commit") !== "yes") return answer(200, told);
    if (told.problems.some(({ severity }) => severity === "refused")) return answer(422, told);
    if ((query.get("plan") ?? told.plan) !== told.plan) return answer(409, {});
    await applyImport(session, plan, { batch, source: "test" });
    return answer(201, { batch, ...told });
  });
}

const answer = (status: number, body: object): Answer => {
  const text = JSON.stringify(body);
  return { status, headers: new Headers(), text, json: JSON.parse(text) };
};
