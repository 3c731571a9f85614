import assert from "node:assert/strict";
import { test } from "node:test";
import type { Pages } from "@osteon/api";
import { ownParts, reportParts } from "../src/study/run-parts.ts";

const table = (id: string) => ({ id, title: id, heads: [], rows: [], notes: [] });
/** As a run of an older version wrote them. */
const OLDER: Pages = {
  inputs: { title: "A study" },
  source: "",
  headlines: [],
  tables: { "table-1": table("table-1"), survival: table("survival") },
  figures: [{ id: "curve", title: "", caption: "", width: 1, height: 1 }],
  words: [{ heading: "Relapse", paragraphs: [] }],
  methods: [],
  assumptions: [],
  comparison: table("comparison"),
  cited: [],
};

test("a run of an older version, which tells no parts, has one of all that it wrote", () => {
  const [whole, ...others] = reportParts(OLDER, "Report");
  assert.deepEqual([whole?.key, whole?.title, others], ["report", "Report", []]);
  assert.deepEqual(whole?.blocks, [
    { headlines: true },
    { figure: "curve" },
    { table: "table-1" },
    { table: "survival" },
    { section: { heading: "Relapse", paragraphs: [] } },
  ]);
  assert.deepEqual(ownParts(OLDER), ["sensitivity", "published", "protocol", "downloads", "compare"]);
});

test("a part of a study that is named as one that every run has keeps an address of its own", () => {
  const parts = ["published", "outcome"].map((id) => ({ id, title: id, blocks: [] }));
  assert.deepEqual(
    reportParts({ ...OLDER, parts }, "Report").map(({ key }) => key),
    ["part-published", "outcome"],
  );
});

test("a study without a paper or assumptions to vary has no such parts", () => {
  assert.deepEqual(ownParts({ ...OLDER, varies: false, printed: false }), ["protocol", "downloads", "compare"]);
});
