/** How models read a table of the chart as facts of a child. */
export interface ChartReading {
  readonly table: string;
  /** The day of a row, as SQL; nothing where what it says holds for the child as such. */
  readonly day?: string;
  /** Tables joined for the day, as SQL. */
  readonly joins?: string;
  /**
   * What it means that a chart has no row: the thing is not there, or nothing is known of it; of lesions, that there is none where
   * the child was imaged.
   */
  readonly absent: "not-met" | "unknown" | "unless-imaged";
}

/** Each table of which fields may be chosen; lesions and laboratory results are read in models of their own. */
export const CHART_READINGS: readonly ChartReading[] = [
  { table: "patient", absent: "unknown" },
  { table: "visit", day: "visit.visited_epoch_day", absent: "unknown" },
  { table: "culture", day: "culture.sampled_epoch_day", absent: "not-met" },
  { table: "biopsy", day: "biopsy.taken_epoch_day", absent: "not-met" },
  { table: "imaging", day: "imaging.imaged_epoch_day", absent: "not-met" },
  {
    table: "lesion_observation",
    day: "imaging.imaged_epoch_day",
    joins: "INNER JOIN imaging ON imaging.imaging_no = lesion_observation.imaging_no",
    absent: "unless-imaged",
  },
  { table: "treatment", day: "treatment.started_epoch_day", absent: "not-met" },
  { table: "course", day: "course.given_epoch_day", absent: "not-met" },
  { table: "antibiotic", day: "antibiotic.started_epoch_day", absent: "not-met" },
  { table: "adverse_effect", day: "adverse_effect.noticed_epoch_day", absent: "not-met" },
  { table: "manifestation", day: "manifestation.noticed_epoch_day", absent: "not-met" },
  {
    table: "joint",
    day: "manifestation.noticed_epoch_day",
    joins: "INNER JOIN manifestation ON manifestation.manifestation_no = joint.manifestation_no",
    absent: "not-met",
  },
  { table: "sequela", day: "sequela.noticed_epoch_day", absent: "not-met" },
  { table: "relapse", day: "relapse.noticed_epoch_day", absent: "not-met" },
];
