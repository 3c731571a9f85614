import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { COMPARED_OUTCOMES } from "@osteon/cno";
import type { ChartRow } from "@osteon/codebook";
import { resultIds } from "@osteon/estimate";
import { reportDocx, reportHtml, studyPages } from "@osteon/publish";
import { reportInput } from "@osteon/run";
import { reportWords } from "../../../tests/acceptance/dresden-golden.ts";
import { isGerman } from "../../../tests/acceptance/german-page.ts";
import { drawnCharts } from "./drawn-charts.ts";
import { isCno, NEVER_SAID, ODD_CHARTS, rowsOf } from "./odd-charts.ts";
import { type Reported, reportOf, study } from "./report-of.ts";

/** A picture of one white dot. */
const DOT = Uint8Array.from(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
    "base64",
  ),
);

for (const [name, charts] of Object.entries(ODD_CHARTS)) {
  describe(`charts with ${name}`, () => {
    let reported: Reported;
    let words: readonly string[];
    before(async () => {
      reported = await reportOf(charts);
      words = reportWords(reported.html);
    });
    const value = (id: string) => reported.results.results.find((result) => result.id === id)?.value;

    test("have every result that the protocol declares, and are counted right", () => {
      const own = new Set(reported.results.results.map(({ id }) => id));
      assert.deepEqual(
        [...resultIds(study.protocol)].filter((id) => !own.has(id)),
        [],
      );
      const patients = rowsOf(charts, "patient").filter(({ consent }) => consent !== "withdrawn");
      const cno = patients.filter(isCno);
      const names = new Set(cno.map(({ patient }) => patient));
      const childrenIn = (table: string, is: (row: ChartRow) => boolean = () => true) =>
        new Set(
          rowsOf(charts, table)
            .filter((row) => names.has(row.patient) && is(row))
            .map(({ patient }) => patient),
        ).size;
      assert.equal(value("charts.all.n"), patients.length);
      assert.equal(value("children.all.n"), cno.length);
      assert.equal(value("girls.all.n"), cno.filter(({ sex }) => sex === "female").length);
      assert.equal(value("without-visit.all.n"), cno.length - childrenIn("visit"));
      assert.equal(value("first-class.all.none"), cno.length - childrenIn("treatment"));
      assert.equal(
        value("class-ever.nsaid.n"),
        childrenIn("treatment", (row) => row.drug_class === "nsaid"),
      );
      assert.equal(value("complete.lesion_count.N"), cno.length);
    });

    test("tell every outcome of every child, known or not, and why where it, an agreement or a place cannot be told", () => {
      const { results } = reported.results;
      const outcomes = results.filter(({ analysis }) => analysis.startsWith("outcome-"));
      assert.deepEqual(
        outcomes.filter((result) => result.value === null && result.because === undefined).map(({ id }) => id),
        [],
      );
      for (const { id } of COMPARED_OUTCOMES) {
        const [known, missing] = [value(`outcome-well.${id}.N`) ?? 0, value(`outcome-well.${id}.missing`) ?? 0];
        assert.equal(known + missing, value("children.all.n"), id);
      }
      if ((value("children.all.n") ?? 0) > 1) return;
      for (const { id, value: kappa } of outcomes.filter(({ statistic }) => statistic === "kappa"))
        assert.equal(kappa, null, id);
      for (const { id, value: place } of outcomes.filter(({ statistic }) => statistic === "place"))
        assert.equal(place, null, id);
    });

    test("are told in German as well, nothing of it in English", () => {
      isGerman(reportWords(reportHtml(reportInput(study, reported.results, { language: "de" }))));
    });

    test("are told in words that a reader understands", async () => {
      for (const pattern of NEVER_SAID) {
        assert.equal(
          words.find((line) => pattern.test(line)),
          undefined,
          `${pattern} in the report`,
        );
      }
      assert.ok(words.includes("Definitions: the registry's own"), "whose definitions they are");
      assert.deepEqual(
        words.filter((line) => /\bpaper\b/.test(line)),
        [],
        "there is none",
      );
      const tables = Object.values(studyPages(reported.input).tables);
      for (const { title, rows, notes } of tables) {
        const showsNone = rows.some(({ cells }) => cells.some(({ text }) => /\bNE\b/.test(text)));
        assert.equal(
          showsNone,
          notes.some((note) => note.startsWith("NE:")),
          title,
        );
      }
      assert.ok((await reportDocx(reported.input, () => DOT)).length > 0);
    });

    test("where nobody is in the study the report says so first, and in each table of what it would have found", () => {
      const isNobody = value("children.all.n") === 0;
      assert.equal(
        words.some((line) => line.includes("There are no children in these charts whom the study counts")),
        isNobody && value("charts.all.n") === 0,
      );
      assert.equal(
        words.some((line) => line.startsWith("The registry holds 0 children")),
        isNobody,
      );
      const { rows } = studyPages(reported.input).tables["enrolled-by-year"] ?? { rows: [] };
      assert.equal(rows.length > 0 && rows.every(({ label }) => label === "Nobody"), isNobody);
    });
  });
}

test("centres and years stand in the report as the charts have them, each with its children", async () => {
  const { input, results } = await reportOf(drawnCharts(3, 60));
  const { rows } = studyPages(input).tables["enrolled-by-centre"] ?? { rows: [] };
  assert.deepEqual(
    rows.map(({ label }) => label),
    ["Nord", 'Süd, "Haus B"'],
  );
  const counted = rows.map(({ cells }) => Number(cells[0]?.text));
  const children = results.results.find(({ id }) => id === "children.all.n")?.value;
  assert.equal(
    counted.reduce((sum, n) => sum + n, 0),
    children,
  );
});
