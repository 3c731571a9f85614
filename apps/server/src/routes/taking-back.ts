import { charts } from "@osteon/api";
import { keyOf, type Problem, patternFaults, tableNamed } from "@osteon/codebook";
import {
  lookAtRemoval,
  type Removal,
  RemovalNotAllowed,
  removeRow,
  renameChild,
  writePseudonyms,
} from "@osteon/registry";
import type { RouteParts } from "../http/create-app.ts";
import { Refused, refused } from "../http/problem-reply.ts";
import { serve } from "../http/serve-route.ts";

/** What was entered by mistake: counted and deleted with all that hangs on it; another pseudonym; how pseudonyms are written. */
export function addTakingBack({ app, desk, identityKeys }: RouteParts): void {
  serve(app, charts.lookAtRemoval, async (asked) => {
    const { centre, table, key } = asked.params;
    return await desk.read(asked, async (session) => ({
      status: 200,
      body: there(await lookAtRemoval(session, { centre, table: tableNamed(table), key })),
    }));
  });

  serve(app, charts.removeRow, async (asked) => {
    const { centre, table, key } = asked.params;
    const { seen } = asked.body;
    const address = { centre, table: tableNamed(table), key };
    return await desk.write(asked, {}, async (session) => {
      refuseWhereItMayNot(there(await lookAtRemoval(session, address)));
      if ((await removeRow(session, address, seen).catch(notAllowed)) === "removed") return { status: 204 };
      throw new Refused(409, refused("removal-overtaken"));
    });
  });

  serve(app, charts.renameChild, async (asked) => {
    const { centre, patient } = asked.params;
    const becomes = asked.body.pseudonym.trim();
    if (becomes === "")
      throw new Refused(422, refused("required", { field: "patient", found: "", blank: true, asks: PSEUDONYM_SAYS }), {
        column: "pseudonym",
      });
    return await desk.write(asked, {}, async (session) => {
      const problems = await renameChild(session, identityKeys, { centre, patient, becomes });
      return problems.length > 0
        ? { status: 422, body: { problems } }
        : { status: 200, body: { centre, patient: becomes } };
    });
  });

  serve(app, charts.writePseudonyms, async (asked) => {
    const { centre } = asked.params;
    const { pattern } = asked.body;
    const problems: readonly Problem[] =
      pattern === ""
        ? []
        : patternFaults(pattern).map((fault) => ({ ...fault, where: { column: "pattern", value: pattern } }));
    return await desk.write(asked, {}, async (session) => {
      if (problems.length > 0) return { status: 422, body: { problems } };
      if (!(await writePseudonyms(session, { centre, pattern: pattern === "" ? null : pattern })))
        throw new Refused(403, refused("not-allowed", { what: "administrators" }));
      return { status: 200, body: { centre, pattern } };
    });
  });
}

/** What the codebook asks for as a pseudonym. */
const PSEUDONYM_SAYS = keyOf(tableNamed("patient")).says;

function there(removal: Removal | undefined): Removal {
  if (removal !== undefined) return removal;
  throw new Refused(404, refused("not-found", { what: "row" }));
}

function refuseWhereItMayNot({ allowed, locks }: Removal): void {
  if (!allowed) notAllowed(new RemovalNotAllowed());
  const [lock] = locks;
  if (lock === undefined) return;
  const on = new Date(lock.setAt).toISOString().slice(0, 10);
  const name = lock.scope === "visit" ? (lock.visit ?? undefined) : undefined;
  throw new Refused(423, refused("locked", { scope: lock.scope, by: lock.setBy, on, name, inImport: "no" }));
}

function notAllowed(error: unknown): never {
  if (!(error instanceof RemovalNotAllowed)) throw error;
  throw new Refused(403, refused("not-allowed", { what: "others-rows" }));
}
