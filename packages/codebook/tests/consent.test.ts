import assert from "node:assert/strict";
import { test } from "node:test";
import { withoutLeavers } from "@osteon/codebook";
import { goodCharts } from "./good-charts.ts";

test("children who left go with all their rows, and those who stayed out before, drafts too, stay counted", () => {
  const charts = goodCharts((rows) => ({
    ...rows,
    patient: (rows.patient ?? []).map((child) => (child.patient === "P2" ? { ...child, consent: "withdrawn" } : child)),
  }));
  const before = { withdrawn: 1, optedOut: 2, notGiven: 3, blank: 0, draft: 4 };
  const { charts: staying, consent } = withoutLeavers(charts, before);
  assert.deepEqual(consent, { withdrawn: 2, optedOut: 2, notGiven: 3, blank: 0, draft: 4 });
  assert.deepEqual([...new Set(staying.flatMap(({ rows }) => rows.map(({ cells }) => cells.patient)))], ["P1"]);
  assert.equal("draft" in withoutLeavers(charts).consent, false, "a chart folder has no drafts");
});
