import assert from "node:assert/strict";
import { before, test } from "node:test";
import { type ChartRow, MISSING_REASONS, standingOf, tableNamed } from "@osteon/codebook";
import { asRole, saveRow, writeSetting } from "@osteon/registry";
import fc from "fast-check";
import { sql } from "kysely";
import { member, onEnginesBelow } from "./both-engines.ts";
import { inventedChart } from "./invented-chart.ts";
import { accountOf, seedTwoCentres } from "./seeded.ts";

const PATIENT = tableNamed("patient");
const [, CELLS = {}] = inventedChart("Aachen", "A")[0] ?? [];
const ABSENT = MISSING_REASONS.map(({ token }) => token);

/** What a field of choices may hold: a code, or a reason why it is absent. */
const cellOf = (name: string) => {
  const type = PATIENT.fields.find((field) => field.name === name)?.type;
  const codes = type?.kind === "choice" ? type.choices.map(({ code }) => code) : [];
  assert.ok(codes.length > 2, name);
  return fc.constantFrom(...codes, ...ABSENT);
};
/** What a draft may hold besides: words that are no code, and blanks around one. */
const draftOf = (name: string) =>
  fc.oneof(
    cellOf(name).chain((cell) => fc.constantFrom(cell, ` ${cell}`, `${cell} `)),
    fc.constantFrom("Withdrawn", "GIVEN", "opted out", "x", "NA", "given, withdrawn"),
  );

const complete = fc.record({ consent: cellOf("consent"), status: cellOf("status"), row: fc.constant("complete") });
const draft = fc.record({ consent: draftOf("consent"), status: draftOf("status"), row: fc.constant("draft") });
const children = fc.array(fc.oneof(complete, draft), { minLength: 20, maxLength: 30 });

onEnginesBelow("whether studies may use a chart", ({ database }) => {
  let number = 0;
  before(async () => await seedTwoCentres(database()));

  test("the codebook and the database answer alike, whatever consent, status and setting are", async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(children, async (cells) => {
        const wanted = new Map<string, ChartRow>();
        await asRole(database(), member(accountOf("study_nurse", "Aachen")), async (session) => {
          for (const { row, ...stated } of cells) {
            const patient = `S-${++number}`;
            wanted.set(patient, stated);
            const own = { ...CELLS, ...stated, patient };
            const status = row === "draft" ? "draft" : "complete";
            const saved = await saveRow(session, { table: PATIENT, cells: own, centre: "Aachen", status, version: 0 });
            assert.ok(saved.ok, JSON.stringify([stated, saved]));
          }
        });
        for (const blank of ["given", "not-given"] as const) {
          const administrator = member(accountOf("administrator", ""), { reason: "tried out" });
          await asRole(database(), administrator, (session) => writeSetting(session, "blank-consent", blank));
          const { rows } = await asRole(database(), member(accountOf("study_nurse", "Aachen")), (session) =>
            sql<{ patient: string; standing: string }>`
              select patient, standing from work.standing where patient = any (${[...wanted.keys()]}::text[])`.execute(
              session,
            ),
          );
          assert.equal(rows.length, wanted.size);
          for (const { patient, standing } of rows) {
            const stated = wanted.get(patient) ?? {};
            assert.equal(standing, standingOf(stated, blank), JSON.stringify({ ...stated, blank }));
            seen.add(`${standing} ${blank}`);
          }
        }
      }),
      { numRuns: 3, endOnFailure: true },
    );
    assert.equal(seen.size, 7, [...seen].join(", "));
  });
});
