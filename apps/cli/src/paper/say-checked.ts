import { type Binding, type BoundNumber, type CheckedPaper, type Finding, summary } from "@osteon/paper";
import { bold, dim, green, red, say, yellow } from "../terminal/say.ts";

const MARKS = { impossible: red("✗"), inconsistent: yellow("≠"), query: dim("?") } as const;
const HEADS = {
  impossible: "Impossible: arithmetic alone excludes it",
  inconsistent: "Inconsistent: two places exclude each other",
  query: "Queries: a reader must decide",
} as const;

/** Findings by certainty, each with its places, what is recomputed and what would be consistent. */
export function sayChecked(name: string, { findings, claims, roundingRule }: CheckedPaper): void {
  for (const [kind, head] of Object.entries(HEADS) as [Finding["class"], string][]) {
    const here = findings.filter((finding) => finding.class === kind);
    if (here.length === 0) continue;
    say(bold(head));
    for (const finding of here) sayFinding(finding);
    say();
  }
  const rule = roundingRule === "unknown" ? "no rounding rule shows" : `percentages are rounded ${roundingRule}`;
  say(`${name}: ${claims.length} claims read, ${rule}. ${summary(findings)}`);
}

function sayFinding({ class: kind, says, quotes, consistentValues, cause }: Finding): void {
  say(`  ${MARKS[kind]} ${says}`);
  for (const { text, section, line } of quotes)
    say(`      ${dim(`line ${line}${section === "" ? "" : `, ${section}`}:`)} «${text}»`);
  if (consistentValues.length > 0) say(`      ${dim("→")} ${consistentValues.join("; ")}`);
  if (cause !== "") say(`      ${dim(cause)}`);
}

const SAYS = {
  "rounded-wrongly": "rounded wrongly",
  stale: "of an older freeze",
  "not-found": "not what the results say",
} as const;

/** Numbers that the results do not bear out, and those that nothing tells what they are. */
export function sayBound({ numbers, unmatched }: Binding): void {
  const wrong = numbers.filter(({ status }) => status !== "equal");
  say(`\n${bold("Against the results")}`);
  for (const one of wrong) sayNumber(one);
  if (unmatched.length > 0) {
    say(`  ${unmatched.length} numbers bound to no result:`);
    for (const { printed, quote, line } of unmatched)
      say(`    ${dim(`line ${line}:`)} ${printed} ${dim(`«${quote}»`)}`);
  }
  const equal = numbers.length - wrong.length;
  say(
    `  ${equal === numbers.length ? green("=") : ""} ${equal} of ${numbers.length + unmatched.length} numbers equal, ${wrong.length} not, ${unmatched.length} not bound.`,
  );
}

function sayNumber({ status, printed, expected, result, quote, line }: BoundNumber): void {
  if (status === "equal") return;
  const should = expected === undefined ? "" : `, the results say ${expected}`;
  say(`  ${red("≠")} ${printed} is ${SAYS[status]}${should}${result === undefined ? "" : dim(` [${result}]`)}`);
  say(`      ${dim(`line ${line}:`)} «${quote}»`);
}
