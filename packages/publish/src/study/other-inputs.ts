import type { FlowFigure } from "../figures/flow-figure.ts";
import type { ProportionFigure } from "../figures/proportion-figure.ts";
import { childrenText } from "../prose/children-text.ts";
import type { Reading } from "./read-results.ts";

/** Antibiotic use before and from 2008, with the shares that the paper prints. */
export function antibioticInput(reading: Reading, isOwnCohort: boolean): ProportionFigure {
  const row = (analysis: string, label: string, printed: number) => ({
    label,
    counts: `${reading.text(`${analysis}.all.n`)} of ${childrenText(reading.count(`${analysis}.all.N`))}`,
    percent: reading.value(`${analysis}.all.percent`),
    lower: reading.value(`${analysis}.all.wilson-lower`),
    upper: reading.value(`${analysis}.all.wilson-upper`),
    ...(isOwnCohort ? { printed } : {}),
    result: `${analysis}.all.n`,
  });
  return {
    ...reading.said,
    name: "antibiotics",
    title: "Antibiotics before and from 2008",
    description:
      "Share of children with CNO who were first treated with antibiotics, by year of diagnosis, with 95 % Wilson limits.",
    axis: "Children first treated with antibiotics",
    rows: [row("antibiotics-early", "Diagnosed up to 2007", 70), row("antibiotics-late", "Diagnosed from 2008 on", 18)],
    note: `Dot and line: share with 95 % Wilson limits.${isOwnCohort ? " Diamond: printed in the paper." : ""}`,
  };
}

/** From charts to the groups of the analysis of response. */
export function flowInput(reading: Reading): FlowFigure {
  const { value, text } = reading;
  const n = (id: string) => value(`${id}.all.n`);
  const counted = (id: string) => ({ n: n(id), result: `${id}.all.n` });
  const known = (line: string) =>
    `${text(`response.${line}/month3.N`)} known at 3 months, ${text(`response.${line}/month12.N`)} at 12`;
  const cno = n("cno-patients");
  const control = n("control-patients");
  return {
    ...reading.said,
    name: "flow",
    title: "Patient flow",
    description:
      "From all charts to children with CNO and controls, and to the groups of treatment that response was read in.",
    charts: {
      title: "Charts",
      n: cno === null || control === null ? null : cno + control,
      lines: ["diagnosed from January 1, 2004, to December 31, 2015"],
    },
    cohort: {
      title: "Children with CNO",
      ...counted("cno-patients"),
      lines:
        value("follow-up.all.median") === null
          ? []
          : [
              `followed for a median of ${text("follow-up.all.median", 1)} years (${text("follow-up.all.minimum", 1)} to ${text("follow-up.all.maximum", 1)})`,
            ],
    },
    aside: [
      { title: "Bacterial osteomyelitis", ...counted("control-patients"), lines: ["controls for the clinical score"] },
      { title: "DMARD", ...counted("dmard"), lines: ["left out of the analysis of response"] },
    ],
    groups: [
      {
        title: "NSAID alone",
        ...counted("nsaid-alone"),
        lines: [`of ${text("nsaid.all.n")} with NSAID`, known("nsaid")],
      },
      { title: "Corticosteroids", ...counted("steroid"), lines: [known("steroid")] },
      { title: "TNF-α inhibitor", ...counted("tnf-inhibitor"), lines: [known("tnf_inhibitor")] },
      { title: "Bisphosphonate", ...counted("bisphosphonate"), lines: [known("bisphosphonate")] },
    ],
  };
}
