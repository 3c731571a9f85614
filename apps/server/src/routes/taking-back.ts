import { charts } from "@osteon/api";
import { type Problem, patternFaults, tableNamed } from "@osteon/codebook";
import {
  lookAtRemoval,
  type Removal,
  RemovalNotAllowed,
  removeRow,
  renameChild,
  writePseudonyms,
} from "@osteon/registry";
import type { RouteParts } from "../http/create-app.ts";
import { Refused } from "../http/problem-reply.ts";
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
      throw new Refused(
        409,
        "removal-overtaken",
        "Something else would go than what was counted: rows were written since.",
        "Look again at what goes, and delete then.",
      );
    });
  });

  serve(app, charts.renameChild, async (asked) => {
    const { centre, patient } = asked.params;
    const becomes = asked.body.pseudonym.trim();
    if (becomes === "")
      throw new Refused(422, "required", "The pseudonym is blank.", "Write the new one.", { column: "pseudonym" });
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
        throw new Refused(403, "not-allowed", "Only an administrator says this.", "Ask an administrator.");
      return { status: 200, body: { centre, pattern } };
    });
  });
}

function there(removal: Removal | undefined): Removal {
  if (removal !== undefined) return removal;
  throw new Refused(404, "not-found", "There is no such row that you may see.", "Check the number.");
}

function refuseWhereItMayNot({ allowed, locks }: Removal): void {
  if (!allowed) notAllowed(new RemovalNotAllowed());
  const [lock] = locks;
  if (lock === undefined) return;
  const on = new Date(lock.setAt).toISOString().slice(0, 10);
  const says = {
    study: `The study was locked by ${lock.setBy} on ${on}.`,
    patient: `The chart was locked by ${lock.setBy} on ${on}.`,
    visit: `The visit ${lock.visit} was locked by ${lock.setBy} on ${on}.`,
  }[lock.scope];
  throw new Refused(423, "locked", says, "Ask the data manager to lift the lock.");
}

function notAllowed(error: unknown): never {
  if (!(error instanceof RemovalNotAllowed)) throw error;
  throw new Refused(
    403,
    "not-allowed",
    "You may delete own drafts that nobody else wrote in, and own lesions; not all of these rows are.",
    "Ask an investigator or the data manager of the centre.",
  );
}
