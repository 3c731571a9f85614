import type { ChildName } from "../api/addresses.ts";
import { useMe } from "../api/me.ts";
import { RowLink } from "../design/row-link.tsx";
import { VisitLink } from "../design/visit-link.tsx";
import { isKept } from "../frame/kept-note.tsx";
import { useBook } from "../words/codebook-words.ts";
import { useWords } from "../words/words.ts";
import { PATIENT_WORDS } from "./patient-words.ts";

/** What is entered apart from a visit most. */
const OFTEN = ["laboratory", "imaging", "treatment"];

/** What is done with a child most often, each in one click: print it, change its own data, enter something. */
export function PatientActions({ centre, patient, writes }: ChildName & { readonly writes: boolean }) {
  const says = useWords(PATIENT_WORDS);
  const book = useBook();
  const me = useMe();
  return (
    <>
      <button type="button" title={says.printHint} onClick={() => print()}>
        {says.print}
      </button>
      <RowLink centre={centre} patient={patient} table="patient" row={patient} className="button">
        {writes ? says.editChild : says.seeChild}
      </RowLink>
      {writes && !isKept(me, centre, "visit") ? (
        <VisitLink centre={centre} patient={patient} visit="new" className="button primary">
          {says.enterVisit}
        </VisitLink>
      ) : null}
      {writes
        ? OFTEN.filter((table) => !isKept(me, centre, table)).map((table) => (
            <RowLink key={table} centre={centre} patient={patient} table={table} row="new" className="button">
              + {book.one(table)}
            </RowLink>
          ))
        : null}
    </>
  );
}
