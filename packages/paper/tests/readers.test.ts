import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { annotatedHtml, checkPaper, readPaper, wordingsOf } from "../src/index.ts";
import { madeDocx, madePdf, wordParagraph, wordTable } from "./made-files.ts";

const ROWS = [
  ["Variable, n (%)", "Children (n = 56)"],
  ["Fever", "6 (11)"],
  ["Boys, n/N", "6/8 (71)"],
];
const SENTENCE = "Fever was present in 6/8 (71 %) children and arthritis in 7/8 (88 %).";
const bytes = (text: string) => new TextEncoder().encode(text);
const markdown = `# Results\n\n${SENTENCE}\n\nTable 1. Features\n\n${ROWS.map((row) => `| ${row.join(" | ")} |`).join("\n|---|---|\n")}\n`;
const html = `<html><body><h1>Results</h1><script>6/8 (72 %)</script><p>Fever was <b>present</b> in 6/8&nbsp;(71&thinsp;%) children<sup>12,13</sup> and arthritis in 7/8 (88 %).</p>
<table><caption>Table 1. Features</caption>${ROWS.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table></body></html>`;
const docx = madeDocx(
  `${wordParagraph("Results")}${wordParagraph(SENTENCE)}${wordParagraph("Table 1. Features")}${wordTable(ROWS)}`,
);
const pdf = madePdf([`Results\nFever was present in 6/8 (71 %) chil-\ndren and arthritis in 7/8\n(88 %).`]);

describe("each format gives the same finding at its own line", () => {
  for (const [name, file, line, tables] of [
    ["paper.md", bytes(markdown), 3, true],
    ["paper.txt", bytes(markdown), 3, true],
    ["paper.html", bytes(html), 3, true],
    ["paper.docx", docx, 3, true],
    ["paper.pdf", pdf, 2, false],
  ] as const) {
    test(name, async () => {
      const read = await readPaper(file, name);
      assert.ok(read.ok);
      const { findings, claims } = checkPaper(read.text);
      assert.deepEqual(
        findings
          .filter(({ quotes }) => quotes[0]?.line === line)
          .map(({ class: kind, recomputed }) => [kind, recomputed]),
        [["impossible", "6/8 = 75 %"]],
      );
      assert.ok(claims.some(({ value }) => value === "7/8, 88 %"));
      assert.equal(
        claims.some(({ value, section }) => value === "6/56, 11 %" && section === "Table 1"),
        tables,
      );
      assert.equal(findings.length, tables ? 2 : 1);
    });
  }

  test("Latin-1 and UTF-16 are read as they were written", async () => {
    const latin = Uint8Array.from(Buffer.from("Ergebnisse\n\nFünf von 8 Mädchen (71 %) hatten Fieber.", "latin1"));
    const wide = Uint8Array.from([
      0xff,
      0xfe,
      ...Buffer.from("Ergebnisse\n\nFünf von 8 Mädchen (71 %) hatten Fieber.", "utf16le"),
    ]);
    for (const file of [latin, wide]) {
      const read = await readPaper(file, "paper.txt");
      assert.ok(read.ok && checkPaper(read.text).findings[0]?.recomputed === "5/8 = 62.5 %");
    }
  });
});

test("a paragraph torn by a table, a column and a hyphen is mended", () => {
  const lines = [
    "Results",
    "",
    "Among the children biop-",
    "sies were taken in 6 of",
    " Table 1. Children (n = 56).",
    "",
    "Fever, n (%) 6 (11)",
    "",
    " eight (71 %) and none was infected.",
  ];
  const { findings } = checkPaper({ lines });
  assert.deepEqual(
    findings.map(({ recomputed, quotes }) => [recomputed, quotes[0]?.line]),
    [["6/8 = 75 %", 4]],
  );
});

test("the annotated page marks the words and escapes the text", async () => {
  const read = await readPaper(bytes(`Results\n\nA <b>bold</b> claim: fever in 6/8 (71 %) & more.`), "a.txt");
  assert.ok(read.ok);
  const page = annotatedHtml('"x" <y>.txt', read.text, checkPaper(read.text));
  assert.match(page, /<mark class="impossible"><a [^>]*>[^<]*6\/8 \(71 %\)/);
  assert.ok(page.includes("A &lt;b&gt;bold&lt;/b&gt; claim") || page.includes("&lt;b&gt;bold&lt;/b&gt;"));
  assert.ok(!page.includes("<b>bold"));
  assert.match(page, /<title>&quot;x&quot; &lt;y&gt;\.txt/);
});

test("wordings know the result behind each number of a report", () => {
  const row = (statistic: string, value: number) => ({
    id: `fever.all.${statistic}`,
    analysis: "fever",
    group: "all",
    statistic,
    value,
    unit: "",
  });
  const rows = [row("n", 6), row("N", 56), row("percent", 10.714), row("p", 0.00002)];
  const page =
    '<p>Fever was present in <data data-result="fever.all.n">6 of 56 (11 %)</data> children, p <data data-result="fever.all.p">&lt; 0.001</data>, on day 7.</p>';
  const [wording] = wordingsOf(["Fever was present in 6 of 56 (11 %) children, p < 0.001, on day 7."], page, rows);
  assert.deepEqual(wording?.results, ["fever.all.n", "fever.all.N", "fever.all.percent", "fever.all.p", undefined]);
});
