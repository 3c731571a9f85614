import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { CODEBOOK, COMMON_DATA_ELEMENTS, dictionary, fieldAt, referencePage } from "@osteon/codebook";

const ROOT = new URL("../../../", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, ROOT), "utf8");

/** Codes are given to these functions as their first argument, or stand in a problem as data; rules are data as well. */
const RAISED = /\b(?:refused|queried|fileProblem|freezeProblem|problem)\(\s*"([a-z0-9-]+)"/g;
const WRITTEN = /\bcode: "([a-z0-9-]+)",\s*severity:/g;
const codesRaised = (source: string): readonly string[] =>
  [...source.matchAll(RAISED), ...source.matchAll(WRITTEN)].map(([, code = ""]) => code);

const sources = globSync("packages/{codebook,interop,freeze,protocol}/src/**/*.ts", { cwd: ROOT }).sort();
const rules = CODEBOOK.flatMap((table) => table.rules.map(({ code }) => code));
const raised = new Set<string>([...sources.flatMap((path) => codesRaised(read(path))), ...rules]);

function undocumented(codes: Iterable<string>, page: string): readonly string[] {
  const headings = new Set([...page.matchAll(/^### (\S+)$/gm)].map(([, heading]) => heading));
  return [...codes].filter((code) => !headings.has(code));
}

describe("docs/reference", () => {
  test("shows the codebook as it is; mend with `npm run codebook`", () => {
    assert.equal(read("docs/reference/codebook.md"), referencePage());
  });

  test("explains every problem code", () => {
    assert.ok(raised.size > 40);
    assert.deepEqual(undocumented(raised, read("docs/reference/problems.md")), []);
  });

  test("would miss a code that is not explained", () => {
    assert.deepEqual(undocumented(codesRaised('return refused(\n  "brand-new", "Oh.")'), "### old\n"), ["brand-new"]);
  });

  test("explains no problem of charts that is never raised", () => {
    const headings = [...read("docs/reference/problems.md").matchAll(/^### (\S+)$/gm)].map(
      ([, heading = ""]) => heading,
    );
    const everywhere = globSync("{packages,apps}/*/src/**/*.ts", { cwd: ROOT }).map(read).join("\n");
    assert.deepEqual(
      headings.filter((code) => !everywhere.includes(`"${code}"`)),
      [],
    );
  });
});

describe("the common data elements", () => {
  test("are the sixteen of the EU, each at a field that stands, and the page shows them", () => {
    const numbers = ["1.1", "2.1", "2.2", "3.1", "3.2", "4.1", "5.1", "5.2", "6.1", "6.2", "6.3", "7.1", "7.2", "7.3"];
    assert.deepEqual(
      COMMON_DATA_ELEMENTS.map(({ number }) => number),
      [...numbers, "7.4", "8.1"],
    );
    const page = read("docs/reference/codebook.md").split("## Common data elements")[1] ?? "";
    for (const { number, element, fields } of COMMON_DATA_ELEMENTS) {
      assert.ok(fields.length > 0 && fields.every((place) => fieldAt(place).says !== ""), number);
      assert.ok(page.includes(`| ${number} |`) && page.includes(element) && page.includes(`\`${fields[0]}\``), number);
    }
    assert.throws(() => fieldAt("patient.nothing"), /no field/);
  });
});

describe("the dictionary", () => {
  test("has a row for every field", () => {
    assert.equal(dictionary().length, CODEBOOK.flatMap(({ fields }) => fields).length);
  });

  test("says all there is to know of a field", () => {
    const weight = dictionary().find(({ field }) => field === "weight_kg");
    assert.deepEqual(weight, {
      table: "visit",
      field: "weight_kg",
      says: "Body weight.",
      type: "number, at most 1 decimal",
      required: "no",
      unit: "kg",
      choices: "",
      possible: "0.5 to 250",
      plausible: "8 to 120",
      codes: "",
      choiceCodes: "",
      missing: "not done; unknown; not applicable",
      rules: "",
      since: "1",
    });
    const organism = dictionary().find(({ field }) => field === "organism");
    assert.equal(organism?.rules, "Growth needs the name of the organism.");
    const kind = dictionary().find(({ table, field }) => table === "sequela" && field === "kind");
    assert.match(kind?.choiceCodes ?? "", /^hyperostosis hpo:HP:0100774; .*vessel_compression icd10gm:I87\.1$/);
  });
});
