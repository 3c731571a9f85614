import type { Row } from "@osteon/engine";
import type { Chart } from "../../../packages/cno/reference/chart.ts";
import { interpretCno } from "../../../packages/cno/reference/interpret.ts";
import { lineRadiologies } from "../../../packages/cno/reference/line-radiology.ts";
import { lineProfiles, patientLines } from "./patient-lines.ts";
import { patientProfiles } from "./patient-profile.ts";
import { radiologies } from "./radiology.ts";
import type { ReadProtocol } from "./read-protocol.ts";
import { relapseFree } from "./relapse-free.ts";
import { spinesAfterOneYear } from "./spine-after-one-year.ts";
import { patientStrata } from "./strata.ts";

/** The rows that each model of this study, and each that it shares with others, must give for one chart. */
export const interpret = (chart: Chart, protocol: ReadProtocol): Readonly<Record<string, readonly Row[]>> => ({
  ...interpretCno(chart, protocol),
  patient_stratum: patientStrata(chart, protocol),
  patient_line: patientLines(chart, protocol),
  spine_after_one_year: spinesAfterOneYear(chart, protocol),
  line_profile: lineProfiles(chart, protocol),
  patient_profile: patientProfiles(chart, protocol),
  line_radiology: lineRadiologies(chart, protocol),
  radiology: radiologies(chart, protocol),
  relapse_free: relapseFree(chart, protocol),
});
