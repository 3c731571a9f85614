import type { Chart } from "@osteon/api";
import { keyed } from "../design/keyed.ts";
import { useProblemWords } from "../design/told.tsx";
import { useBook } from "../words/codebook-words.ts";
import { useWords } from "../words/words.ts";
import { goToPlace } from "./go-through.ts";
import { tableAt, usePlaceWords } from "./place-name.ts";
import type { PlacedProblem } from "./visit-checks.ts";
import type { VisitState } from "./visit-state.ts";
import { VISIT_WORDS } from "./visit-words.ts";

interface Parts {
  readonly problems: readonly PlacedProblem[];
  readonly chart: Chart;
  readonly state: VisitState;
}

/** What keeps the visit from being saved, on top of the page: each by name, one press away from its field. */
export function ProblemList({ problems, chart, state }: Parts) {
  const says = useWords(VISIT_WORDS);
  const book = useBook();
  const inWords = useProblemWords();
  const nameOf = usePlaceWords(chart, state);
  if (problems.length === 0) return null;
  return (
    <div className="notice bad visit-problems" role="alert" tabIndex={-1}>
      <p>
        <strong>{says.mend(problems.length)}</strong>
      </p>
      <ul className="plain">
        {keyed(problems, ({ place, problem }) => `${place} ${problem.code} ${problem.where.column ?? ""}`).map(
          ({ key, item: { place, problem } }) => {
            const { column } = problem.where;
            const label = column === undefined ? "" : book.label(tableAt(place), column);
            const name = place === "visit" ? "" : nameOf(place);
            const title = [name, label].filter((part) => part !== "").join(": ");
            return (
              <li key={key}>
                <button type="button" className="linked" onClick={() => goToPlace(place, column)}>
                  {title || nameOf(place)}
                </button>{" "}
                {inWords(problem).says} <span className="quiet-text">{inWords(problem).fix}</span>
              </li>
            );
          },
        )}
      </ul>
    </div>
  );
}
