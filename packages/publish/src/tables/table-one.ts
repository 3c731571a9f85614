import type { Protocol } from "@osteon/protocol";
import { pText, type Reading } from "../study/read-results.ts";
import { type PageCell, type PageRow, type PageTable, plain, shown } from "./page-table.ts";

/** Sections of Table 1: analyses in the order of the paper; percentages or numbers follow from the analysis. */
const SECTIONS: readonly (readonly [string, readonly string[]])[] = [
  ["Demographic characteristics", ["age-at-onset", "age-at-diagnosis", "delay"]],
  [
    "Clinical characteristics",
    [
      "painful-sites",
      "local-inflammation",
      "loss-of-function",
      "fever",
      "arthritis",
      "arthritis-distant",
      "bowel-disease",
      "pustulosis",
      "sequelae",
    ],
  ],
  ["Radiological characteristics", ["lesion-count", "unifocal"]],
  ["Inflammation markers", ["leukocytes", "thrombocytes", "neutrophils", "lymphocytes", "monocytes", "crp", "esr"]],
  ["HLA-B27 and autoantibodies", ["hla-b27", "ana"]],
];

/** Table 1 with the presentation that the protocol's normality rule chooses. */
export function tableOne(reading: Reading, protocol: Protocol): PageTable {
  const rows = SECTIONS.flatMap(([heading, analyses]) => [
    { label: heading, cells: [] },
    ...(heading === "Demographic characteristics" ? [sexRow(reading)] : []),
    ...analyses.map((id) => rowOf(reading, protocol, id)),
  ]);
  return {
    id: "table-1",
    title: `Baseline characteristics of children with CNO (n = ${reading.text("cno-patients.all.n")})`,
    heads: ["Variable", "Value", "95 % limits", "Known"],
    rows,
    notes: [
      `Mean ± SD or median (range) as the protocol's rule says: ${protocol.rules.normality?.says}`,
      "Limits of shares: Wilson. Known: children in whom the variable is known.",
    ],
  };
}

function sexRow(reading: Reading): PageRow {
  const text = `${reading.text("sex.all.female")}/${reading.text("sex.all.male")}`;
  return {
    label: "Female/male",
    level: 1,
    cells: [shown(text, "sex.all.female"), plain(""), shown(reading.text("sex.all.N"), "sex.all.N")],
  };
}

function rowOf(reading: Reading, protocol: Protocol, id: string): PageRow {
  const analysis = protocol.analyses[id];
  if (analysis?.kind === "continuous") {
    const label = analysis.unit === "" ? analysis.title : `${analysis.title}, ${analysis.unit}`;
    const normal = reading.value(`${id}.all.normal`) === 1;
    const { text } = normal ? meanSd(reading, id, analysis.decimals) : medianRange(reading, id, analysis.decimals);
    return {
      label: `${label}, ${normal ? "mean ± SD" : "median (range)"}`,
      level: 1,
      cells: [
        shown(text, normal ? `${id}.all.mean` : `${id}.all.median`),
        plain(""),
        shown(reading.text(`${id}.all.n`), `${id}.all.n`),
      ],
    };
  }
  const limits = reading.span(`${id}.all.wilson-lower`, `${id}.all.wilson-upper`, 0, 1, " %");
  return {
    label: `${analysis?.title ?? id}, n (%)`,
    level: 1,
    cells: [
      shown(`${reading.text(`${id}.all.n`)} (${reading.text(`${id}.all.percent`)})`, `${id}.all.n`),
      shown(limits, `${id}.all.wilson-lower`),
      shown(reading.text(`${id}.all.N`), `${id}.all.N`),
    ],
  };
}

const meanSd = (reading: Reading, id: string, decimals: number): PageCell =>
  plain(
    reading.value(`${id}.all.sd`) === null
      ? reading.text(`${id}.all.mean`, decimals)
      : `${reading.text(`${id}.all.mean`, decimals)} ± ${reading.text(`${id}.all.sd`, decimals)}`,
  );

const medianRange = (reading: Reading, id: string, decimals: number): PageCell =>
  plain(
    reading.value(`${id}.all.median`) === null
      ? "NE"
      : `${reading.text(`${id}.all.median`, decimals)} (${reading.span(`${id}.all.minimum`, `${id}.all.maximum`, decimals)})`,
  );

/** What each of three normality rules would print, variable by variable; rows where they differ are marked. */
export function normalityTable(reading: Reading, protocol: Protocol): PageTable {
  const variables = SECTIONS.flatMap(([, analyses]) => analyses).filter(
    (id) => protocol.analyses[id]?.kind === "continuous",
  );
  return {
    id: "normality",
    title: "Normality tests, and what each rule would print",
    heads: [
      "Variable",
      "Mean ± SD",
      "Median (range)",
      "KS (SPSS 21) p",
      "Lilliefors p",
      "Shapiro-Wilk p",
      "Rules agree?",
    ],
    rows: variables.map((id) => normalityRow(reading, protocol, id)),
    notes: [
      "KS: Kolmogorov-Smirnov with estimated mean and SD and without correction, as SPSS 21 printed it; its p is too large. Lilliefors: the same distance, corrected; p above 0.1 is given as 0.10.",
      "A rule keeps mean ± SD where its p is at least 0.05.",
    ],
  };
}

function normalityRow(reading: Reading, protocol: Protocol, id: string): PageRow {
  const analysis = protocol.analyses[id];
  const decimals = analysis?.kind === "continuous" ? analysis.decimals : 1;
  const choices = ["kolmogorov-smirnov", "lilliefors", "shapiro-wilk"].map((rule) =>
    reading.value(`${id}.all.normal-by-${rule}`),
  );
  const agree = choices.every((choice) => choice === choices[0]);
  const p = (statistic: string) => shown(pText(reading.value(`${id}.all.${statistic}`)), `${id}.all.${statistic}`);
  return {
    label: analysis?.title ?? id,
    cells: [
      shown(meanSd(reading, id, decimals).text, `${id}.all.mean`),
      shown(medianRange(reading, id, decimals).text, `${id}.all.median`),
      p("ks-p"),
      p("lilliefors-p"),
      p("shapiro-wilk-p"),
      plain(agree ? "yes" : "no: it would change"),
    ],
  };
}
