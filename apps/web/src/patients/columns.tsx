import type { PatientLine } from "@osteon/api";
import type { ReactNode } from "react";
import { store, stored } from "../frame/device-store.ts";
import { useBook } from "../words/codebook-words.ts";
import { useFormat } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { PATIENTS_WORDS } from "./patients-words.ts";

/** A column that can be chosen; the pseudonym always stands first. */
export interface Column {
  readonly name: string;
  readonly title: string;
  readonly number?: true;
  /** What the server calls the order by this column; without it the list cannot be sorted by it. */
  readonly sort?: string;
  /** Whether the largest is looked for first. */
  readonly falling?: boolean;
  readonly cell: (line: PatientLine) => ReactNode;
}

const USUAL = [
  "centre",
  "sex",
  "bornOn",
  "diagnosedOn",
  "lesions",
  "drugs",
  "lastVisitOn",
  "visits",
  "drafts",
  "queries",
];
const PLACE = "osteon.patient-columns";

export function chosenColumns(): readonly string[] {
  const kept = stored(PLACE);
  if (kept === undefined) return USUAL;
  // Drafts and queries were one column once.
  return kept.split(" ").flatMap((name) => (name === "open" ? ["drafts", "queries"] : [name]));
}

export function keepColumns(columns: readonly string[]): void {
  store(PLACE, columns.join(" "));
}

/** Every column of the list, in the language of the page. */
export function useColumns(): readonly Column[] {
  const says = useWords(PATIENTS_WORDS);
  const book = useBook();
  const format = useFormat();
  const own = (name: string, field: string, of: (line: PatientLine) => string): Column => ({
    name,
    sort: name,
    title: book.label("patient", field),
    cell: (line) => book.cell("patient", field, of(line)),
  });
  // What waits stands first, where no long word pushes it out of sight.
  return [
    {
      name: "drafts",
      sort: "drafts",
      falling: true,
      title: says.draftsTitle,
      cell: (line) => (line.drafts > 0 ? <span className="chip warn">{says.drafts(line.drafts)}</span> : null),
    },
    {
      name: "queries",
      sort: "openQueries",
      falling: true,
      title: says.queriesTitle,
      cell: (line) =>
        line.openQueries > 0 ? <span className="chip accent">{says.queries(line.openQueries)}</span> : null,
    },
    own("centre", "centre", (line) => line.centre),
    {
      name: "cohort",
      sort: "cohort",
      title: says.disease,
      cell: (line) => (line.cohort === "cno" ? "CNO" : book.cell("patient", "cohort", line.cohort)),
    },
    own("sex", "sex", (line) => line.sex),
    own("bornOn", "born_on", (line) => line.bornOn),
    own("diagnosedOn", "diagnosed_on", (line) => line.diagnosedOn),
    {
      name: "lesions",
      sort: "lesions",
      falling: true,
      title: book.many("lesion"),
      number: true,
      cell: (line) => line.lesions ?? says.kept,
    },
    {
      name: "drugs",
      title: says.drugs,
      cell: (line) => line.drugs?.map((drug) => book.cell("treatment", "drug", drug)).join(", ") ?? says.kept,
    },
    {
      name: "lastVisitOn",
      sort: "lastVisitOn",
      falling: true,
      title: says.lastVisit,
      cell: (line) => format.date(line.lastVisitOn),
    },
    {
      name: "visits",
      sort: "visits",
      falling: true,
      title: book.many("visit"),
      number: true,
      cell: (line) => line.visits,
    },
  ];
}
