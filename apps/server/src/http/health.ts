import { type Database, mustAnswer } from "@osteon/registry";
import type { FastifyInstance } from "fastify";
import { problemReply, refused } from "./problem-reply.ts";

/** Whether the server lives, and whether its database answers: for whoever watches it. */
export function addHealth(app: FastifyInstance, database: Database): void {
  app.get("/health", { schema: { hide: true } }, async () => ({ alive: true }));
  app.get("/ready", { schema: { hide: true } }, async (_request, reply) => {
    try {
      await mustAnswer(database);
      return { ready: true };
    } catch {
      const { body } = problemReply(503, refused("database-away", { what: "health" }));
      return reply.code(503).send(body);
    }
  });
}
