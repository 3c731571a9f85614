import type { FollowUpPlan, FollowUpPoint } from "@osteon/codebook";
import { keyed } from "../../design/keyed.ts";
import { useFormat } from "../../words/format.ts";
import { useLanguage, useWords } from "../../words/words.ts";
import { FOLLOW_UP_WORDS } from "./follow-up-words.ts";

const [WIDTH, LINE, LEFT, RIGHT, TOP, AXIS] = [720, 30, 150, 150, 8, 34];
/** Days of a month on the axis. */
const MONTH = 30.4375;
const STEPS = [1, 2, 3, 6, 12, 24, 60, 120];

/** A plan on a time axis: a line for each time point with its window, its target as a dot; windows that cannot be are marked, in words too. */
export function PlanPicture({ plan }: { readonly plan: FollowUpPlan }) {
  const says = useWords(FOLLOW_UP_WORDS);
  const language = useLanguage();
  const { number } = useFormat();
  const days = plan.flatMap(({ firstDay, lastDay, targetDay }) => [firstDay, lastDay, targetDay]);
  const [first, last] = [Math.min(0, ...days), Math.max(MONTH, ...days)];
  const x = (day: number): number => LEFT + ((day - first) / (last - first)) * (WIDTH - LEFT - RIGHT);
  const step = STEPS.find((months) => (last - first) / MONTH / months <= 10) ?? 120;
  const ticks = Array.from({ length: Math.ceil((last - first) / MONTH / step) + 1 }, (_, index) => index * step);
  const height = TOP + plan.length * LINE + AXIS;
  const foot = height - AXIS;
  const wrongOf = (point: FollowUpPoint): string | undefined => {
    if (point.lastDay < point.firstDay) return says.empty;
    const shares = plan.some(
      (other) => other !== point && other.firstDay <= point.lastDay && point.firstDay <= other.lastDay,
    );
    return shares ? says.overlaps : undefined;
  };
  const labelOf = ({ label, name }: FollowUpPoint): string => label[language] || name || says.newPoint;
  const told = plan.map((point) => {
    const window = says.window(labelOf(point), number(point.firstDay), number(point.targetDay), number(point.lastDay));
    const wrong = wrongOf(point);
    return wrong === undefined ? window : `${window} (${wrong})`;
  });
  return (
    <div className="scrolls">
      <svg className="plan-picture" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={`${told.join("; ")}.`}>
        {ticks
          .filter((months) => months * MONTH <= last)
          .map((months) => (
            <g key={months}>
              <path d={`M${x(months * MONTH)} ${TOP}V${foot}`} className="plan-grid" />
              <text x={x(months * MONTH)} y={foot + 15} textAnchor="middle" className="plan-axis">
                {number(months)}
              </text>
            </g>
          ))}
        <text x={WIDTH - RIGHT} y={foot + 30} textAnchor="end" className="plan-axis">
          {says.monthsAxis}
        </text>
        {keyed(plan, ({ name }) => name).map(({ key, item: point, place }) => {
          const middle = TOP + place * LINE + LINE / 2;
          const [from, to] = [
            x(Math.min(point.firstDay, point.lastDay)),
            x(Math.max(point.firstDay, point.lastDay) + 1),
          ];
          const wrong = wrongOf(point);
          return (
            <g key={key} className={wrong === undefined ? "plan-line" : "plan-line wrong"}>
              <text x={LEFT - 12} y={middle + 4} textAnchor="end">
                {labelOf(point)}
              </text>
              <rect x={from} y={middle - 8} width={Math.max(3, to - from)} height={16} rx={3} className="plan-window" />
              <circle cx={x(point.targetDay + 0.5)} cy={middle} r={4} className="plan-target" />
              <text x={WIDTH - RIGHT + 12} y={middle + 4} className="plan-days">
                {wrong ?? says.days(number(point.firstDay), number(point.lastDay))}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}
