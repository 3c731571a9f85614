import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { PUBLISHED } from "../../../studies/schnabel-2017/published.ts";
import { checkPaper, type Finding } from "../src/index.ts";

/** The paper is not ours to hand on; where it does not lie beside the repository, its quotations alone are checked. */
const PAPER = new URL("../../../../shared/paper/schnabel-2017.txt", import.meta.url);

/** Whether the hand-made list of the paper's contradictions holds a number with this quotation. */
const listed = (says: string): boolean => {
  const plain = says.replaceAll(/[\s-]+/g, "");
  return PUBLISHED.some(({ contradiction, quote }) => {
    const core = /\d+\/\d+, \d+%/.exec(quote)?.[0].replaceAll(/\s+/g, "");
    return contradiction !== undefined && core !== undefined && plain.includes(core);
  });
};

const sayOf = (
  { findings }: { readonly findings: readonly Finding[] },
  kind: string,
  text: RegExp,
): Finding | undefined =>
  findings.find(
    (finding) =>
      finding.kind === kind && text.test(`${finding.says} ${finding.quotes.map((quote) => quote.text).join(" ")}`),
  );

describe("the paper of the Dresden study", () => {
  const there = existsSync(PAPER);
  const checked = there ? checkPaper({ lines: readFileSync(PAPER, "utf8").split("\n") }) : undefined;

  test("has its contradictions named, with line, recomputation and cause", (context) => {
    if (checked === undefined) return context.diagnostic("the paper is not here");
    const male = sayOf(checked, "percentage", /6\/8/);
    assert.deepEqual([male?.class, male?.quotes[0]?.line, male?.recomputed], ["impossible", 364, "6/8 = 75 %"]);
    assert.equal(male?.cause, "71 % is 5/7: was the denominator 7 before?");
    assert.ok(male?.consistentValues.includes("5/7 (71 %)"));
    assert.equal(sayOf(checked, "percentage", /7\/8/)?.class, "impossible");
    assert.equal(sayOf(checked, "rounding", /5\/27/)?.class, "inconsistent");
    assert.equal(sayOf(checked, "rounding", /35\/56/)?.class, "inconsistent");
    assert.equal(sayOf(checked, "study-window", /1998/)?.quotes[0]?.line, 284);
    assert.match(
      sayOf(checked, "joint-feasibility", /70 %.*18 %/)?.consistentValues[0] ?? "",
      /^14\/20 \(70 %\) and 6\/36 \(17 %\)$/,
    );
    assert.match(sayOf(checked, "same-quantity", /47 %/)?.says ?? "", /45 %/);
    assert.match(sayOf(checked, "same-quantity", /11\.1/)?.says ?? "", /10\.8/);
    assert.match(sayOf(checked, "same-quantity", /12 \(21 %\)/)?.says ?? "", /13 \(23 %\)/);
    assert.equal(sayOf(checked, "normality", /16\.9/)?.class, "query");
    assert.equal(checked.roundingRule, "half-up");
  });

  test("has none of its true statements called impossible", (context) => {
    if (checked === undefined) return context.diagnostic("the paper is not here");
    const impossible = checked.findings.filter((finding) => finding.class === "impossible");
    assert.equal(impossible.length, 2);
    for (const { says, quotes } of impossible) assert.ok(listed(quotes[0]?.text ?? ""), says);
  });

  test("has no more than twenty findings in its four thousand words", (context) => {
    if (checked === undefined) return context.diagnostic("the paper is not here");
    assert.ok(checked.findings.length <= 20, String(checked.findings.length));
    assert.ok(checked.claims.length > 150);
  });
});

test("of the sentences that the study quotes from its paper, only listed contradictions are impossible", () => {
  const quotes = [...new Set(PUBLISHED.map(({ quote }) => quote))];
  const { findings } = checkPaper({ lines: ["Results", "", ...quotes.flatMap((quote) => [`${quote}.`, ""])] });
  const impossible = findings.filter((finding) => finding.class === "impossible");
  for (const { says, quotes: at } of impossible) assert.ok(listed(at[0]?.text ?? ""), says);
  assert.equal(impossible.length, 2);
});
