import { useFormat } from "../../words/format.ts";
import type { StudyWords } from "../study-words.ts";
import type { Curve } from "./curves.ts";
import { useGroupName } from "./use-group-name.ts";

interface Parts {
  readonly curves: readonly Curve[];
  readonly says: StudyWords;
  readonly onOpen: (result: string) => void;
}

/** The same as the drawing: every step with its numbers. */
export function CurveTable({ curves, says, onOpen }: Parts) {
  const format = useFormat();
  const nameOf = useGroupName();
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
          {curves.flatMap(({ group, results, steps }) =>
            steps.map(({ day, month, atRisk, events, censored, survival, lower, upper }) => (
              <tr key={`${group} ${day}`}>
                <th scope="row">{nameOf(group)}</th>
                <td className="number">{format.number(month, 1)}</td>
                <td className="number">
                  <button
                    type="button"
                    className="number-link"
                    onClick={() => onOpen(`${results}.step-at-risk@${day}`)}
                  >
                    {atRisk}
                  </button>
                </td>
                <td className="number">
                  {events === 0 ? (
                    0
                  ) : (
                    <button
                      type="button"
                      className="number-link"
                      onClick={() => onOpen(`${results}.step-events@${day}`)}
                    >
                      {events}
                    </button>
                  )}
                </td>
                <td className="number">
                  {censored === 0 ? (
                    0
                  ) : (
                    <button
                      type="button"
                      className="number-link"
                      onClick={() => onOpen(`${results}.step-censored@${day}`)}
                    >
                      {censored}
                    </button>
                  )}
                </td>
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
