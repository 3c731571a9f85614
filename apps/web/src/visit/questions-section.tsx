import { RowLink } from "../design/row-link.tsx";
import { OneQuery } from "../entry/row-queries.tsx";
import { useRowName } from "../patient/row-name.ts";
import { useFormat } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { Section } from "./section.tsx";
import type { VisitParts } from "./visit-parts.ts";
import { VISIT_WORDS } from "./visit-words.ts";

/** Questions that are open on the child: what is said of them goes at once, and waits for no save. */
export function QuestionsSection({ standing, chart }: Pick<VisitParts, "standing" | "chart">) {
  const says = useWords(VISIT_WORDS);
  const nameOf = useRowName(chart);
  const format = useFormat();
  const { queries } = standing;
  if (queries.length === 0) return null;
  return (
    <Section name="questions" title={says.questions} told={format.number(queries.length)}>
      {queries.map((query) => {
        const row = chart.rows.find(({ table, key }) => table === query.entity && key === query.rowKey);
        return (
          <div key={query.query} className="visit-question">
            <RowLink centre={query.centre} patient={query.patient} table={query.entity} row={query.rowKey}>
              {row === undefined ? query.rowKey : nameOf(row)}
            </RowLink>
            <OneQuery query={query} />
          </div>
        );
      })}
    </Section>
  );
}
