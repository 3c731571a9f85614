import type { Results } from "@osteon/estimate";
import { readPaper, type Wording, wordingsOf } from "@osteon/paper";
import { reportDocx, reportHtml } from "@osteon/publish";
import type { StudyLock } from "../lock/study-lock.ts";
import { reportInput } from "../publish-into.ts";
import { readStudy, type Study } from "../study.ts";

/** A picture of one white dot: figures carry no words that a manuscript could be held against. */
const DOT = Uint8Array.from(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
    "base64",
  ),
);

/** The study that results were estimated for, where it can be read here. */
export async function studyOf({ inputs }: Results): Promise<Study | undefined> {
  return readStudy(inputs.study).catch(() => undefined);
}

/** How the study's own report words these results; nothing where its report cannot be written from them. */
export async function reportWordings(study: StudyLock | undefined, results: Results): Promise<readonly Wording[]> {
  if (study === undefined) return [];
  try {
    const input = reportInput(study, results);
    const read = await readPaper(await reportDocx(input, () => DOT), "report.docx");
    return read.ok ? wordingsOf(read.text.lines, reportHtml(input), results.results) : [];
  } catch {
    // Results of another version of the protocol lack rows that the report names; labels still bind.
    return [];
  }
}
