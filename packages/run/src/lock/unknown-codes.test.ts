import assert from "node:assert/strict";
import { test } from "node:test";
import { readStudy, studyIds } from "../study.ts";
import type { StudyLock } from "./study-lock.ts";
import { unknownCodes } from "./unknown-codes.ts";

const study: StudyLock = await readStudy("registry-report");
type Protocol = StudyLock["protocol"];
const found = (change: Partial<Protocol>) =>
  unknownCodes({ ...study, protocol: { ...study.protocol, ...change } }).map(({ code, where, fix }) => [
    code,
    where.file,
    where.column,
    fix,
  ]);
const told = (place: string, meant?: string) => [
  ["unknown-code", "protocol.ts", place, meant === undefined ? "Name one that is there." : `Did you mean ${meant}?`],
];

test("every code that a shipped study names is one that somebody can have", async () => {
  for (const id of await studyIds()) assert.deepEqual(unknownCodes(await readStudy(id)), [], id);
});

test("a cohort, a drug or a class that the codebook does not know is told, since it would count nobody", () => {
  const cohort = { says: "Children with CNO.", diagnosed: ["2000-01-01", "2030-12-31"] } as const;
  assert.deepEqual(found({ cohorts: { cno: { ...cohort, cohort: "CNO" } } }), told("cohorts.cno.cohort", "cno"));
  const group = { says: "Some drug.", step: 1, inResponse: true, aloneOnly: false };
  const given = (entry: Protocol["groups"][string]["entry"]) => ({
    groups: { ...study.protocol.groups, own: { ...group, entry } },
  });
  assert.deepEqual(found(given({ drugs: ["methotrexat"] })), told("groups.own.entry", "methotrexate"));
  assert.deepEqual(found(given({ drugs: ["etanercept", "own_new_drug"] })), []);
  const misspelt = JSON.parse(JSON.stringify({ drugClasses: ["bisphosphonates"] }));
  assert.deepEqual(found(given(misspelt)), told("groups.own.entry", "bisphosphonate"));
});

test("a group, a time point or a state in an analysis that nobody can be in is told, and what a chart may say is not", () => {
  const { analyses } = study.protocol;
  const lost = analyses["loss-reason"];
  assert.ok(lost?.kind === "breakdown");
  const where = (columns: Readonly<Record<string, string>>) =>
    found({ analyses: { own: { ...lost, where: columns } } });
  assert.deepEqual(where({ follow_up_state: "lostt" }), told("analyses.own.where.follow_up_state", "lost"));
  assert.deepEqual(where({ line_class: "zzz" }), told("analyses.own.where.line_class"));
  assert.deepEqual(where({ time_point: "month400" }), told("analyses.own.where.time_point"));
  assert.deepEqual(where({ centre: "Dresden", line_class: "nsaid" }), []);
  const own = { ...lost, levels: ["recorded_as_lst"] };
  assert.deepEqual(found({ analyses: { own } }), told("analyses.own.levels", "recorded_as_lost"));
});
