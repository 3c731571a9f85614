import {
  askQuery,
  isAnswered,
  liftLock,
  listQueries,
  moveQuery,
  setLock,
  signVisit,
  summariseQueries,
} from "@osteon/registry";
import { z } from "zod";
import { passwordNeeded } from "../http/ask-again.ts";
import type { RouteParts } from "../http/create-app.ts";
import { Refused } from "../http/problem-reply.ts";
import { provePassword } from "../sign-in/prove-password.ts";
import { atCentre, centreText, keyText, knownCells, reason, tableName, words } from "./shapes.ts";

const number = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);
const state = z.enum(["open", "answered", "closed"]);
const queryFilter = z.object({
  centre: centreText.optional(),
  patient: keyText.optional(),
  table: tableName.optional(),
  field: keyText.optional(),
  raisedBy: z.enum(["rule", "person"]).optional(),
});
const queryPage = queryFilter.extend({
  state: state.optional(),
  after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
const asked = z.object({
  centre: centreText,
  patient: keyText,
  table: tableName,
  key: keyText,
  field: z.string().max(64).optional(),
  says: words(2000),
});
const said = z.object({ state, says: words(2000).or(z.string().trim().max(0)) });
const lock = z.discriminatedUnion("scope", [
  z.object({ scope: z.literal("study"), centre: centreText, reason }),
  z.object({ scope: z.literal("patient"), centre: centreText, patient: keyText, reason }),
  z.object({ scope: z.literal("visit"), centre: centreText, patient: keyText, visit: keyText, reason }),
]);
const signature = z.object({
  meaning: z.enum(["author", "reviewed", "approved"]),
  password: z.string().max(128).optional(),
});

const visitParams = atCentre.extend({ visit: keyText });

/** Queries, locks and signatures. */
export function addWork(parts: RouteParts): void {
  const { app, desk } = parts;
  app.get(
    "/api/queries",
    { schema: { querystring: queryPage, summary: "Queries in the order they were raised" } },
    async (request, reply) => {
      const { table: entity, limit, ...filter } = queryPage.parse(request.query);
      return await desk.read(request, reply, async (session) => {
        const queries = await listQueries(session, { ...filter, entity, limit });
        return { status: 200, body: { queries, ...(queries.length === limit ? { next: queries.at(-1)?.query } : {}) } };
      });
    },
  );

  app.get(
    "/api/queries/summary",
    {
      schema: {
        querystring: queryFilter,
        summary: "How many queries stand open, answered and closed, and about which fields",
      },
    },
    async (request, reply) => {
      const { table: entity, ...filter } = queryFilter.parse(request.query);
      return await desk.read(request, reply, async (session) => ({
        status: 200,
        body: await summariseQueries(session, { ...filter, entity }),
      }));
    },
  );

  app.post("/api/queries", { schema: { body: asked, summary: "Asks about a row" } }, async (request, reply) => {
    const { table, key, field, says, centre, patient } = asked.parse(request.body);
    if (field !== undefined) knownCells(table, { [field]: "" });
    const about = { centre, patient, entity: table, rowKey: key, field: field ?? null };
    return await desk.write(request, reply, {}, async (session) => ({
      status: 201,
      body: { query: await askQuery(session, about, says) },
    }));
  });

  app.post(
    "/api/queries/:query/messages",
    { schema: { params: z.object({ query: number }), body: said, summary: "Answers, closes or opens a query again" } },
    async (request, reply) => {
      const { query } = z.object({ query: number }).parse(request.params);
      const { state: next, says } = said.parse(request.body);
      return await desk.write(request, reply, {}, async (session) => {
        if (says === "" && !(next === "closed" && (await isAnswered(session, query))))
          throw new Refused(
            422,
            "words-needed",
            "There is no message.",
            "Write one; only an answered query is closed without.",
          );
        await moveQuery(session, query, next, says);
        return { status: 204 };
      });
    },
  );

  app.post(
    "/api/locks",
    { schema: { body: lock, summary: "Locks a visit, a chart, or a centre's part of the study" } },
    async (request, reply) => {
      const wanted = lock.parse(request.body);
      return await desk.write(request, reply, {}, async (session) => {
        const made = await setLock(session, wanted);
        if (made === undefined)
          throw new Refused(409, "taken", "It is locked already.", "Lift the lock before you set another.");
        return { status: 201, body: { lock: made } };
      });
    },
  );

  app.delete(
    "/api/locks/:lock",
    { schema: { params: z.object({ lock: number }), summary: "Lifts a lock" } },
    async (request, reply) => {
      const { lock: which } = z.object({ lock: number }).parse(request.params);
      return await desk.write(request, reply, {}, async (session) => {
        if (await liftLock(session, which)) return { status: 204 };
        throw new Refused(404, "not-found", "There is no such lock that you may lift.", "Read the chart again.");
      });
    },
  );

  app.post(
    "/api/centres/:centre/visits/:visit/signatures",
    {
      schema: {
        params: visitParams,
        body: signature,
        summary: "Signs a complete visit; the password is asked again, or the provider of sign-in",
      },
    },
    async (request, reply) => {
      const { centre, visit } = visitParams.parse(request.params);
      const { meaning, password } = signature.parse(request.body);
      const { has_password, fresh } = await desk.check(request, async (_session, person) => person);
      if (has_password) await provePassword(parts, request, password ?? "");
      else if (!fresh) throw passwordNeeded();
      return await desk.write(request, reply, {}, async (session, { name }) => ({
        status: 201,
        body: { signature: await signVisit(session, centre, visit, meaning, name) },
      }));
    },
  );
}
