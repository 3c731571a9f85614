import { type Database, endCutRuns, sweepSessions } from "@osteon/registry";
import type { FastifyInstance } from "fastify";

const HOUR = 3_600_000;

/** Takes ended sessions, used-up links and old answers away, now and every hour. */
export function sweepHourly(app: FastifyInstance, database: Database): void {
  const sweep = async (): Promise<void> => {
    await sweepSessions(database).catch(() => {});
    // Of several servers on one database another may have ended.
    await endCutRuns(database).catch(() => {});
  };
  const timer = setInterval(() => void sweep(), HOUR).unref();
  app.addHook("onReady", async () => void (await sweep()));
  app.addHook("onClose", async () => clearInterval(timer));
}
