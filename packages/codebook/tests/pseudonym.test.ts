import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { patternExample, patternFaults, patternFits, pseudonymFaults } from "@osteon/codebook";

const codeOf = (pseudonym: string, pattern?: string): string => pseudonymFaults(pseudonym, pattern)[0]?.code ?? "fits";

describe("a pseudonym without a centre's pattern", () => {
  test("holds no name, however it is written", () => {
    const names = [
      "Maria Schmidt",
      "maria schmidt",
      "MARIA SCHMIDT",
      "Schmidt, Maria",
      "Schmidt,M",
      "M. Schmidt",
      "Schmidt M",
      "von der Heide",
      "Maria",
      "Özlem",
      "O'Neil",
      "Anna-Lena",
      "maria_schmidt",
      "schmidt.maria",
      "MariaSchmidt",
      "Maria_Schmidt_2010",
      "Schmidt 12.5.2010",
      "Maria\u00a0Schmidt",
      "Łukasz Żak",
    ];
    assert.deepEqual(
      names.filter((name) => codeOf(name) !== "looks-like-a-name"),
      [],
    );
  });

  test("may be letters and digits, in many ways of writing", () => {
    const sound = [
      "DD-001",
      "dd-001",
      "UL-2024-007",
      "P-A",
      "Kiel012",
      "AC_12",
      "007",
      "CNO.17",
      "N1000001",
      "DD 12",
      "X",
      "",
    ];
    assert.deepEqual(
      sound.filter((name) => codeOf(name) !== "fits"),
      [],
    );
  });

  test("is not cut, and holds nothing unseen", () => {
    assert.equal(codeOf("1".repeat(64)), "fits");
    assert.equal(codeOf("1".repeat(65)), "too-long");
    assert.equal(codeOf("DD-0\u200b01"), "unseen-letter");
    assert.equal(codeOf("DD-\n001"), "unseen-letter");
  });

  test("is no word that readers take for nothing, with a pattern of the centre neither", () => {
    for (const word of ["NA", "N/A", "na", "null", "NULL", "None", "nan", "NaN", "#N/A", "inf", "undefined"]) {
      assert.equal(codeOf(word), "key-shape", word);
      assert.equal(codeOf(word, "AA"), "key-shape", word);
      assert.match(pseudonymFaults(word, undefined)[0]?.says ?? "", /programs take for a missing value/, word);
    }
    assert.equal(codeOf("NA-1"), "fits");
  });
});

describe("a centre's pattern", () => {
  test("decides alone, and gives an example", () => {
    assert.equal(codeOf("UL-012", "UL-###"), "fits");
    for (const other of ["UL-12", "UL-0123", "ul-012", "XX-012", "", "UL-O12", "UL-٠١٢"])
      assert.equal(codeOf(other, "UL-###"), "pseudonym-pattern", other);
    assert.equal(codeOf("Kind QX", "Kind AA"), "fits");
    assert.match(pseudonymFaults("x", "UL-###")[0]?.fix ?? "", /Such as UL-001\.$/);
  });

  test("knows digits, capitals, and letters that stand for themselves", () => {
    assert.ok(patternFits("A##", "B07"));
    assert.ok(!patternFits("\\A##", "B07"));
    assert.ok(patternFits("\\A##", "A07"));
    assert.ok(patternFits("a.#", "a.7") && !patternFits("a.#", "ab7"));
    for (const pattern of ["UL-###", "AA-#-##", "\\A#", "K\\#-##"])
      assert.ok(patternFits(pattern, patternExample(pattern)), `${pattern} ${patternExample(pattern)}`);
  });

  test("must tell children apart and fit into an address", () => {
    for (const sound of ["UL-###", "A", "Kind ##"]) assert.deepEqual(patternFaults(sound), [], sound);
    for (const unfit of ["", "UL", "UL-### ", "UL/##", "#".repeat(65), "\\#"])
      assert.equal(patternFaults(unfit)[0]?.code, "pattern-unfit", unfit);
  });
});
