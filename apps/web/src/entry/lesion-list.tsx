import type { Chart } from "@osteon/api";
import type { LesionSeen } from "../patient/lesion-states.ts";
import { LESION_WORDS, useLesionName } from "../patient/lesion-words.ts";
import { MarkSymbol } from "../skeleton/mark-symbol.tsx";
import { LESION_STATES } from "../skeleton/place.ts";
import { useFormat } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { ENTRY_WORDS } from "./entry-words.ts";
import { RemoveLesion } from "./remove-lesion.tsx";

interface Parts {
  readonly chart: Chart;
  readonly seen: readonly LesionSeen[];
  readonly readOnly: boolean;
  readonly onObserve: (one: LesionSeen, state: string) => void;
  readonly onChange: (one: LesionSeen, at: Element) => void;
}

/** The lesions of a child and how each looks on this examination: told here, changed, or taken back. */
export function LesionList({ chart, seen, readOnly, onObserve, onChange }: Parts) {
  const says = useWords(ENTRY_WORDS);
  const words = useWords(LESION_WORDS);
  const format = useFormat();
  const lesionName = useLesionName();
  return (
    <div className="scrolls">
      <table className="table lesion-list">
        <thead>
          <tr>
            <th scope="col">{words.lesion}</th>
            <th scope="col">{words.state}</th>
            {readOnly ? null : (
              <th scope="col">
                <span className="unseen">{says.change}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {seen.map((one) => (
            <tr key={one.lesion.key}>
              <th scope="row">
                {lesionName(one.lesion)}
                {one.before === undefined ? null : (
                  <span className="before quiet-text small">
                    {words.before}: <MarkSymbol state={one.before.state} /> {words[one.before.state]},{" "}
                    {format.date(one.before.imaging.cells.imaged_on)}
                  </span>
                )}
              </th>
              <td>
                {readOnly ? (
                  one.state === undefined ? (
                    words.notLooked
                  ) : (
                    words[one.state]
                  )
                ) : (
                  <select
                    aria-label={`${lesionName(one.lesion)}: ${words.state}`}
                    value={one.state ?? ""}
                    onChange={(event) => onObserve(one, event.target.value)}
                  >
                    <option value="">{words.notLooked}</option>
                    {LESION_STATES.map((state) => (
                      <option key={state} value={state}>
                        {words[state]}
                      </option>
                    ))}
                  </select>
                )}
              </td>
              {readOnly ? null : (
                <td>
                  <div className="lesion-acts">
                    <button
                      type="button"
                      className="quiet"
                      aria-label={`${says.change}: ${lesionName(one.lesion)}`}
                      onClick={(event) => onChange(one, event.currentTarget)}
                    >
                      {says.change}
                    </button>
                    <RemoveLesion chart={chart} seen={one} />
                  </div>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
