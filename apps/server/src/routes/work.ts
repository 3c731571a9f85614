import { administration, work } from "@osteon/api";
import {
  askQuery,
  isAnswered,
  liftLock,
  listQueries,
  moveQuery,
  readCodebook,
  setLock,
  signVisit,
  summariseQueries,
} from "@osteon/registry";
import { passwordNeeded } from "../http/ask-again.ts";
import type { RouteParts } from "../http/create-app.ts";
import { Refused, refused } from "../http/problem-reply.ts";
import { serve } from "../http/serve-route.ts";
import { provePassword } from "../sign-in/prove-password.ts";
import { knownCells } from "./row-cells.ts";

/** Queries, locks and signatures. */
export function addWork(parts: RouteParts): void {
  const { app, desk } = parts;
  serve(app, work.listQueries, async (asked) => {
    const { table: entity, limit, ...filter } = asked.query;
    return await desk.read(asked, async (session) => {
      const queries = await listQueries(session, { ...filter, entity, limit });
      return { status: 200, body: { queries, ...(queries.length === limit ? { next: queries.at(-1)?.query } : {}) } };
    });
  });

  serve(app, work.summariseQueries, async (asked) => {
    const { table: entity, ...filter } = asked.query;
    return await desk.read(asked, async (session) => ({
      status: 200,
      body: await summariseQueries(session, { ...filter, entity }),
    }));
  });

  serve(app, work.askQuery, async (asked) => {
    const { table, key, field, says, centre, patient } = asked.body;
    const about = { centre, patient, entity: table, rowKey: key, field: field ?? null };
    return await desk.write(asked, {}, async (session) => {
      if (field !== undefined) knownCells(table, { [field]: "" }, await readCodebook(session));
      return { status: 201, body: { query: await askQuery(session, about, says) } };
    });
  });

  serve(app, work.answerQuery, async (asked) => {
    const { query } = asked.params;
    const { state: next, says } = asked.body;
    return await desk.write(asked, {}, async (session) => {
      if (says === "" && !(next === "closed" && (await isAnswered(session, query))))
        throw new Refused(422, refused("words-needed"));
      await moveQuery(session, query, next, says);
      return { status: 204 };
    });
  });

  serve(app, administration.setLock, async (asked) => {
    const wanted = asked.body;
    return await desk.write(asked, {}, async (session) => {
      const made = await setLock(session, wanted);
      if (made === undefined) throw new Refused(409, refused("taken", { what: "lock" }));
      return { status: 201, body: { lock: made } };
    });
  });

  serve(app, administration.liftLock, async (asked) => {
    const { lock: which } = asked.params;
    return await desk.write(asked, {}, async (session) => {
      if (await liftLock(session, which)) return { status: 204 };
      throw new Refused(404, refused("not-found", { what: "lock" }));
    });
  });

  serve(app, work.signVisit, async (asked) => {
    const { centre, visit } = asked.params;
    const { meaning, password } = asked.body;
    const { has_password, fresh } = await desk.check(asked.request, async (_session, person) => person);
    if (has_password) await provePassword(parts, asked.request, password ?? "");
    else if (!fresh) throw passwordNeeded();
    return await desk.write(asked, {}, async (session, { name }) => ({
      status: 201,
      body: { signature: await signVisit(session, centre, visit, meaning, name) },
    }));
  });
}
