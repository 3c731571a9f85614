import type { Language, Pair } from "@osteon/words";
import { flowFigure } from "../figures/flow-figure.ts";
import { kaplanMeierFigure } from "../figures/kaplan-meier-figure.ts";
import { proportionFigure } from "../figures/proportion-figure.ts";
import { responseFigure } from "../figures/response-figure.ts";
import { stackedShareFigure } from "../figures/stacked-share-figure.ts";
import { curvesInput } from "./curves-input.ts";
import { textOf } from "./fill.ts";
import { flowInput, sharesInput } from "./flow-and-shares-input.ts";
import type { FigureSpec, Outline } from "./outline.ts";
import type { Reading } from "./read-results.ts";
import { stackedBarsInput, stackedSharesInput } from "./states-input.ts";

/** A figure of the report. `id` is also its file name. */
export interface StudyFigure {
  readonly id: string;
  readonly title: string;
  readonly caption: string;
  readonly svg: string;
}

const NOT_COMPARABLE: Pair = {
  en: "The groups are not comparable: how ill a child was, and what had failed before, decided which drug it got; a child may stand in several groups, and nothing is adjusted for.",
  de: "Die Gruppen sind nicht vergleichbar: Wie krank ein Kind war und was zuvor versagt hatte, bestimmte, welches Medikament es bekam; ein Kind kann in mehreren Gruppen stehen, und für nichts ist adjustiert.",
};

/** What stands under headlines and figures that show treatments side by side; nothing where a report turns it off. */
export function warningOf({ notComparable }: Outline, language: Language): string | undefined {
  return notComparable === "" ? undefined : (notComparable ?? NOT_COMPARABLE[language]);
}

/** A figure of an outline with its numbers; what a paper printed is marked where the charts are its own. */
export function drawFigure(reading: Reading, outline: Outline, spec: FigureSpec, isOwnCohort: boolean): StudyFigure {
  const warning = spec.compares === true ? warningOf(outline, reading.language) : undefined;
  const says = textOf(reading, spec.caption);
  return {
    id: spec.id,
    title: spec.title,
    caption: warning === undefined ? says : `${says} ${warning}`,
    svg: svgOf(reading, outline, spec, isOwnCohort),
  };
}

function svgOf(reading: Reading, outline: Outline, spec: FigureSpec, isOwnCohort: boolean): string {
  switch (spec.kind) {
    case "flow":
      return flowFigure(flowInput(reading, spec));
    case "stacked-bars":
      return responseFigure(stackedBarsInput(reading, outline, spec));
    case "stacked-shares":
      return stackedShareFigure(stackedSharesInput(reading, outline, spec));
    case "kaplan-meier":
      return kaplanMeierFigure(curvesInput(reading, outline, spec, isOwnCohort));
    case "shares":
      return proportionFigure(sharesInput(reading, spec, isOwnCohort));
  }
}
