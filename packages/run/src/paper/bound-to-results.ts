import type { Results } from "@osteon/estimate";
import { type Binding, bindNumbers, type ReadText } from "@osteon/paper";
import { EXIT, Stop } from "../exit-code.ts";
import { readStageFile } from "../folders.ts";
import type { StudyLock } from "../lock/study-lock.ts";
import { reportWordings, studyOf } from "./report-wordings.ts";

/** A paper's numbers bound to the results in a file, by the wordings of the study's own report and by its labels; `own` is the study, where it is not today's. */
export async function boundToResults(
  text: ReadText,
  file: string,
  older: readonly string[],
  own?: StudyLock,
): Promise<Binding> {
  const results = await resultsOf(file);
  const study = own ?? (await studyOf(results));
  const titles = Object.fromEntries(
    Object.entries(study?.protocol.analyses ?? {}).map(([id, { title }]) => [id, title]),
  );
  const before = [];
  for (const one of older) {
    const then = await resultsOf(one);
    before.push({ results: then, wordings: await reportWordings(study, then) });
  }
  return bindNumbers(text, { results, wordings: await reportWordings(study, results), titles, older: before });
}

async function resultsOf(file: string): Promise<Results> {
  const results = await readStageFile<Partial<Results>>(file, "estimate");
  if (!Array.isArray(results.results) || results.inputs === undefined) {
    throw new Stop(EXIT.notFound, `${file}: holds no results. "osteon estimate" writes them.`);
  }
  return results as Results;
}
