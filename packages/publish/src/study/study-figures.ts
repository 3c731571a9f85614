import type { Results } from "@osteon/estimate";
import { flowFigure } from "../figures/flow-figure.ts";
import { kaplanMeierFigure } from "../figures/kaplan-meier-figure.ts";
import { proportionFigure } from "../figures/proportion-figure.ts";
import { responseFigure } from "../figures/response-figure.ts";
import { stackedShareFigure } from "../figures/stacked-share-figure.ts";
import { antibioticInput, flowInput } from "./other-inputs.ts";
import { readResults } from "./read-results.ts";
import { radiologyInput, responseInput } from "./response-input.ts";
import { relapseFreeInput, stratumInput } from "./survival-input.ts";
import { NOT_COMPARABLE } from "./words.ts";

/** A figure of the report. `id` is also its file name. */
export interface StudyFigure {
  readonly id: string;
  readonly title: string;
  readonly caption: string;
  readonly svg: string;
}

/** Every figure of the study, from its results; what the paper printed is marked where the charts are its own. */
export function studyFigures(results: Results, isOwnCohort: boolean): readonly StudyFigure[] {
  const reading = readResults(results);
  const focality = stratumInput(reading, "relapse-free-by-focality", "Relapse-free survival by focality at diagnosis", [
    "multifocal",
    "unifocal",
  ]);
  const presentation = stratumInput(reading, "relapse-free-by-presentation", "Relapse-free survival by presentation", [
    "chronic",
    "subacute",
    "unclassified",
  ]);
  const figure = (id: string, title: string, caption: string, svg: string): StudyFigure => ({
    id,
    title,
    caption,
    svg,
  });
  return [
    figure(
      "flow",
      "Patient flow",
      "Children counted at each step; a child may stand in up to four treatment groups.",
      flowFigure(flowInput(reading)),
    ),
    figure(
      "response",
      "Clinical outcome by treatment",
      `Children in each state at 3, 6, 12 and 24 months after the start of the line. Relapse and escalation are carried forward to 24 months; children not seen are not in the bars. ${NOT_COMPARABLE}`,
      responseFigure(responseInput(reading)),
    ),
    figure(
      "kaplan-meier",
      "Relapse-free survival",
      "Kaplan-Meier estimate from diagnosis to the first relapse. At risk: just before the month; censored and events: before it; the three sum to all children.",
      kaplanMeierFigure(relapseFreeInput(reading, isOwnCohort)),
    ),
    figure("relapse-free-by-focality", focality.title, "Strata known at diagnosis.", kaplanMeierFigure(focality)),
    figure(
      "relapse-free-by-presentation",
      presentation.title,
      "Strata known at diagnosis.",
      kaplanMeierFigure(presentation),
    ),
    figure(
      "radiology",
      "Radiological response by treatment",
      `The MRI closest to one year after the start of the line. ${NOT_COMPARABLE}`,
      stackedShareFigure(radiologyInput(reading)),
    ),
    figure(
      "antibiotics",
      "Antibiotics before and from 2008",
      "Share of children first treated with antibiotics for suspected bacterial osteomyelitis.",
      proportionFigure(antibioticInput(reading, isOwnCohort)),
    ),
  ];
}
