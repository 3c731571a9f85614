import { randomUUID } from "node:crypto";
import { studies } from "@osteon/api";
import { administers, endStudy, type Session, takeInStudy } from "@osteon/registry";
import { lockOf } from "@osteon/run";
import type { FastifyRequest } from "fastify";
import type { RouteParts } from "../http/create-app.ts";
import { Refused, refused } from "../http/problem-reply.ts";
import { serve } from "../http/serve-route.ts";
import { reasonOf } from "../http/signed-in.ts";
import { takeTurns } from "../http/take-turns.ts";
import { lookAtLock } from "../runs/look-at-lock.ts";

/** Administrators take in what was evaluated elsewhere: shown in prose and beside the lock that stands, then decided with a reason. */
export function addTakeInStudy({ app, desk, standing }: RouteParts): void {
  const oneAtATime = takeTurns(1);
  const lookedAt = async (request: FastifyRequest, text: string) => {
    const standingLock = async (study: string) => {
      const lock = await desk.check(request, async (session) => (await standing.of(session, study))?.lock);
      return lock && lockOf(lock);
    };
    const seen = await oneAtATime("all", () => lookAtLock(text, standingLock));
    if (!seen.ok) throw new Refused(422, seen.fault);
    return seen;
  };

  serve(
    app,
    studies.lookAtLock,
    async (asked) => {
      await desk.check(asked.request, mustAdminister);
      const { study, words, problems, changes } = await lookedAt(asked.request, asked.body.lock);
      return await desk.read(asked, async (session) => {
        const before = await standing.of(session, study);
        const stands =
          before === undefined ? null : { version: before.lock?.protocol.version ?? "", hash: before.hash };
        return { status: 200, body: { words, problems, stands, changes } };
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
      const { study, version, title, hash: all, problems } = await lookedAt(asked.request, text);
      if (problems.length > 0) throw new Refused(422, refused("study-with-problems"));
      mustSayWhy(reasonOf(asked.request));
      return await desk.write(asked, {}, async (session) => {
        const { hash } = (await standing.of(session, study)) ?? {};
        if (hash === all) throw new Refused(409, refused("already-so", { what: "lock" }));
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
      throw new Refused(404, refused("not-found", { what: "study-lock" }));
    });
  });
}

async function mustAdminister(session: Session): Promise<void> {
  if (!(await administers(session))) throw new Refused(403, refused("not-allowed", { what: "studies-taken-in" }));
}

function mustSayWhy(why: string | undefined): void {
  if (why === undefined) throw new Refused(422, refused("reason-needed", { what: "study-lock" }));
}
