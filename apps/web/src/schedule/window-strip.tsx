import type { VisitWindow } from "@osteon/api";
import { MARK_SHAPES } from "../design/mark.tsx";
import { useLanguage, useWords } from "../words/words.ts";
import { SCHEDULE_WORDS, shortLabel } from "./schedule-words.ts";
import { useWindowWords } from "./window-words.tsx";
import { daysBetween, markOf, type TimePoint } from "./windows.ts";

const [WIDTH, HEIGHT, MIDDLE, MARK] = [460, 26, 13, 10];

/** The same days stand at the same place in every strip, so that strips can be read down a column. */
const scaleOf = (timePoints: readonly TimePoint[]): ((day: number) => number) => {
  const first = Math.min(0, ...timePoints.map(({ firstDay }) => firstDay));
  const last = Math.max(1, ...timePoints.map(({ lastDay }) => lastDay));
  return (day) => MARK + ((Math.max(first, Math.min(last, day)) - first) / (last - first)) * (WIDTH - 2 * MARK);
};

interface StripParts {
  readonly windows: readonly VisitWindow[];
  readonly timePoints: readonly TimePoint[];
  readonly asOf: string;
}

/** A child's windows as bars, its visits as dots, the day of reference as a line. */
export function WindowStrip({ windows, timePoints, asOf }: StripParts) {
  const says = useWords(SCHEDULE_WORDS);
  const inWords = useWindowWords();
  const language = useLanguage();
  const x = scaleOf(timePoints);
  const pointOf = (window: VisitWindow) => timePoints.find(({ name }) => name === window.timePoint);
  const [first] = windows;
  const zeroToFirst = first === undefined ? undefined : pointOf(first)?.firstDay;
  const dayOf = (iso: string): number => daysBetween(first?.opensOn ?? iso, iso) + (zeroToFirst ?? 0);
  const today = dayOf(asOf);
  const inSight = windows.length > 0 && timePoints.some(({ lastDay }) => today <= lastDay);
  const told = windows.map((window) => `${window.label[language]}: ${says[window.state]}, ${inWords(window)}`);
  return (
    <svg className="strip" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={told.join("; ")}>
      <path d={`M${MARK} ${MIDDLE}H${WIDTH - MARK}`} className="strip-axis" />
      {windows.map((window) => {
        const point = pointOf(window);
        if (point === undefined) return null;
        const [from, to] = [x(point.firstDay), x(point.lastDay)];
        const { colour, shape } = MARK_SHAPES[markOf(window.state)];
        const at = x(window.visit === undefined ? point.targetDay : dayOf(window.visit.visitedOn));
        return (
          <g key={window.timePoint} style={{ color: colour }}>
            <rect
              className={`strip-window ${window.state}`}
              x={from + 0.75}
              y={MIDDLE - 8}
              width={Math.max(2, to - from - 1.5)}
              height={16}
              rx={3}
            />
            {window.state === "upcoming" ? null : (
              <svg
                x={at - MARK / 2}
                y={MIDDLE - MARK / 2}
                width={MARK}
                height={MARK}
                viewBox="0 0 16 16"
                aria-hidden="true"
              >
                {shape}
              </svg>
            )}
          </g>
        );
      })}
      {inSight ? <path d={`M${x(today)} 1V${HEIGHT - 1}`} className="strip-today" /> : null}
    </svg>
  );
}

/** The time points above a column of strips. */
export function StripHead({ timePoints }: Pick<StripParts, "timePoints">) {
  const language = useLanguage();
  const x = scaleOf(timePoints);
  return (
    <svg className="strip strip-head" viewBox={`0 0 ${WIDTH} 14`} aria-hidden="true">
      {timePoints.map(({ name, label, targetDay }) => (
        <text key={name} x={x(targetDay)} y={11} textAnchor="middle">
          {shortLabel(label[language])}
        </text>
      ))}
    </svg>
  );
}
