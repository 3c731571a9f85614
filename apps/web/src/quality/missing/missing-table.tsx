import type { MissingByVisit } from "@osteon/api";
import { Link } from "@tanstack/react-router";
import { useFormat } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import { withSearch } from "../search.ts";
import { countOf, grouped, REASONS, visitsOf } from "./missing-map-data.ts";
import { MISSING_WORDS } from "./missing-words.ts";
import { useMissingLabels } from "./use-missing-labels.ts";

/** The same counts as a plain table: every variable, time and reason; each time opens the visits behind it. */
export function MissingTable({ data }: { readonly data: MissingByVisit }) {
  const says = useWords(MISSING_WORDS);
  const format = useFormat();
  const labels = useMissingLabels(data.timePoints);
  const fields = grouped(data.fields).flatMap(([, members]) => members);
  return (
    <section className="scrolls missing-table" aria-label={says.table}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{says.variable}</th>
            <th scope="col">{says.time}</th>
            {REASONS.map((reason) => (
              <th scope="col" key={reason} className="number">
                {says[reason]}
              </th>
            ))}
            <th scope="col" className="number">
              {says.all}
            </th>
          </tr>
        </thead>
        <tbody>
          {fields.flatMap(({ table, field, classes }) =>
            classes.map((counts) => (
              <tr key={`${field} ${counts.class}`}>
                <th scope="row">{labels.field(table, field)}</th>
                <td>
                  <Link
                    to="."
                    search={withSearch({ field, class: counts.class })}
                    resetScroll={false}
                    activeOptions={{ exact: true }}
                  >
                    {labels.time(counts.class)}
                  </Link>
                </td>
                {REASONS.map((reason) => (
                  <td key={reason} className="number">
                    {format.number(countOf(counts, reason))}
                  </td>
                ))}
                <td className="number">{format.number(visitsOf(counts))}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </section>
  );
}
