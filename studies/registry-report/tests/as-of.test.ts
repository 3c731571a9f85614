import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { ChartRow } from "@osteon/codebook";
import { readChartFolder } from "@osteon/interop";
import { reportHtml } from "@osteon/publish";
import { reportInput } from "@osteon/run";
import { isCno, rowsOf } from "./odd-charts.ts";
import { SAMPLE } from "./reference-charts.ts";
import { type Reported, reportOf, study } from "./report-of.ts";

const { charts: sample } = await readChartFolder(SAMPLE);

describe("the report as of a day", () => {
  const AS_OF = "2012-12-31";
  const value = ({ results }: Reported, id: string) => results.results.find((result) => result.id === id)?.value;

  test("counts what was there at its end, by counts that share nothing with the product", async () => {
    const reported = await reportOf(sample, study, AS_OF);
    assert.equal(reported.results.inputs.asOf, AS_OF);
    const cno = rowsOf(sample, "patient").filter(isCno);
    const then = cno.filter(({ diagnosed_on }) => String(diagnosed_on) <= AS_OF);
    assert.ok(then.length > 10 && then.length < cno.length);
    assert.equal(value(reported, "children.all.n"), then.length);
    assert.equal(value(reported, `as-of.${AS_OF}.n`), then.length);
    const names = new Set(then.map(({ patient }) => patient));
    const before = (table: string, day: string, is: (row: ChartRow) => boolean) =>
      rowsOf(sample, table).filter((row) => names.has(row.patient) && String(row[day]) <= AS_OF && is(row));
    const given = new Set(
      before("treatment", "started_on", ({ drug_class }) => drug_class === "nsaid").map(({ patient }) => patient),
    );
    assert.equal(value(reported, "class-ever.nsaid.n"), given.size);
    assert.equal(value(reported, "effects.all.n"), before("adverse_effect", "noticed_on", () => true).length);
    const lastSeen = new Map<string | undefined, string>();
    for (const { patient, visited_on = "" } of before("visit", "visited_on", () => true))
      if (visited_on > (lastSeen.get(patient) ?? "")) lastSeen.set(patient, visited_on);
    const daysUnseen = ({ patient, diagnosed_on = "" }: ChartRow): number =>
      (Date.parse(AS_OF) - Date.parse(lastSeen.get(patient) ?? diagnosed_on)) / 86_400_000;
    const lost = then.filter((child) => {
      const wasLost = child.status === "lost" && String(child.last_contact_on) <= AS_OF;
      return wasLost || daysUnseen(child) > 457;
    });
    assert.equal(value(reported, "follow-up-state.all.lost"), lost.length);
    assert.ok(lost.length > 0);
  });

  test("says the day in both languages, and a day before every child is a report of nobody", async () => {
    const reported = await reportOf(sample, study, AS_OF);
    assert.match(reported.html, /<dt>As of<\/dt><dd>31 December 2012<\/dd>/);
    assert.match(
      reportHtml(reportInput(study, reported.results, { language: "de" })),
      /<dt>Stand<\/dt><dd>31\. Dezember 2012<\/dd>/,
    );
    const nobody = await reportOf(sample, study, "1999-12-31");
    assert.equal(value(nobody, "children.all.n"), 0);
    assert.match(nobody.html, /There are no children in these charts/);
  });

  test("moves the day beyond the last contact, and more children are lost by then", async () => {
    const [last, later] = [await reportOf(sample), await reportOf(sample, study, "2018-01-01")];
    assert.equal(value(later, "children.all.n"), value(last, "children.all.n"));
    assert.ok(Number(value(later, "follow-up-state.all.lost")) > Number(value(last, "follow-up-state.all.lost")));
    assert.equal(value(later, "follow-up-state.all.in_follow_up"), 0, "nobody was seen in the 15 months before");
  });
});
