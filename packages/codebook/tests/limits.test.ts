import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { checkCharts, tableNamed, withLimits, writtenLimit } from "@osteon/codebook";
import fc from "fast-check";
import { planted } from "./good-charts.ts";

const LABORATORY = tableNamed("laboratory");

describe("a limit in place of a result", () => {
  test("is the sign that laboratories write, and what stands behind it", () => {
    const read = (text: string) => {
      const found = writtenLimit(text);
      return found && [found.comparator.code, found.limit];
    };
    assert.deepEqual(read("<0.5"), ["below", "0.5"]);
    assert.deepEqual(read(" < 0,5 "), ["below", "0,5"]);
    assert.deepEqual(read("<=5"), ["at_most", "5"]);
    assert.deepEqual(read("=<5"), ["at_most", "5"]);
    assert.deepEqual(read("≥ 200"), ["at_least", "200"]);
    assert.deepEqual(read(">1:80"), ["above", "80"]);
    for (const none of ["", "5", "-5", "<", "5 <", "unknown", "=5"]) assert.equal(read(none), undefined);
  });

  test("is two cells of its row, and of no other field", () => {
    assert.deepEqual(withLimits(LABORATORY, { value: "<0.5", unit: "mg/L" }), {
      comparator: "below",
      value: "0.5",
      unit: "mg/L",
    });
    const agreed = withLimits(LABORATORY, { comparator: "below", value: "<0.5" });
    assert.deepEqual(agreed, { comparator: "below", value: "0.5" });
    for (const untouched of [
      { comparator: "above", value: "<0.5" },
      { comparator: "", value: "0.5" },
      { comparator: "above", value: "0.5" },
      { upper_limit: "<5" },
    ])
      assert.deepEqual(withLimits(LABORATORY, untouched), untouched);
    assert.deepEqual(withLimits(tableNamed("visit"), { weight_kg: "<8" }), { weight_kg: "<8" });
  });

  test("once read is read: a second reading changes nothing", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("<", ">", "≤", ">=", "<=", "", "< <"),
        fc.constantFrom("", "0.5", "0,5", "1:80", "x"),
        fc.constantFrom("", "below", "above", "unknown"),
        (sign, number, comparator) => {
          const once = withLimits(LABORATORY, { comparator, value: `${sign}${number}` });
          assert.deepEqual(withLimits(LABORATORY, once), once);
        },
      ),
    );
  });

  test("of a laboratory is a result like others: nothing is asked about it", () => {
    for (const comparator of ["below", "at_most", "at_least", "above"])
      assert.deepEqual(checkCharts(planted("laboratory", 2, { comparator })), []);
  });

  test("and a result of that number are two results", () => {
    const twins = (comparator: string) => {
      const charts = planted("laboratory", 2, {});
      return charts.map((chart) => {
        const [first] = chart.rows;
        if (chart.name !== "laboratory" || first === undefined) return chart;
        return {
          ...chart,
          rows: [...chart.rows, { row: 99, cells: { ...first.cells, laboratory: "L99", comparator } }],
        };
      });
    };
    const codes = (comparator: string) => checkCharts(twins(comparator)).map(({ code }) => code);
    assert.deepEqual([codes(""), codes("below")], [["same-content", "same-content"], []]);
  });
});
