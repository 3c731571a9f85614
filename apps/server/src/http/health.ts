import type { Database } from "@osteon/registry";
import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import { problemReply } from "./problem-reply.ts";

/** Whether the server lives, and whether its database answers: for whoever watches it. */
export function addHealth(app: FastifyInstance, { kysely }: Database): void {
  app.get("/health", { schema: { hide: true } }, async () => ({ alive: true }));
  app.get("/ready", { schema: { hide: true } }, async (_request, reply) => {
    try {
      await sql`select 1`.execute(kysely);
      return { ready: true };
    } catch {
      const { body } = problemReply(503, "database-away", "The database does not answer.", "Look at its log.");
      return reply.code(503).send(body);
    }
  });
}
