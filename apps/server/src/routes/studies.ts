import { studies } from "@osteon/api";
import type { Protocol } from "@osteon/protocol";
import type { Session } from "@osteon/registry";
import { titleIn } from "@osteon/run";
import type { Language } from "@osteon/words";
import { sql } from "kysely";
import type { RouteParts } from "../http/create-app.ts";
import { serve } from "../http/serve-route.ts";
import type { StandingStudy } from "../runs/standing-studies.ts";
import { readPages } from "./run-pages.ts";

/** Which children of a disease a study counts, by the day of diagnosis. */
interface Period {
  readonly cohort: string;
  readonly from: string;
  readonly to: string;
}

const periodsOf = ({ cohorts }: Protocol): readonly Period[] =>
  Object.values(cohorts).map(({ cohort, diagnosed: [from, to] }) => ({ cohort, from, to }));

/** The complete children of a disease that the person may read, and how many of them a study leaves out by the day of diagnosis. */
async function countsOf(session: Session, { cohort, from, to }: Period) {
  const { rows } = await sql<{ children: number; outside: number }>`
    select count(*)::int as children, count(*) filter (where diagnosed_on not between ${from}::date and ${to}::date)::int as outside
    from chart.patient where cohort = ${cohort} and row_status = 'complete'`.execute(session);
  return rows[0] ?? { children: 0, outside: 0 };
}

/** The newest finished run of a study that the person may see. */
async function newestOf(session: Session, study: string) {
  const { rows } = await sql<{ run: string; folder: string; askedAt: string; lockHash: string | null }>`
    select run, folder, asked_at as "askedAt", lock_hash as "lockHash" from work.run
    where study = ${study} and state = 'done' and folder is not null order by asked_at desc limit 1`.execute(session);
  return rows[0];
}

/** What the pages of a run say first, and in which language; nothing where they are gone or of an older version. */
async function headlinesOf(folder: string, language: Language) {
  try {
    const { headlines = [], language: told = "en" } = JSON.parse(await readPages(folder, language));
    return { headlines, language: told };
  } catch {
    return { headlines: [], language };
  }
}

/** The studies of the registry, each with what it tells about the children that the person may read. */
export function addStudies({ app, desk, standing }: RouteParts): void {
  serve(app, studies.listStudies, async (asked) => {
    const { language } = asked.query;
    return await desk.read(asked, async (session) => {
      const told = [];
      for (const study of await standing.list(session)) told.push(await toldOf(session, language, study));
      return { status: 200, body: { studies: told } };
    });
  });
}

async function toldOf(session: Session, language: Language, { id, lock, hash, says, taken, chosen }: StandingStudy) {
  const newest = await newestOf(session, id);
  const latest =
    newest === undefined
      ? undefined
      : {
          run: newest.run,
          askedAt: newest.askedAt,
          /** Whether the study stands today as it did then; not known of a run of before. */
          sameStudy: newest.lockHash === null ? null : newest.lockHash === hash,
          ...(await headlinesOf(newest.folder, language)),
        };
  const from = {
    taken: taken === undefined ? null : { by: taken.takenBy, at: taken.takenAt },
    chosen: chosen === undefined ? null : { by: chosen.savedBy, at: chosen.savedAt, version: chosen.version },
  };
  if (lock === undefined)
    return {
      id,
      title: id,
      titleLanguage: "en" as const,
      version: "",
      source: "",
      periods: [],
      ...from,
      says,
      newest: latest,
    };
  const { version, source } = lock.protocol;
  const title = titleIn(lock, language);
  const titleLanguage: Language = title === lock.protocol.title ? "en" : language;
  const periods = [];
  for (const period of periodsOf(lock.protocol)) periods.push({ ...period, ...(await countsOf(session, period)) });
  return { id, title, titleLanguage, version, source, hash, periods, ...from, newest: latest };
}
