import { centresOf, useMe } from "../api/me.ts";
import { Field } from "../design/field.tsx";
import { useWords } from "../words/words.ts";
import { QUALITY_WORDS } from "./quality-words.ts";
import { type Search, useSearchChange } from "./search.ts";

/** Narrows to one centre; not drawn for those who work at one alone. */
export function CentreChoice({
  search,
  ability,
}: {
  readonly search: Search;
  readonly ability: "chart read" | "query read" | "audit read";
}) {
  const says = useWords(QUALITY_WORDS);
  const change = useSearchChange();
  const centres = centresOf(useMe(), ability);
  if (centres.length < 2) return null;
  return (
    <Field label={says.centre}>
      <select value={search.centre ?? ""} onChange={(event) => change({ centre: event.target.value })}>
        <option value="">{says.allCentres}</option>
        {centres.map((centre) => (
          <option key={centre}>{centre}</option>
        ))}
      </select>
    </Field>
  );
}
