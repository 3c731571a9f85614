import { DAYS_PER_MONTH, isoDate } from "@osteon/codebook";
import { scaleLinear } from "d3-scale";
import { useFormat } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import { TIMELINE_WORDS } from "./timeline-words.ts";
import type { Zero } from "./zeros.ts";

interface Parts {
  readonly x: (day: number) => number;
  readonly zero: Zero | undefined;
  readonly from: number;
  readonly until: number;
  readonly height: number;
  readonly narrow: boolean;
}

/** Pixels that a month and year take. */
const DATE_WIDTH = 66;

/** Months from the chosen zero, every so many as fit, and under each the month of the calendar. */
export function TimelineAxis({ x, zero, from, until, height, narrow }: Parts) {
  const says = useWords(TIMELINE_WORDS);
  const format = useFormat();
  const origin = zero?.day ?? from;
  const months = scaleLinear(
    [(from - origin) / DAYS_PER_MONTH, (until - origin) / DAYS_PER_MONTH],
    [x(from), x(until)],
  );
  const every =
    [1, 3, 6, 12, 24, 60].find((step) => ((until - from) / DAYS_PER_MONTH / step) * DATE_WIDTH < x(until) - x(from)) ??
    120;
  const first = Math.ceil((from - origin) / DAYS_PER_MONTH / every) * every;
  const ticks: number[] = [];
  for (let month = first; month <= (until - origin) / DAYS_PER_MONTH; month += every) ticks.push(month);
  const dateOf = (month: number) => format.date(isoDate(Math.round(origin + month * DAYS_PER_MONTH)).slice(0, 7));
  return (
    <g className="axis">
      {narrow ? null : (
        <text x={x(from) - 10} y={16} textAnchor="end">
          {says.months}
        </text>
      )}
      {ticks.map((month) => {
        const at = months(month);
        // A date at an edge stays within it.
        const anchor =
          at - x(from) < DATE_WIDTH / 2 - 20 ? "start" : at > x(until) - DATE_WIDTH / 2 + 20 ? "end" : "middle";
        return (
          <g key={month} transform={`translate(${at} 0)`}>
            <line y1={37} y2={height} className={month === 0 ? "zero" : ""} />
            <text y={16} textAnchor={anchor} className={month === 0 ? "zero" : ""}>
              {month}
            </text>
            <text y={31} textAnchor={anchor} className="calendar">
              {dateOf(month)}
            </text>
          </g>
        );
      })}
    </g>
  );
}
