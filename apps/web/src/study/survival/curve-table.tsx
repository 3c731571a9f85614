import { useFormat } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import { STUDY_WORDS } from "../study-words.ts";
import type { Curve } from "./curves.ts";

interface Parts {
  readonly curves: readonly Curve[];
  readonly onOpen: (group: string, day: number) => void;
}

/** The same as the drawing: every step with its numbers. */
export function CurveTable({ curves, onOpen }: Parts) {
  const says = useWords(STUDY_WORDS);
  const format = useFormat();
  return (
    <div className="scrolls">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{says.group}</th>
            {[says.months, says.atRisk, says.events, says.censored, says.free, says.limits].map((head) => (
              <th scope="col" key={head} className="number">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {curves.flatMap(({ group, steps }) =>
            steps.map(({ day, month, atRisk, events, censored, survival, lower, upper }) => (
              <tr key={`${group} ${day}`}>
                <th scope="row">{group}</th>
                <td className="number">{format.number(month, 1)}</td>
                <td className="number">{atRisk}</td>
                <td className="number">
                  {events === 0 ? (
                    0
                  ) : (
                    <button type="button" className="number-link" onClick={() => onOpen(group, day)}>
                      {events}
                    </button>
                  )}
                </td>
                <td className="number">{censored}</td>
                <td className="number">{format.percent(survival, 1)}</td>
                <td className="number">
                  {lower === null || upper === null ? "–" : `${format.percent(lower, 1)} – ${format.percent(upper, 1)}`}
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  );
}
