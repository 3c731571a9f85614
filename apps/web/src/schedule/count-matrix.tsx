import type { ScheduleSummary, WindowState } from "@osteon/api";
import { useNavigate } from "@tanstack/react-router";
import { Mark } from "../design/mark.tsx";
import { useFormat } from "../words/format.ts";
import { useLanguage, useWords } from "../words/words.ts";
import { SCHEDULE_WORDS } from "./schedule-words.ts";
import type { ScheduleSearch } from "./use-schedule.ts";
import { markOf, type TimePoint, WINDOW_STATES } from "./windows.ts";

interface Parts {
  readonly summary: ScheduleSummary;
  readonly search: ScheduleSearch;
}

/** How many windows stand where, by centre and time point; each number narrows the list beneath. */
export function CountMatrix({ summary, search }: Parts) {
  const says = useWords(SCHEDULE_WORDS);
  const language = useLanguage();
  const centres = [...new Set(summary.counts.map(({ centre }) => centre))];
  const rows = centres.length > 1 ? [undefined, ...centres] : centres;
  return (
    <div className="scrolls">
      <table className="table counts">
        <thead>
          <tr>
            <th scope="col">{says.centre}</th>
            {summary.timePoints.map(({ name, label }) => (
              <th scope="col" key={name}>
                {label[language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((centre) => (
            <tr key={centre ?? ""}>
              <th scope="row">{centre ?? says.allCentres}</th>
              {summary.timePoints.map((point) => (
                <td key={point.name}>
                  <Counts summary={summary} search={search} centre={centre} point={point} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Counts({
  summary,
  search,
  centre,
  point: { name: timePoint, label },
}: Parts & { readonly centre: string | undefined; readonly point: TimePoint }) {
  const says = useWords(SCHEDULE_WORDS);
  const language = useLanguage();
  const format = useFormat();
  const navigate = useNavigate();
  const countOf = (state: WindowState): number =>
    summary.counts
      .filter((one) => one.state === state && one.timePoint === timePoint && (centre ?? one.centre) === one.centre)
      .reduce((total, { windows }) => total + windows, 0);
  return (
    <div className="cell-counts">
      {WINDOW_STATES.map((state) => [state, countOf(state)] as const)
        .filter(([, count]) => count > 0)
        .map(([state, count]) => {
          const chosen = search.state === state && search.timePoint === timePoint && search.centre === centre;
          const wanted = chosen
            ? { state: undefined, timePoint: undefined, centre: undefined }
            : { state, timePoint, centre };
          const place = `${centre ?? says.allCentres}, ${label[language]}`;
          return (
            <button
              key={state}
              type="button"
              className={`quiet count ${state}`}
              aria-pressed={chosen}
              aria-label={`${format.number(count)} ${says[state]}, ${place}`}
              title={says[state]}
              onClick={() => void navigate({ to: ".", replace: true, search: { ...search, ...wanted } })}
            >
              <Mark kind={markOf(state)} says={says[state]} />
              {format.number(count)}
            </button>
          );
        })}
    </div>
  );
}

/** What each mark stands for. */
export function Legend() {
  const says = useWords(SCHEDULE_WORDS);
  return (
    <p className="legend small">
      {WINDOW_STATES.map((state) => (
        <span key={state}>
          <Mark kind={markOf(state)} says={says[state]} shown />
        </span>
      ))}
    </p>
  );
}
