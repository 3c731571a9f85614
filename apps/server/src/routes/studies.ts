import { studies } from "@osteon/api";
import type { Protocol } from "@osteon/protocol";
import { countDiagnosed, newestRun, type Session } from "@osteon/registry";
import { titleIn } from "@osteon/run";
import type { Language } from "@osteon/words";
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
  const newest = await newestRun(session, id);
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
  for (const period of periodsOf(lock.protocol))
    periods.push({ ...period, ...(await countDiagnosed(session, period)) });
  return { id, title, titleLanguage, version, source, hash, periods, ...from, newest: latest };
}
