import { type ChartRow, type Charts, CODEBOOK } from "@osteon/codebook";

/** Two invented children, B-2 before A-1 so that sorting shows; every missing reason and every precision occurs. */
const ROWS: Readonly<Record<string, readonly ChartRow[]>> = {
  patient: [
    {
      patient: "B-2",
      centre: "Invented",
      cohort: "cno",
      sex: "female",
      born_on: "2000-02",
      onset_on: "2009-05",
      diagnosed_on: "2009-09-30",
      consent: "given",
      status: "alive",
      last_contact_on: "2011-01-31",
      published_before: "no",
    },
    {
      patient: "A-1",
      centre: "Invented",
      cohort: "cno",
      sex: "unknown",
      born_on: "1999-11",
      onset_on: "2009",
      diagnosed_on: "2009-09-01",
      consent: "waived",
      status: "alive",
      last_contact_on: "2010-09-01",
      published_before: "",
    },
  ],
  visit: [
    { visit: "V3", patient: "B-2", visited_on: "2009-10-01", weight_kg: "31.5", pain_nrs: "0", swelling: "yes" },
    { visit: "V10", patient: "A-1", visited_on: "2010-03-01", weight_kg: "not done", swelling: "not applicable" },
    { visit: "V2", patient: "A-1", visited_on: "2009-09-01", weight_kg: "28", pain_nrs: "7", swelling: "no" },
  ],
  laboratory: [
    {
      laboratory: "L1",
      patient: "A-1",
      visit: "V2",
      sampled_on: "2009-09-01",
      analyte: "crp",
      value: "1.69",
      unit: "mg/dL",
      upper_limit: "0.5",
    },
    {
      laboratory: "L2",
      patient: "B-2",
      sampled_on: "2009-10-01",
      analyte: "calcium",
      value: "9.8",
      unit: "mg/dL",
      lower_limit: "8.4",
      upper_limit: "10.2",
    },
    { laboratory: "L3", patient: "B-2", sampled_on: "2009-10-01", analyte: "hla_b27", finding: "negative" },
  ],
  imaging: [{ imaging: "I1", patient: "A-1", imaged_on: "2009-09-01", modality: "whole_body_mri", tirm: "yes" }],
  lesion: [{ lesion: "N1", patient: "A-1", bone: "tibia", side: "left", part: "metaphysis" }],
  lesion_observation: [{ lesion_observation: "O1", patient: "A-1", imaging: "I1", lesion: "N1", state: "active" }],
};

type Rows = typeof ROWS;

/** Charts with every table of the codebook; `change` may alter the rows of the small study first. */
export function smallCharts(change: (rows: Rows) => Rows = (rows) => rows): Charts {
  const rows = change(ROWS);
  return CODEBOOK.map(({ name }) => ({
    name,
    file: `${name}.csv`,
    rows: (rows[name] ?? []).map((cells, index) => ({ row: index + 2, cells })),
  }));
}
