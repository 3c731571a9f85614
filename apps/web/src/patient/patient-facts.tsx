import type { Chart } from "@osteon/api";
import type { ChartRow } from "@osteon/codebook";
import { useBook } from "../words/codebook-words.ts";
import { useFormat } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { useAge } from "./age.ts";
import { dayOf, ownRow } from "./chart-rows.ts";
import { PATIENT_WORDS } from "./patient-words.ts";

/** The field that keeps a child out of studies; undefined where none does. */
const leftOutOf = ({ consent, status }: ChartRow): "consent" | "status" | undefined =>
  consent === "withdrawn" ? "consent" : status === "opted_out" ? "status" : undefined;

/** Who a child is, in one line: sex, age at diagnosis, disease, centre, follow-up, locks, and whether studies leave it out. */
export function PatientFacts({ chart }: { readonly chart: Chart }) {
  const says = useWords(PATIENT_WORDS);
  const book = useBook();
  const format = useFormat();
  const row = ownRow(chart);
  const cells = row?.cells ?? {};
  const then = useAge(chart)(dayOf(cells.diagnosed_on));
  const leftOut = leftOutOf(cells);
  const facts = [
    book.cell("patient", "cohort", cells.cohort ?? ""),
    book.cell("patient", "sex", cells.sex ?? ""),
    then === undefined ? "" : `${then} ${says.atDiagnosis}`,
    cells.diagnosed_on ? `${says.diagnosed} ${format.date(cells.diagnosed_on)}` : "",
    chart.centre,
    cells.last_contact_on ? `${says.followed} ${format.date(cells.last_contact_on)}` : "",
  ].filter((fact) => fact !== "");
  return (
    <span>
      <span className="facts-in-line">
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </span>{" "}
      {row?.status === "draft" ? <span className="chip warn">{says.draft}</span> : null}{" "}
      {chart.locks.some(({ scope }) => scope !== "visit") ? <span className="chip bad">{says.locked}</span> : null}{" "}
      {cells.status === "dead" || cells.status === "lost" ? (
        <span className="chip">{book.cell("patient", "status", cells.status)}</span>
      ) : null}{" "}
      {leftOut === undefined ? null : (
        <span className="chip bad">
          {says.leftOut(book.label("patient", leftOut), book.cell("patient", leftOut, cells[leftOut] ?? ""))}
        </span>
      )}
    </span>
  );
}
