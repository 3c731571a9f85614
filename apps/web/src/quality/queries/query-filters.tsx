import { Field } from "../../design/field.tsx";
import { useBook } from "../../words/codebook-words.ts";
import { useFormat } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import { CentreChoice } from "../centre-choice.tsx";
import { type Search, useSearchChange } from "../search.ts";
import { QUERY_WORDS } from "./query-words.ts";
import { STATES, useQuerySummary } from "./use-queries.ts";

/** State with counts, centre, field, and who asked. */
export function QueryFilters({ search }: { readonly search: Search }) {
  const says = useWords(QUERY_WORDS);
  const book = useBook();
  const format = useFormat();
  const change = useSearchChange();
  const { states, fields } = useQuerySummary(search);
  const state = search.state ?? "open";
  const all = states === undefined ? undefined : states.open + states.answered + states.closed;
  return (
    <search className="quality-filters">
      <fieldset className="field plain">
        <legend className="label">{says.state}</legend>
        <div className="choices">
          {[...STATES, "all" as const].map((one) => {
            const count = one === "all" ? all : states?.[one];
            return (
              <button
                key={one}
                type="button"
                aria-pressed={state === one}
                onClick={() => change({ state: one === "open" ? "" : one, query: "" })}
              >
                {says[one]} <span className="quiet-text number">{count === undefined ? "" : format.number(count)}</span>
              </button>
            );
          })}
        </div>
      </fieldset>
      <CentreChoice search={search} ability="query read" />
      <Field label={says.field}>
        <select value={search.about ?? ""} onChange={(event) => change({ about: event.target.value, query: "" })}>
          <option value="">{says.anyField}</option>
          {fields.map(({ entity, field, unsettled }) =>
            !field ? null : (
              <option key={`${entity}.${field}`} value={`${entity}.${field}`}>
                {book.one(entity)}: {book.label(entity, field)} ({unsettled})
              </option>
            ),
          )}
        </select>
      </Field>
      <Field label={says.raisedBy}>
        <select value={search.by ?? ""} onChange={(event) => change({ by: event.target.value, query: "" })}>
          <option value="">{says.anyone}</option>
          <option value="rule">{says.rule}</option>
          <option value="person">{says.person}</option>
        </select>
      </Field>
    </search>
  );
}
