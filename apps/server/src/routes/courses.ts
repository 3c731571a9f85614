import { createHash } from "node:crypto";
import { patients } from "@osteon/api";
import { keptBook } from "@osteon/codebook";
import { readChart, readCodebook, readFollowUpPlan, refuseKept } from "@osteon/registry";
import type { RouteParts } from "../http/create-app.ts";
import { Refused } from "../http/problem-reply.ts";
import { serve } from "../http/serve-route.ts";
import type { Course } from "../runs/course-reader.ts";
import { completeCharts } from "./complete-charts.ts";

/** So many courses are kept; a chart that was changed has another hash. */
const KEPT = 500;

/** What the rules of the registry say of a child, from the complete rows of its chart, at the time points of its follow-up plan. */
export function addCourses({ app, desk, courseOf }: RouteParts): void {
  if (courseOf === undefined) return;
  const kept = new Map<string, Promise<Course>>();
  serve(app, patients.readCourse, async (asked) => {
    const { centre, patient } = asked.params;
    const [rows, plan, book] = await desk.check(asked.request, async (session) => {
      await refuseKept(session, { centres: [centre], whole: true });
      return [
        await readChart(session, centre, patient),
        (await readFollowUpPlan(session)).points,
        await readCodebook(session),
      ] as const;
    });
    const own = rows.find(({ table }) => table === "patient");
    if (own === undefined)
      throw new Refused(404, "not-found", "There is no such child that you may see.", "Check the pseudonym.");
    const charts = completeCharts(rows, keptBook(book));
    if (own.status === "draft" || charts === undefined) return asked.reply.send({ ready: false });
    const hash = createHash("sha256")
      .update(JSON.stringify([plan, charts, book.drugs, book.analytes]))
      .digest("hex");
    const course = kept.get(hash) ?? courseOf(charts, patient, plan, book);
    kept.delete(hash);
    kept.set(hash, course);
    for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest);
    course.catch(() => kept.delete(hash));
    return asked.reply.send({ ready: true, ...(await course) });
  });
}
