import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { runs } from "@osteon/api";
import type { RouteParts } from "../http/create-app.ts";
import { Refused, refused } from "../http/problem-reply.ts";
import { serve } from "../http/serve-route.ts";
import { placeOf } from "./run-rows.ts";
import { REPORT_POLICY } from "./runs.ts";

/** How far a sensitivity analysis is. */
type State = { readonly state: "none" | "running" | "done" | "failed"; readonly done?: number; readonly of?: number };

const TYPES: Readonly<Record<string, string>> = { svg: "image/svg+xml", png: "image/png" };

/** Sensitivity analyses: the study over every combination of its assumptions, made once for each run. */
export function addSensitivity({ app, desk, studies, note }: RouteParts): void {
  if (studies === undefined) return;
  const going = new Map<string, State>();
  let waiting: Promise<unknown> = Promise.resolve();
  const stateOf = async (folder: string): Promise<State> => {
    const now = going.get(folder);
    if (now !== undefined) return now;
    const made = await stat(join(folder, "sensitivity", "outcomes.json")).catch(() => undefined);
    return { state: made === undefined ? "none" : "done" };
  };

  serve(app, runs.startSensitivity, async (asked) => {
    const { run } = asked.params;
    const place = await desk.check(asked.request, (session) => placeOf(session, run));
    const { folder } = place;
    if ((await stateOf(folder)).state === "none" || going.get(folder)?.state === "failed") {
      going.set(folder, { state: "running", done: 0, of: 0 });
      const work = async (): Promise<void> => {
        try {
          await studies.sensitivity(place, (done, of) => going.set(folder, { state: "running", done, of }));
          going.delete(folder);
        } catch (error) {
          note({ run, error: (error as Error).name });
          going.set(folder, { state: "failed" });
        }
      };
      waiting = waiting.then(work);
    }
    return asked.reply.code(202).send(await stateOf(folder));
  });

  serve(app, runs.watchSensitivity, async (asked) => {
    const { run } = asked.params;
    const { folder } = await desk.check(asked.request, (session) => placeOf(session, run));
    return asked.reply.send(await stateOf(folder));
  });

  serve(app, runs.readOutcomes, async (asked) => {
    const { run } = asked.params;
    const { folder } = await desk.check(asked.request, (session) => placeOf(session, run));
    return asked.reply.type("application/json").send(await fileIn(folder, "outcomes.json"));
  });

  serve(app, runs.takeSpecificationChart, async (asked) => {
    const { run, chart: name } = asked.params;
    const { folder } = await desk.check(asked.request, (session) => placeOf(session, run));
    return asked.reply
      .headers({ "content-security-policy": REPORT_POLICY, "cache-control": "no-store" })
      .type(TYPES[name.split(".")[1] ?? ""] ?? "application/octet-stream")
      .send(await fileIn(folder, name));
  });
}

/** A file of the analysis; names hold no way out of its folder. */
async function fileIn(folder: string, name: string) {
  const file = join(folder, "sensitivity", name);
  if ((await stat(file).catch(() => undefined))?.isFile() !== true)
    throw new Refused(404, refused("not-found", { what: "run-chart" }));
  return createReadStream(file);
}
