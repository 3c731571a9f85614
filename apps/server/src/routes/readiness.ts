import { quality } from "@osteon/api";
import { checkCharts, keptBook, keyOf, type Problem, tableNamed } from "@osteon/codebook";
import {
  centresWhere,
  countDraftChildren,
  countStanding,
  readCharts,
  readCodebook,
  refuseKept,
  type Session,
  todayOf,
} from "@osteon/registry";
import type { RouteParts } from "../http/create-app.ts";
import { serve } from "../http/serve-route.ts";

/** So many are told of each kind. */
const SHOWN = 500;

/** Whether the charts would freeze as they are now, and if not why; and who would be left out of a run. */
export function addReadiness({ app, desk }: RouteParts): void {
  serve(
    app,
    quality.readReadiness,
    async (asked) =>
      await desk.read(asked, async (session) => {
        const centres = [...(await centresWhere(session, "chart", "read"))].sort();
        await refuseKept(session, { centres, whole: true });
        const problems = [];
        for (const centre of centres) problems.push(...(await problemsOf(session, centre)));
        const refused = problems.filter(({ severity }) => severity === "refused");
        const queries = problems.filter(({ severity }) => severity === "query");
        return {
          status: 200,
          body: {
            centres,
            freezes: refused.length === 0,
            problems: [...refused, ...queries].slice(0, SHOWN),
            refused: refused.length,
            queries: queries.length,
            draftChildren: await countDraftChildren(session, centres),
            standing: await countStanding(session, centres),
          },
        };
      }),
  );
}

/** What a freeze of one centre's charts would say, each with the row it is about. */
async function problemsOf(session: Session, centre: string) {
  const charts = await readCharts(session, { centres: [centre] });
  const rowsOf = new Map(charts.map(({ name, file, rows }) => [file, { name, rows }]));
  return checkCharts(charts, { today: await todayOf(session), book: keptBook(await readCodebook(session)) }).map(
    (problem: Problem) => {
      const { name, rows } = rowsOf.get(problem.where.file ?? "") ?? { name: "", rows: [] };
      const cells = rows[(problem.where.row ?? 0) - 2]?.cells ?? {};
      const key = name === "" ? "" : (cells[keyOf(tableNamed(name)).name] ?? "");
      return { ...problem, about: { centre, table: name, key, patient: cells.patient ?? "" } };
    },
  );
}
