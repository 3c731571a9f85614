import type { Protocol } from "@osteon/protocol";
import { pText, type Reading } from "../study/read-results.ts";
import { type PageRow, type PageTable, plain, shown } from "./page-table.ts";

/** Predictors of arthritis. */
export function predictorTable(reading: Reading, protocol: Protocol): PageTable {
  return {
    id: "predictors",
    title: "Predictors of arthritis",
    heads: ["", "Without", "With", "Test", "p"],
    rows: [
      rankSumRow(reading, protocol, "delay-and-arthritis", "Delay in diagnosis, days (median), distant arthritis"),
      rankSumRow(reading, protocol, "lesions-and-arthritis", "Lesions (median), distant arthritis"),
      {
        label: "HLA-B27 positive and any arthritis: odds ratio",
        cells: [
          plain(""),
          shown(reading.text("hla-b27-and-arthritis.all.odds-ratio", 2), "hla-b27-and-arthritis.all.odds-ratio"),
          plain("Fisher's exact"),
          shown(pText(reading.value("hla-b27-and-arthritis.all.fisher-p")), "hla-b27-and-arthritis.all.fisher-p"),
        ],
      },
    ],
    notes: [
      "The paper describes these children and tests nothing; the tests are named beforehand in the protocol and are exploratory.",
    ],
  };
}

function rankSumRow(reading: Reading, _protocol: Protocol, id: string, label: string): PageRow {
  return {
    label,
    cells: [
      shown(reading.text(`${id}.all.median-0`), `${id}.all.median-0`),
      shown(reading.text(`${id}.all.median-1`), `${id}.all.median-1`),
      plain("Wilcoxon-Mann-Whitney"),
      shown(pText(reading.value(`${id}.all.p`)), `${id}.all.p`),
    ],
  };
}

const MARKERS = [
  ["leukocytes", "Leukocytes"],
  ["crp", "CRP"],
  ["esr", "ESR"],
] as const;

/** "The level of inflammatory markers did not correlate with clinical signs of inflammation, fever, or the number of lesions." */
export function markerTable(reading: Reading): PageTable {
  const p = (id: string) => shown(pText(reading.value(`${id}.all.p`)), `${id}.all.p`);
  return {
    id: "markers",
    title: "Inflammatory markers against clinical signs",
    heads: ["", "Local signs: p", "Fever: p", "Lesions: rho", "Lesions: p"],
    rows: MARKERS.map(([marker, label]) => ({
      label,
      cells: [
        p(`${marker}-and-local-inflammation`),
        p(`${marker}-and-fever`),
        shown(reading.text(`${marker}-and-lesions.all.rho`, 2), `${marker}-and-lesions.all.rho`),
        p(`${marker}-and-lesions`),
      ],
    })),
    notes: ["Signs and fever: Wilcoxon-Mann-Whitney; lesions: Spearman's rank correlation."],
  };
}

/** Antibiotics before and from 2008, by every test that the paper may have meant. */
export function antibioticTable(reading: Reading): PageTable {
  const group = (id: string, label: string): PageRow => ({
    label,
    cells: [
      shown(
        `${reading.text(`${id}.all.n`)}/${reading.text(`${id}.all.N`)} (${reading.text(`${id}.all.percent`, 0, 1, " %")})`,
        `${id}.all.n`,
      ),
      shown(reading.span(`${id}.all.wilson-lower`, `${id}.all.wilson-upper`, 0, 1, " %"), `${id}.all.wilson-lower`),
      shown(
        reading.span(`${id}.all.clopper-pearson-lower`, `${id}.all.clopper-pearson-upper`, 0, 1, " %"),
        `${id}.all.clopper-pearson-lower`,
      ),
    ],
  });
  const test = (statistic: string, label: string): PageRow => {
    const id = `antibiotics-by-era.all.${statistic}`;
    return {
      label,
      cells: [shown(reading.value(id) === null ? "NE" : `p = ${reading.text(id, 6)}`, id), plain(""), plain("")],
    };
  };
  return {
    id: "antibiotics",
    title: "Antibiotics before and from 2008",
    heads: ["", "Children", "Wilson limits", "Clopper-Pearson limits"],
    rows: [
      group("antibiotics-early", "Diagnosed up to 2007"),
      group("antibiotics-late", "Diagnosed from 2008 on"),
      test("chi-square-p", "Chi-square without correction"),
      test("chi-square-corrected-p", "Chi-square with Yates' correction"),
      test("fisher-p", "Fisher's exact test"),
    ],
    notes: [],
  };
}

/** Sensitivity and specificity of the clinical score. */
export function scoreTable(reading: Reading, protocol: Protocol): PageTable {
  const analysis = protocol.analyses["jansson-score"];
  const cutOffs = analysis?.kind === "diagnostic" ? analysis.cutOffs : [];
  const percent = (name: string): readonly ReturnType<typeof shown>[] => {
    const id = `jansson-score.all.${name}`;
    const limits = (kind: string) => reading.span(`${id}${kind}-lower`, `${id}${kind}-upper`, 0, 100, " %");
    return [
      shown(reading.text(id, 0, 100, " %"), id),
      shown(limits(""), `${id}-lower`),
      shown(limits("-clopper-pearson"), `${id}-clopper-pearson-lower`),
    ];
  };
  const area = "jansson-score.all.roc-area";
  return {
    id: "score",
    title: "Jansson score: children with CNO against bacterial osteomyelitis",
    heads: ["", "Estimate", "Wilson limits", "Clopper-Pearson limits"],
    rows: [
      ...cutOffs.flatMap((cutOff) => [
        { label: `Sensitivity at ${cutOff}`, cells: percent(`sensitivity-${cutOff}`) },
        { label: `Specificity at ${cutOff}`, cells: percent(`specificity-${cutOff}`) },
      ]),
      {
        label: "Area under the ROC curve (DeLong limits)",
        cells: [
          shown(reading.text(area, 3), area),
          shown(reading.span(`${area}-lower`, `${area}-upper`, 3), `${area}-lower`),
          plain(""),
        ],
      },
    ],
    notes: [`Scores not complete: ${reading.text("jansson-score.all.missing")}.`],
  };
}
