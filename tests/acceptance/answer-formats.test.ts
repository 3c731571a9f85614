import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { unzipSync } from "fflate";
import { answered, csv, type Names, refused, TE } from "../../packages/questions/tests/edge-files.ts";
import { osteon, place } from "./osteon.ts";

const people = () =>
  csv(
    "time,event,cause,arm,age",
    Array.from(
      { length: 40 },
      (_, i) =>
        `${1 + ((i * 7) % 23)},${i % 3 === 0 ? 0 : 1},${i % 3},${i % 2 ? "a|b" : "<c>"},${20 + ((i * 13) % 41)}`,
    ),
  );

const CALLS: Readonly<Record<string, (file: string) => Names>> = {
  survival: (file) => ["survival", file, ...TE, "--group", "arm", "--covariates", "age", "--times", "5,10"],
  competing: (file) => [
    "survival",
    file,
    "--time",
    "time",
    "--event",
    "cause",
    "--competing",
    "--group",
    "arm",
    "--times",
    "5",
  ],
  test: (file) => ["test", file, "--value", "age", "--group", "arm"],
  table1: (file) => ["table1", file, "--by", "arm"],
};

/** Words of a page without its marks. */
const bare = (text: string): string =>
  text
    .replaceAll(/<style>.*?<\/style>/gs, "")
    .replaceAll(/<[^>]*>/g, "\u0001")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

for (const [name, call] of Object.entries(CALLS))
  test(`${name}: every number of the terminal stands in Markdown, HTML, CSV and Word, and JSON has all its digits`, async () => {
    const words = call(people());
    const out = place(`formats-${name}`);
    mkdirSync(out);
    const said = async (...more: Names) => {
      const { out: text, code, err } = await osteon(...words, ...more);
      assert.equal(code, 0, err);
      return text;
    };
    const text = await said();
    const numbers = text.match(/\d+\.\d+/g) ?? [];
    assert.ok(numbers.length > 5, text);
    const [md, html, table] = [
      await said("--format", "md"),
      await said("--format", "html"),
      await said("--format", "csv"),
    ];
    await said("--format", "docx", "--out", out);
    const file = `${words[0] === "survival" ? "survival" : name}.docx`;
    const parts = unzipSync(readFileSync(`${out}/${file}`));
    const docx = bare(new TextDecoder().decode(parts["word/document.xml"]));
    for (const [format, found] of Object.entries({ md, html: bare(html), csv: table, docx })) {
      for (const number of numbers) assert.ok(found.includes(number), `${format} lacks ${number}`);
      assert.ok(found.replaceAll("\\", "").includes("<c>"), `${format} lacks the group <c>`);
    }
    for (const line of md.split("\n").filter((one) => one.startsWith("|")))
      assert.match(line, /^\|.*\|$/, "a bar within a cell is no border");
    assert.ok(md.includes("a\\|b"));
    assert.match(html, /^<!doctype html>/);
    assert.doesNotMatch(html, /<c>|https?:\/\/(?!www\.w3\.org)/);
    assert.deepEqual(JSON.parse(await said("--format", "json")), await answered(...words));
    const again = place(`again-${name}`);
    await said("--format", "docx", "--out", again);
    assert.deepEqual(
      readFileSync(`${again}/${file}`),
      readFileSync(`${out}/${file}`),
      "the same answer is the same bytes",
    );
  });

test("formats that cannot be had together are refused before anything is read", async () => {
  const words = ["survival", people(), ...TE];
  assert.match(await refused(2, ...words, "--format", "docx"), /name its folder with --out/);
  assert.match(await refused(2, ...words, "--json", "--format", "md"), /take one of them/);
  assert.match(await refused(2, ...words, "--r", "--format", "csv"), /--r prints a script alone/);
});

test("a reader that closes the pipe is no fault", async () => {
  const file = csv(
    "time,event",
    Array.from({ length: 3000 }, (_, i) => `${i + 0.5},${i % 2}`),
  );
  const { execFileSync } = await import("node:child_process");
  const program = new URL("../../apps/cli/bin/osteon.js", import.meta.url).pathname;
  const script = `"${process.execPath}" "${program}" survival "${file}" --time time --event event --json | head -1; echo "\${PIPESTATUS[0]}"`;
  assert.equal(execFileSync("bash", ["-c", script], { encoding: "utf8" }), "{\n0\n");
});
