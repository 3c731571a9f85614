import { runs } from "@osteon/api";
import { forgetRun, keepRun, nameRun } from "@osteon/registry";
import type { RouteParts } from "../http/create-app.ts";
import { Refused, refused } from "../http/problem-reply.ts";
import { serve } from "../http/serve-route.ts";
import { reasonOf } from "../http/signed-in.ts";
import { markThrownAway, removeThrownAway } from "../runs/thrown-away.ts";
import { oneRun } from "./run-rows.ts";

/** Runs are named, kept, and thrown away by those who may run studies of all their centres; `inTurn` waits for the runs under way. */
export function addRunKeeping(
  { app, desk, database }: RouteParts,
  inTurn: (work: () => Promise<unknown>) => void,
): void {
  serve(app, runs.nameRun, async (asked) => {
    const { run } = asked.params;
    const { name, kept } = asked.body;
    return await desk.write(asked, {}, async (session) => {
      await oneRun(session, run);
      if (name !== undefined) await nameRun(session, run, name);
      if (kept !== undefined) await keepRun(session, run, kept);
      return { status: 200, body: await oneRun(session, run) };
    });
  });

  serve(app, runs.deleteRun, async (asked) => {
    const { run } = asked.params;
    if (reasonOf(asked.request) === undefined) throw new Refused(422, refused("reason-needed", { what: "run" }));
    let folder: string | undefined;
    const sent = await desk.write(asked, {}, async (session) => {
      const { state, kept } = await oneRun(session, run);
      if (kept) throw new Refused(409, refused("run-kept"));
      if (state === "waiting" || state === "running") throw new Refused(409, refused("run-under-way"));
      folder = await forgetRun(session, run);
      if (folder !== undefined) await markThrownAway(folder);
      return { status: 204 };
    });
    if (folder !== undefined) inTurn(() => removeThrownAway(database, folder ?? ""));
    return sent;
  });
}
