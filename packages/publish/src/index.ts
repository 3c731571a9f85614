export * from "./figures/flow-figure.ts";
export * from "./figures/kaplan-meier-figure.ts";
export * from "./figures/proportion-figure.ts";
export * from "./figures/response-figure.ts";
export * from "./figures/specification-figure.ts";
export * from "./figures/stacked-share-figure.ts";
export { type StudyFigure, studyFigures } from "./study/study-figures.ts";
export { CLINICAL_STATES, RADIOLOGICAL_STATES } from "./svg/palette.ts";
