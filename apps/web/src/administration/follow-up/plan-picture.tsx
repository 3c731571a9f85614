import { DAYS_PER_MONTH, type FollowUpPlan, type FollowUpPoint } from "@osteon/codebook";
import { keyed } from "../../design/keyed.ts";
import { useFormat } from "../../words/format.ts";
import { useLanguage, useWords } from "../../words/words.ts";
import { FOLLOW_UP_WORDS } from "./follow-up-words.ts";

/** Days of a month on the axis. */
/** Months from one mark of the axis to the next. */
const STEPS = [1, 2, 3, 6, 12, 24, 60, 120];
const MOST_MARKS = 8;

/** A plan on a time axis: a line for each time point with its window, its target as a dot; windows that cannot be are marked, in words too. */
export function PlanPicture({ plan }: { readonly plan: FollowUpPlan }) {
  const says = useWords(FOLLOW_UP_WORDS);
  const language = useLanguage();
  const { number } = useFormat();
  const days = plan.flatMap(({ firstDay, lastDay, targetDay }) => [firstDay, lastDay, targetDay]);
  const [first, last] = [Math.min(0, ...days), Math.max(DAYS_PER_MONTH, ...days)];
  const at = (day: number): string => `${(((day - first) / (last - first)) * 100).toFixed(3)}%`;
  const marks = marksBetween(first, last);
  const labelOf = ({ label, name }: FollowUpPoint): string => label[language] || name || says.newPoint;
  const lines = plan.map((point) => {
    const wrong = isEmpty(point) ? says.empty : overlaps(point, plan) ? says.overlaps : undefined;
    const window = says.window(labelOf(point), number(point.firstDay), number(point.targetDay), number(point.lastDay));
    return { point, wrong, told: wrong === undefined ? window : `${window} (${wrong})` };
  });
  return (
    <div className="plan-picture" role="img" aria-label={`${lines.map(({ told }) => told).join("; ")}.`}>
      {keyed(lines, ({ point }) => point.name).map(({ key, item: { point, wrong } }) => (
        <div key={key} className={wrong === undefined ? "plan-line" : "plan-line wrong"}>
          <span className="plan-label">{labelOf(point)}</span>
          <span className="plan-track">
            {marks.map((months) => (
              <span key={months} className="plan-mark" style={{ left: at(months * DAYS_PER_MONTH) }} />
            ))}
            <span
              className="plan-window"
              style={{
                left: at(Math.min(point.firstDay, point.lastDay)),
                right: `calc(100% - ${at(Math.max(point.firstDay, point.lastDay))})`,
              }}
            />
            <span className="plan-target" style={{ left: at(point.targetDay) }} />
          </span>
          <span className="plan-days">{wrong ?? says.days(number(point.firstDay), number(point.lastDay))}</span>
        </div>
      ))}
      <div className="plan-line plan-axis">
        <span className="plan-label">{says.monthsAxis}</span>
        <span className="plan-track">
          {marks.map((months) => (
            <span key={months} className="plan-month" style={{ left: at(months * DAYS_PER_MONTH) }}>
              {number(months)}
            </span>
          ))}
        </span>
        <span className="plan-days" />
      </div>
    </div>
  );
}

const isEmpty = ({ firstDay, lastDay }: FollowUpPoint): boolean => lastDay < firstDay;

const overlaps = (point: FollowUpPoint, plan: FollowUpPlan): boolean =>
  plan.some((other) => other !== point && other.firstDay <= point.lastDay && point.firstDay <= other.lastDay);

/** Whole months at which the axis is marked. */
function marksBetween(first: number, last: number): readonly number[] {
  const step = STEPS.find((months) => (last - first) / DAYS_PER_MONTH / months <= MOST_MARKS) ?? 120;
  const from = Math.ceil(first / DAYS_PER_MONTH / step);
  const to = Math.floor(last / DAYS_PER_MONTH / step);
  return Array.from({ length: to - from + 1 }, (_, index) => (from + index) * step);
}
