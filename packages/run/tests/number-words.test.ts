import assert from "node:assert/strict";
import { test } from "node:test";
import { curveWords, readStudy, studyIds, withoutGerman } from "@osteon/run";

test("each title of an analysis of the shipped studies has its German, which Compare shows", async () => {
  for (const id of studyIds()) assert.deepEqual(withoutGerman(await readStudy(id)), [], id);
  const study = await readStudy("registry-report");
  const { "Age at onset": _, ...german } = study.german ?? {};
  assert.deepEqual(
    withoutGerman({ ...study, german }).map(({ code, where, says }) => [code, where.column, says]),
    [["no-german", "analyses.age-at-onset.title", 'no German for "Age at onset"']],
  );
});

test("a curve's event is what its study calls it, in both languages; its column's name where it is called nothing", async () => {
  const said = async (study: string, analysis: string, group: string) =>
    curveWords(await readStudy(study), { analysis, group });
  assert.deepEqual(await said("schnabel-2017", "relapse-free-by-focality", "unifocal"), {
    time: "outcome_day",
    event: "outcome_event",
    says: { en: "Relapse", de: "Rückfall" },
    group: { en: "unifocal", de: "unifokal" },
  });
  const curves = Object.entries((await readStudy("ctp-course")).protocol.analyses).filter(
    ([, { kind }]) => kind === "survival",
  );
  assert.equal(curves.length, 2);
  for (const [id] of curves)
    assert.deepEqual((await said("ctp-course", id, "all"))?.says, {
      en: "Drug of a further plan",
      de: "Medikament eines weiteren Plans",
    });
  assert.equal(await said("schnabel-2017", "sex", "all"), undefined);
  const { protocol, ...lock } = await readStudy("schnabel-2017");
  const plain = { protocol, ...lock, report: undefined };
  const own = curveWords(plain, { analysis: "relapse-free", group: "all" });
  assert.deepEqual(own?.says, { en: "outcome event", de: "outcome event" });
  assert.equal(own?.group, undefined);
});
