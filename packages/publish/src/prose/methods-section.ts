import { type Protocol, type Stated, statements } from "@osteon/protocol";
import type { Section } from "./sentence.ts";

const HEADINGS: readonly (readonly [heading: string, belongs: (path: string) => boolean])[] = [
  ["Children", (path) => path.startsWith("cohorts.")],
  ["Time points", (path) => path.startsWith("timePoints.")],
  ["Lines of treatment", (path) => path.startsWith("groups.") && !path.endsWith(".radiology")],
  [
    "Outcome",
    (path) =>
      /^rules\.(baseline|visitTie|concomitant|escalation|fever|markers|fullRemission|partialRemission|inefficacy)$/.test(
        path,
      ),
  ],
  ["Relapse", (path) => /^rules\.relapse/.test(path)],
  [
    "Imaging",
    (path) =>
      path.endsWith(".radiology") || /^rules\.(radiologicalResponse|diagnosisImaging|oneYearImaging)$/.test(path),
  ],
  ["Strata", (path) => /^rules\.(presentation|crmo|multifocal|normalBloodCount|antibioticEra)$/.test(path)],
  ["Clinical score", (path) => path === "tables.score_item" || path.startsWith("tables.score_cut_off.")],
  ["Statistics", (path) => /^rules\.(normality|rounding)$/.test(path)],
];

const STATISTICS =
  "Percentages with Wilson limits, beside them Clopper-Pearson limits; relapse-free survival by Kaplan-Meier with log-log, log and plain limits (R: survfit with conf.type), groups by the log-rank test; two by two tables by chi-square with and without correction and Fisher's exact test; ranks by Wilcoxon-Mann-Whitney and Spearman; area under the ROC curve with DeLong limits. All tests are two-sided.";

/** The methods section from the protocol's own sentences; equal sentences of several entries stand once. */
export function methodsSection(protocol: Protocol): readonly Section[] {
  const all = statements(protocol);
  return HEADINGS.map(([heading, belongs]) => {
    const says = all.filter(({ path }) => belongs(path)).map(({ stated }) => stated.says);
    const own = [...new Set(says)].join(" ");
    const more = { Statistics: STATISTICS, "Clinical score": points(protocol) }[heading];
    return { heading, paragraphs: more === undefined ? [[own]] : [[own], [more]] };
  });
}

const points = ({ tables }: Protocol): string =>
  Object.values(tables.score_item?.rows ?? {})
    .map((item) => `${item.says.replace(/\.$/, "")}: ${item.points} points.`)
    .join(" ");

/** An entry of the protocol on which the source is silent. */
export interface Assumption {
  readonly says: string;
  readonly source: string | undefined;
  /** Where the protocol states it; several where the same sentence holds for several entries. */
  readonly paths: readonly string[];
}

/** Every assumption of a protocol, each sentence once. */
export function assumptions(protocol: Protocol): readonly Assumption[] {
  const found = new Map<string, { stated: Stated; paths: string[] }>();
  for (const { path, stated } of statements(protocol)) {
    if (stated.assumption !== true) continue;
    const same = found.get(stated.says);
    if (same === undefined) found.set(stated.says, { stated, paths: [path] });
    else same.paths.push(path);
  }
  return [...found.values()].map(({ stated: { says, source }, paths }) => ({ says, source, paths }));
}
