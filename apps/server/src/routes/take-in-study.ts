import { randomUUID } from "node:crypto";
import { studies } from "@osteon/api";
import type { Problem } from "@osteon/codebook";
import { endStudy, type Session, takeInStudy } from "@osteon/registry";
import {
  compareLocks,
  hashesOf,
  type LockInWords,
  lockInWords,
  lockOf,
  parseLock,
  Stop,
  type StudyLock,
} from "@osteon/run";
import { sql } from "kysely";
import { z } from "zod";
import type { RouteParts } from "../http/create-app.ts";
import { Refused } from "../http/problem-reply.ts";
import { serve } from "../http/serve-route.ts";
import { reasonOf } from "../http/signed-in.ts";
import { takeTurns } from "../http/take-turns.ts";
import { workOn } from "../runs/run-in-worker.ts";

const params = z.object({ study: z.string().regex(/^[a-z][a-z0-9-]{1,63}$/) });

/** Administrators take in what was evaluated elsewhere: shown in prose and beside the lock that stands, then decided with a reason. */
export function addTakeInStudy({ app, desk, standing }: RouteParts): void {
  const oneAtATime = takeTurns(1);

  serve(
    app,
    studies.lookAtLock,
    async (asked) => {
      await desk.check(asked.request, mustAdminister);
      const { lock, words, problems } = await oneAtATime("all", () => lookedAt(asked.body.lock));
      return await desk.read(asked, async (session) => {
        const before = await standing.of(session, lock.protocol.id);
        const compared = before?.lock === undefined ? null : compareLocks(lockOf(before.lock), lock);
        const stands =
          before === undefined ? null : { version: before.lock?.protocol.version ?? "", hash: before.hash };
        return { status: 200, body: { words, problems, stands, changes: compared } };
      });
    },
    { bodyLimit: studies.LARGEST_LOCK * 2 },
  );

  serve(
    app,
    studies.takeInStudy,
    async (asked) => {
      await desk.check(asked.request, mustAdminister);
      const text = asked.body.lock;
      const { lock, problems } = await oneAtATime("all", () => lookedAt(text));
      if (problems.length > 0)
        throw new Refused(422, "study-with-problems", "Something is wrong with this study.", "Look at it first.");
      mustSayWhy(reasonOf(asked.request));
      const { id: study, version, title } = lock.protocol;
      return await desk.write(asked, {}, async (session) => {
        const { hash } = (await standing.of(session, study)) ?? {};
        const { all } = hashesOf(lock);
        if (hash === all)
          throw new Refused(409, "already-so", "This very lock stands already.", "There is nothing to take in.");
        await takeInStudy(session, { taking: randomUUID(), study, version, title, hash: all, lock: text });
        return { status: 201, body: { study, hash: all } };
      });
    },
    { bodyLimit: studies.LARGEST_LOCK * 2 },
  );

  serve(app, studies.takeAwayStudy, async (asked) => {
    const { study } = asked.params;
    mustSayWhy(reasonOf(asked.request));
    return await desk.write(asked, {}, async (session) => {
      await mustAdminister(session);
      if (await endStudy(session, study)) return { status: 204 };
      throw new Refused(404, "not-found", "No lock of this study was taken in.", "See /api/studies.");
    });
  });
}

async function mustAdminister(session: Session): Promise<void> {
  const { rows } = await sql<{ may: boolean }>`select access.administers() as may`.execute(session);
  if (rows[0]?.may !== true)
    throw new Refused(403, "not-allowed", "Studies are taken in by administrators.", "Ask an administrator.");
}

function mustSayWhy(why: string | undefined): void {
  if (why === undefined)
    throw new Refused(422, "reason-needed", "A study is taken in or away only with a reason.", "Send the reason.");
}

interface LookedAt {
  readonly lock: StudyLock;
  readonly words: LockInWords;
  readonly problems: readonly Problem[];
}

/** Reads a lock that somebody brings, and looks at it in a worker: it may be of any shape. */
async function lookedAt(text: string): Promise<LookedAt> {
  const lock = readBrought(text);
  try {
    return { lock, words: lockInWords(lock), problems: await workOn({ kind: "check", study: lock }, () => {}) };
  } catch {
    throw noLock("It holds something else than a study of this Osteon.");
  }
}

function readBrought(text: string): StudyLock {
  try {
    const lock = parseLock(text, "The file");
    if (params.safeParse({ study: lock.protocol?.id }).success) return lock;
  } catch (error) {
    throw noLock(error instanceof Stop ? error.message : "It cannot be read.");
  }
  throw noLock("Its study has no id of small letters, digits and hyphens.");
}

const noLock = (says: string): Refused =>
  new Refused(422, "no-lock", says, "Send study.lock.json as osteon study lock writes it.");
