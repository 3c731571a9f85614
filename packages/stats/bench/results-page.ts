import { gigabytes, markdownTable, seconds, times } from "../../../bench/page-text.ts";
import type { Measured } from "./measure.ts";

/** One call on one axis of time, ours and R's. */
export interface Line {
  readonly n: number;
  readonly task: "survival" | "cox";
  readonly axis: "days" | "fractions";
  readonly own: Measured;
  readonly r: readonly (readonly [call: string, measured: Measured | undefined])[];
}

const TASKS = {
  survival: "Kaplan-Meier by group with log limits, and log-rank",
  cox: "Cox, Efron, 5 covariates",
} as const;
const AXES = { days: "whole days", fractions: "fractions" } as const;

/** The page: goals first, then every measurement. */
export function resultsPage(lines: readonly Line[], machine: string): string {
  const head = [
    "rows",
    "call",
    "times",
    "osteon",
    "memory",
    "plain pass",
    "R",
    "R memory",
    "coxph.fit alone",
    "agreement",
  ];
  const rows = lines.map(({ n, task, axis, own, r }) => {
    const whole = r.find(([call]) => call === task)?.[1];
    const inner = r.find(([call]) => call === "coxFit")?.[1];
    const against = (other: Measured | undefined) =>
      other === undefined ? "" : `${seconds(other.seconds)} (${times(other.seconds / own.seconds)})`;
    return [
      n.toLocaleString("en"),
      TASKS[task],
      AXES[axis],
      seconds(own.seconds),
      gigabytes(own.peak),
      `${milliseconds(own.pass)} (${times(own.seconds / own.pass)})`,
      against(whole),
      whole === undefined ? "" : gigabytes(whole.peak),
      against(inner),
      whole === undefined ? "" : digits(own.answer, whole.answer),
    ];
  });
  return `# Speed of the statistics

Written by \`npm run bench -w packages/stats -- --out bench/RESULTS.md\` on ${machine}.

Time of the call, data loaded, each in a process of its own; median of four calls after one that warms up (R: of three, of one call
beyond a million rows). Memory is the peak of the process with its data. R's calls are \`survfit(Surv(time, event) ~ group)\` with
\`survdiff\`, and \`coxph\`; \`coxph.fit\` is its optimiser without model frame, residuals and concordance, none of which ours computes
before it is asked. The plain pass adds up the columns the call reads. The last column is the agreement of the log-rank chi-square, or
of the log-likelihood, in digits.

## Goals, at the largest size

${goals(lines)
  .map(([met, text]) => `- ${met ? "met" : "**not met**"}: ${text}`)
  .join("\n")}

## Measurements

${markdownTable(head, rows)}
`;
}

const milliseconds = (value: number): string => `${(value * 1000).toPrecision(2)} ms`;

function digits(own: number, theirs: number): string {
  const distance = Math.abs(own - theirs) / Math.abs(theirs);
  return distance === 0 ? "all" : String(Math.floor(-Math.log10(distance)));
}

function goals(lines: readonly Line[]): readonly (readonly [met: boolean, text: string])[] {
  const largest = Math.max(...lines.map(({ n }) => n));
  return lines
    .filter(({ n, axis }) => n === largest && axis === "days")
    .flatMap(({ task, own, r }): readonly (readonly [boolean, string])[] => {
      const faster = (call: string, goal: number, what: string): readonly (readonly [boolean, string])[] => {
        const other = r.find(([name]) => name === call)?.[1];
        if (other === undefined) return [];
        const ratio = other.seconds / own.seconds;
        return [[ratio >= goal, `${what}: ${times(ratio)}`]];
      };
      const memory = [own.peak < 1e9, `${TASKS[task]} in under 1 GB: ${gigabytes(own.peak)}`] as const;
      if (task === "cox")
        return [
          ...faster("cox", 10, "Cox at least 10 times faster than coxph"),
          ...faster("coxFit", 1, "Cox faster than coxph.fit alone"),
          memory,
        ];
      const passes = own.seconds / own.pass;
      return [
        ...faster("survival", 100, "curves and log-rank at least 100 times faster than survfit and survdiff"),
        [passes <= 8, `curves and log-rank within 8 plain passes: ${passes.toFixed(1)}`],
        memory,
      ];
    });
}
