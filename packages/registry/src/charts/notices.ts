import { type Problem, placed } from "@osteon/codebook";
import { sql } from "kysely";
import type { Session } from "../database/database.ts";
import { queried } from "../registry-fault.ts";

/** What must be said of everything made from the charts of each centre: by the centre itself, and by imports that stand; a line each. */
export async function noticesOf(
  session: Session,
  centres: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ centre: string; notices: readonly string[] }>`
    select c.centre, array_prepend(c.says, array(select b.notice from work.batch b
      where b.centre = c.centre and b.undone_at is null and b.notice <> '' order by b.imported_at, b.batch)) as notices
    from access.centre c where c.centre = any (${centres}::text[])`.execute(session);
  return new Map(rows.map(({ centre, notices }) => [centre, [...new Set(notices.flatMap(noticeLines))]]));
}

/** The sentences of a notice; a file of several keeps each once. */
export const noticeLines = (notice: string): readonly string[] =>
  notice.split(/\r\n|\n|\r/).flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));

/** As the database keeps it. */
const LONGEST = 2000;

/** A notice as it is kept: its sentences, a line each. */
export const noticeText = (notice: string): string => noticeLines(notice).join("\n").slice(0, LONGEST);

/** A centre of an import that says nothing yet of what the file says, and how many children it has besides. */
interface NewNotice {
  readonly centre: string;
  readonly others: number;
}

export async function newNotices(
  session: Session,
  notice: string,
  centreOf: ReadonlyMap<string, string>,
): Promise<readonly NewNotice[]> {
  const lines = noticeLines(notice);
  if (lines.length === 0) return [];
  const centres = [...new Set(centreOf.values())].sort();
  const said = await noticesOf(session, centres);
  const silent = centres.filter((centre) => !lines.every((line) => said.get(centre)?.includes(line)));
  const { rows } = await sql<NewNotice>`
    select wanted.centre, (select count(*)::int from chart.patient p where p.centre = wanted.centre and (p.centre, p.patient) not in (
      select * from unnest(${[...centreOf.values()]}::text[], ${[...centreOf.keys()]}::text[]))) as others
    from unnest(${silent}::text[]) with ordinality as wanted (centre, place) order by place`.execute(session);
  return rows;
}

/** Tells of each such centre that the notice stays with its charts, and who else is there. */
export const noticeNotes = (notice: string, told: readonly NewNotice[]): readonly Problem[] =>
  told.map(({ centre, others }) =>
    placed(queried("notice-kept", { notice, centre, others }), { file: "notice.txt", value: notice }),
  );
