import { classificationTables, JANSSON_2009, JANSSON_TABLES, NBODS_2023, OUTCOME_TABLES } from "@osteon/cno";
import { calendarDay, type StudyTable } from "@osteon/protocol";

const FIRST_YEAR = 1980;
const LAST_YEAR = 2059;
const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => String(FIRST_YEAR + index));

/** Days that the calendar below knows; a child diagnosed outside of it is in no year. */
export const CALENDAR = [`${FIRST_YEAR}-01-01`, `${LAST_YEAR}-12-31`] as const;

/** Calendar years, which models join since they know days as whole numbers only. */
const YEAR: StudyTable = {
  key: "year",
  rows: Object.fromEntries(
    years.map((year) => [
      year,
      { says: `The year ${year}.`, first: calendarDay(`${year}-01-01`), last: calendarDay(`${year}-12-31`) },
    ]),
  ),
};

const visitItem = (says: string) => ({ says, atEachVisit: true }) as const;
const childItem = (says: string) => ({ says, atEachVisit: false }) as const;

/** The core items of the registry: what each visit records, and what each child has once. */
export const CORE_ITEMS = {
  pain: visitItem("Pain, recorded at the visit."),
  patient_global: visitItem("Patient global, recorded at the visit."),
  physician_global: visitItem("Physician global, recorded at the visit."),
  weight: visitItem("Weight, recorded at the visit."),
  esr: visitItem("ESR, a result read at the visit."),
  crp: visitItem("CRP, a result read at the visit."),
  chaq: visitItem("CHAQ, recorded at the visit."),
  whole_body_mri: childItem("Whole-body MRI, done around diagnosis."),
  lesion_count: childItem("Lesion count, lesions looked for on an image around diagnosis."),
  drugs: childItem(
    "Drugs, at least one in the chart; a child who was given none cannot be told from one of whom none was entered.",
  ),
} as const;

/** Scores that say of each child whether it is CNO. */
export const CLASSIFICATIONS = [JANSSON_2009, NBODS_2023] as const;

export const TABLES = {
  ...JANSSON_TABLES,
  ...OUTCOME_TABLES,
  ...classificationTables(CLASSIFICATIONS),
  year: YEAR,
  core_item: { key: "item", rows: CORE_ITEMS },
} as const;
