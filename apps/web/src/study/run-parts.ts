/** The parts of a finished run, in the order in which a paper tells them; the first is shown where the address names none. */
export const RUN_PARTS = [
  "summary",
  "baseline",
  "response",
  "relapse",
  "radiology",
  "predictors",
  "sensitivity",
  "published",
  "protocol",
  "downloads",
] as const;
