import { DAYS_PER_YEAR } from "@osteon/codebook";
import type { Chart } from "../api/shapes.ts";
import { useBook } from "../words/codebook-words.ts";
import { useFormat } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { dayOf, ownRow } from "./chart-rows.ts";
import { PATIENT_WORDS } from "./patient-words.ts";

/** Who a child is, in one line: sex, age at diagnosis, disease, centre, follow-up, locks. */
export function PatientFacts({ chart }: { readonly chart: Chart }) {
  const says = useWords(PATIENT_WORDS);
  const book = useBook();
  const format = useFormat();
  const row = ownRow(chart);
  const cells = row?.cells ?? {};
  const born = dayOf(cells.born_on);
  const diagnosed = dayOf(cells.diagnosed_on);
  const days = born === undefined || diagnosed === undefined ? undefined : diagnosed - born;
  const months = days === undefined ? 0 : Math.floor((days / DAYS_PER_YEAR) * 12);
  const facts = [
    book.cell("patient", "cohort", cells.cohort ?? ""),
    book.cell("patient", "sex", cells.sex ?? ""),
    days === undefined ? "" : `${says.age(Math.floor(months / 12), months % 12)} ${says.atDiagnosis}`,
    cells.diagnosed_on ? `${says.diagnosed} ${format.date(cells.diagnosed_on)}` : "",
    chart.centre,
    cells.last_contact_on ? `${says.followed} ${format.date(cells.last_contact_on)}` : "",
  ].filter((fact) => fact !== "");
  return (
    <span>
      {facts.join(" · ")} {row?.status === "draft" ? <span className="chip warn">{says.draft}</span> : null}{" "}
      {chart.locks.length > 0 ? <span className="chip bad">{says.locked}</span> : null}
    </span>
  );
}
