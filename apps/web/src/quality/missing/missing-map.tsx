import type { MissingByVisit } from "@osteon/api";
import { Link } from "@tanstack/react-router";
import { type KeyboardEvent, useRef, useState } from "react";
import { useFormat } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import { type Search, withSearch } from "../search.ts";
import { type Counts, grouped, STEPS, stepOf, sumOf, visitsOf, type Wanted, wantedOf } from "./missing-map-data.ts";
import { MISSING_WORDS } from "./missing-words.ts";
import { ReasonBar } from "./reason-bar.tsx";
import { useMissingLabels } from "./use-missing-labels.ts";

interface Parts {
  readonly data: MissingByVisit;
  readonly wanted: Wanted;
  readonly search: Search;
}

interface Told {
  readonly title: string;
  readonly counts: Counts;
  readonly left: number;
  readonly top: number;
}

const STEPS_OF_KEYS: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  Home: [0, -99],
  End: [0, 99],
  PageDown: [99, 0],
  PageUp: [-99, 0],
};

/** Width of what is told about a cell, in pixels. */
const TOLD = 272;

/** Variables by time since diagnosis: each cell says and shows the share that is missing, and opens the visits behind it. */
export function MissingMap({ data, wanted, search }: Parts) {
  const says = useWords(MISSING_WORDS);
  const format = useFormat();
  const labels = useMissingLabels(data.timePoints);
  const frame = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<readonly [row: number, column: number]>([0, 0]);
  const [told, setTold] = useState<Told>();
  const groups = grouped(data.fields);
  const order = groups.flatMap(([, fields]) => fields);
  const classes: readonly (string | undefined)[] = [...data.classes.map((one) => one.class), undefined];

  const tell = (element: HTMLElement, title: string, counts: Counts) => {
    const around = frame.current?.getBoundingClientRect();
    if (around === undefined) return;
    const cell = element.getBoundingClientRect();
    const left = Math.max(0, Math.min(cell.left - around.left, around.width - TOLD));
    setTold({ title, counts, left, top: cell.bottom - around.top + 6 });
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "Escape") return setTold(undefined);
    const step = STEPS_OF_KEYS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const row = Math.max(0, Math.min(order.length - 1, at[0] + step[0]));
    const column = Math.max(0, Math.min(classes.length - 1, at[1] + step[1]));
    frame.current?.querySelector<HTMLElement>(`[data-cell="${row} ${column}"]`)?.focus();
  };

  return (
    <div className="missing-frame" ref={frame}>
      <div className="scrolls">
        <table className="missing-map">
          <caption className="unseen">{says.map}</caption>
          <thead>
            <tr>
              <th scope="col">{says.variable}</th>
              {classes.map((name) => (
                <th scope="col" key={name ?? "all"}>
                  {labels.time(name)}
                  <span className="quiet-text">{`n = ${format.number(countOfVisits(data, name))}`}</span>
                </th>
              ))}
            </tr>
          </thead>
          {groups.map(([group, fields]) => (
            <tbody key={group}>
              <tr className="missing-group">
                <th scope="rowgroup" colSpan={classes.length + 1}>
                  {says[group]}
                </th>
              </tr>
              {fields.map(({ table, field, classes: cells }) => {
                const row = order.findIndex((one) => one.field === field && one.table === table);
                const label = labels.field(table, field);
                return (
                  <tr key={field}>
                    <th scope="row">{label}</th>
                    {classes.map((name, column) => {
                      const counts = sumOf(cells.filter((cell) => name === undefined || cell.class === name));
                      const [some, all] = [wantedOf(counts, wanted), visitsOf(counts)];
                      const title = `${label} · ${labels.time(name)}`;
                      const chosen = search.field === field && search.class === name;
                      const share = all === 0 ? 0 : some / all;
                      return (
                        <td key={name ?? "all"}>
                          <Link
                            to="."
                            search={withSearch({ field, class: name })}
                            resetScroll={false}
                            data-cell={`${row} ${column}`}
                            tabIndex={at[0] === row && at[1] === column ? 0 : -1}
                            className={`missing-cell step-${stepOf(share)}`}
                            activeOptions={{ exact: true }}
                            aria-current={chosen ? "true" : undefined}
                            aria-label={`${title}: ${shareText(share, format.number)} %, ${says.of(format.number(some), format.number(all))}, ${says[wanted]}`}
                            onKeyDown={press}
                            onFocus={(event) => {
                              setAt([row, column]);
                              tell(event.currentTarget, title, counts);
                            }}
                            onBlur={() => setTold(undefined)}
                            onMouseEnter={(event) => tell(event.currentTarget, title, counts)}
                            onMouseLeave={() => setTold(undefined)}
                          >
                            {shareText(share, format.number)}
                          </Link>
                        </td>
                      );
                    })}
                  </tr>
                );
              })}
            </tbody>
          ))}
        </table>
      </div>
      <Scale />
      {told === undefined ? null : (
        <div className="missing-told" aria-hidden="true" style={{ left: told.left, top: told.top, width: TOLD }}>
          <strong>{told.title}</strong>
          <ReasonBar counts={told.counts} />
        </div>
      )}
    </div>
  );
}

/** A few of many are never told as none, nor all but a few as all. */
function shareText(share: number, number: (value: number) => string): string {
  if (share === 0) return "0";
  if (share < 0.01) return "<1";
  return share > 0.99 && share < 1 ? ">99" : number(Math.round(share * 100));
}

const countOfVisits = ({ classes }: MissingByVisit, name: string | undefined): number =>
  classes.reduce((sum, one) => (name === undefined || one.class === name ? sum + one.visits : sum), 0);

function Scale() {
  const says = useWords(MISSING_WORDS);
  const ends = [...STEPS.map((end) => Math.round(end * 100)), 100];
  return (
    <ol className="missing-scale" aria-label={says.share}>
      {ends.map((end, step) => (
        <li key={end}>
          <span className={`missing-cell step-${step}`} aria-hidden="true" />
          {step === 0 ? "0" : `≤ ${end}`} %
        </li>
      ))}
    </ol>
  );
}
