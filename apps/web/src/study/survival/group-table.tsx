import type { Clock, Result } from "@osteon/api";
import { useFormat } from "../../words/format.ts";
import { OpensNumber } from "../behind.tsx";
import type { StudyWords } from "../study-words.ts";
import { type Curve, logRankOf } from "./curves.ts";
import { useGroupName } from "./use-group-name.ts";

interface Parts {
  readonly curves: readonly Curve[];
  readonly says: StudyWords;
  readonly rows: readonly Result[];
  readonly clock: Clock;
}

/** Children, relapses and median of each group, and the test that compares them. */
export function GroupTable({ curves, says, rows, clock }: Parts) {
  const format = useFormat();
  const nameOf = useGroupName();
  const test = logRankOf(rows);
  const months = (value: number | null) => (value === null ? says.notReached : format.number(value, 1));
  return (
    <div className="scrolls">
      <table className="table group-table">
        <thead>
          <tr>
            <th scope="col">{says.group}</th>
            {[says.childrenHead, says.events, says.medianMonths, says.limits].map((head) => (
              <th scope="col" key={head} className="number">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {curves.map(({ group, results, n, events, median, medianLower, medianUpper }, place) => (
            <tr key={group}>
              <th scope="row" className={`curve-name-${place + 1}`}>
                <svg viewBox="0 0 28 8" width="28" height="8" aria-hidden="true" className="survival">
                  <g className={`curve-${place + 1}`}>
                    <path className="line" d="M0 4h28" />
                  </g>
                </svg>{" "}
                {nameOf(group)}
              </th>
              <td className="number">
                <OpensNumber result={`${results}.n`} clock={clock} text={String(n)} />
              </td>
              <td className="number">
                <OpensNumber result={`${results}.events`} clock={clock} text={String(events)} />
              </td>
              <td className="number">
                <OpensNumber result={`${results}.median`} clock={clock} text={months(median)} />
              </td>
              <td className="number">{`${months(medianLower)} – ${months(medianUpper)}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {test === undefined || test.value === null ? null : (
        <p>
          {says.logRank}{" "}
          <OpensNumber
            result={test.id}
            clock={clock}
            text={test.value < 0.001 ? `< ${format.number(0.001, 3)}` : `= ${format.number(test.value, 3)}`}
          />
        </p>
      )}
    </div>
  );
}
