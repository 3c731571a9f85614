import type { Problem } from "@osteon/codebook";
import { accuracyAnswer } from "./accuracy/accuracy-answer.ts";
import { agreementAnswer } from "./agreement/agreement-answer.ts";
import type { Answer, Outcome } from "./answer.ts";
import { DEFAULTS } from "./choices.ts";
import { testAnswer } from "./comparisons/test-question.ts";
import { logisticAnswer } from "./logistic/logistic-answer.ts";
import type { AskedBy, Kind, Question } from "./question.ts";
import { Refusal } from "./refusal.ts";
import { readRows } from "./rows/read-rows.ts";
import type { ChosenRows } from "./rows/rows-where.ts";
import { survivalQuestion } from "./survival/survival-question.ts";
import { tableOneAnswer } from "./table-one/table-one.ts";

/** How a kind of question is answered: undefined where something of the rows is a problem; `said` tells whether something was said at all. */
type Answers<Asked> = (
  rows: ChosenRows,
  asked: Asked,
  said: (name: string) => boolean,
  problems: Problem[],
) => Answer | undefined;

const ANSWERS: { readonly [Own in Kind]: Answers<AskedBy[Own]> } = {
  survival: survivalQuestion,
  test: testAnswer,
  table1: (rows, asked, _, problems) => tableOneAnswer(rows, asked, problems),
  agreement: agreementAnswer,
  accuracy: accuracyAnswer,
  logistic: logisticAnswer,
};

/** Reads the rows that a question is about and answers it; all that may be wrong comes back as data, and what throws is a bug. */
export async function answerTo(question: Question): Promise<Outcome> {
  const problems: Problem[] = [];
  try {
    const read = await readRows(question.file, question.said);
    if (!read.ok) return read;
    const answer = answerOf(question, read.rows, problems);
    return answer !== undefined && problems.length === 0 ? { ok: true, answer } : { ok: false, problems };
  } catch (error) {
    // Cells that could not be read come before what their rows lack for it.
    if (error instanceof Refusal && error.because === "data" && problems.length > 0) return { ok: false, problems };
    if (error instanceof Refusal) return { ok: false, refused: { because: error.because, says: error.message } };
    throw error;
  }
}

function answerOf(question: Question, rows: ChosenRows, problems: Problem[]): Answer | undefined {
  const answers = ANSWERS[question.kind] as Answers<unknown>;
  return answers(rows, { ...DEFAULTS[question.kind], ...question.said }, (name) => name in question.said, problems);
}
