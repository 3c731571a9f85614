import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { type Answer, answerTo, type Outcome, type Question } from "@osteon/questions";

const folder = mkdtempSync(join(tmpdir(), "osteon-questions-"));
after(() => rmSync(folder, { recursive: true, force: true }));

function csv(name: string, rows: readonly string[]): string {
  const path = join(folder, `${name}.csv`);
  writeFileSync(path, `${rows.join("\n")}\n`);
  return path;
}

/** Six patients with a tie, a censoring on the day of an event, and two groups. */
const FOLLOWED = csv("followed", [
  "time,event,arm,age,marker,other",
  "1,1,a,3,0,1",
  "2,1,a,9,1,1",
  "2,0,a,5,0,0",
  "4,1,b,8,1,1",
  "6,0,b,4,0,0",
  "7,1,b,6,1,0",
]);

const QUESTIONS: readonly Question[] = [
  { kind: "survival", file: FOLLOWED, said: { time: "time", event: "event", group: "arm", figure: true } },
  { kind: "test", file: FOLLOWED, said: { value: "age", group: "arm" } },
  { kind: "table1", file: FOLLOWED, said: { by: "arm" } },
  { kind: "agreement", file: FOLLOWED, said: { raters: "marker,other" } },
  { kind: "accuracy", file: FOLLOWED, said: { truth: "event", result: "marker" } },
  { kind: "logistic", file: FOLLOWED, said: { outcome: "marker", covariates: "age" } },
];

async function answered(question: Question): Promise<Answer> {
  const outcome = await answerTo(question);
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return outcome.answer;
}

const refusedBy = async (question: Question): Promise<Extract<Outcome, { ok: false }>> => {
  const outcome = await answerTo(question);
  assert.ok(!outcome.ok, "it was answered");
  return outcome;
};

describe("a question of a data file", () => {
  for (const question of QUESTIONS)
    test(`${question.kind}: question and answer are plain data, which can be kept and asked again`, async () => {
      const asked = JSON.parse(JSON.stringify(question)) as Question;
      assert.deepEqual(asked, question);
      const answer = await answered(asked);
      assert.deepEqual(JSON.parse(JSON.stringify(answer)), structuredClone(answer));
      assert.deepEqual(await answered(question), answer, "the same question has the same answer");
      assert.ok(answer.tables.length > 0 && answer.title !== "");
      assert.match(answer.r, /^d <- read\.csv\(/m);
      assert.equal(answer.figure !== undefined, question.kind === "survival");
    });

  test("what was not said has its default, which may be said where it does something", async () => {
    const said = { time: "time", event: "event", times: [2] };
    const plain = await answered({ kind: "survival", file: FOLLOWED, said });
    const same = await answered({
      kind: "survival",
      file: FOLLOWED,
      said: { ...said, level: 0.95, confType: "log-log" },
    });
    assert.deepEqual(same.numbers, plain.numbers);
    const narrower = await answered({ kind: "survival", file: FOLLOWED, said: { ...said, level: 0.5 } });
    assert.notDeepEqual(narrower.numbers, plain.numbers);
    const vain = await refusedBy({ kind: "survival", file: FOLLOWED, said: { ...said, ties: "efron" } });
    assert.ok("refused" in vain);
    assert.deepEqual(vain.refused, {
      because: "asked",
      says: "--ties says how the regression takes tied events: name --covariates.",
    });
  });

  test("survival of six patients is that on paper: 5/6, 4/6, then 4/9 and 0", async () => {
    const { numbers } = await answered({ kind: "survival", file: FOLLOWED, said: { time: "time", event: "event" } });
    const [curve] = (numbers as { km: readonly { curve: readonly { time: number; survival: number }[] }[] }).km;
    const steps = curve?.curve.filter(({ time }) => [1, 2, 4, 7].includes(time)).map(({ survival }) => survival) ?? [];
    for (const [place, wanted] of [5 / 6, 4 / 6, 4 / 9, 0].entries())
      assert.ok(Math.abs((steps[place] ?? Number.NaN) - wanted) < 1e-12, `${steps}`);
  });

  test("what cannot be asked, too little data, no file and wrong cells come back as data, never as a throw", async () => {
    const because = async (question: Question) => {
      const outcome = await refusedBy(question);
      return "refused" in outcome ? outcome.refused : outcome.problems.map(({ code, where }) => [code, where.row]);
    };
    assert.deepEqual(await because({ kind: "test", file: join(folder, "none.csv"), said: { value: "age" } }), {
      because: "no-file",
      says: `${join(folder, "none.csv")}: there is no such file.`,
    });
    const none = await because({ kind: "test", file: FOLLOWED, said: { value: "height" } });
    assert.ok("because" in none && none.because === "asked" && none.says.includes("time, event, arm, age"), `${none}`);
    const alone = csv("alone", ["age,arm", "4,a", "5,a"]);
    assert.deepEqual(await because({ kind: "test", file: alone, said: { value: "age", group: "arm" } }), {
      because: "data",
      says: "arm has 1 group; a comparison needs two.",
    });
    const wrong = csv("wrong", ["time,event", "3,1", "-1,0", "x,1", "4,0"]);
    assert.deepEqual(await because({ kind: "survival", file: wrong, said: { time: "time", event: "event" } }), [
      ["not-a-number", 4],
      ["negative-time", 3],
    ]);
  });
});
