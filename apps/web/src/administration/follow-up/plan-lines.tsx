import type { Problem } from "@osteon/codebook";
import { useLanguage, useWords } from "../../words/words.ts";
import { FOLLOW_UP_WORDS } from "./follow-up-words.ts";
import { nextPoint, type TypedPoint } from "./typed-plan.ts";

/** The cells of a line: what they are called, what a problem calls their column, and how wide they are. */
const CELLS = [
  { cell: "en", says: "labelEn", column: "label_en", size: 14, numeric: false },
  { cell: "de", says: "labelDe", column: "label_de", size: 14, numeric: false },
  { cell: "name", says: "name", column: "time_point", size: 10, numeric: false },
  { cell: "firstDay", says: "firstDay", column: "first_day", size: 6, numeric: true },
  { cell: "targetDay", says: "targetDay", column: "target_day", size: 6, numeric: true },
  { cell: "lastDay", says: "lastDay", column: "last_day", size: 6, numeric: true },
] as const;

interface Parts {
  readonly points: readonly TypedPoint[];
  readonly problems: readonly Problem[];
  readonly onChange: (points: readonly TypedPoint[]) => void;
}

/** A line of inputs for each time point; what a problem names is marked. */
export function PlanLines({ points, problems, onChange }: Parts) {
  const says = useWords(FOLLOW_UP_WORDS);
  const language = useLanguage();
  const change = (line: number, cell: (typeof CELLS)[number]["cell"], typed: string): void =>
    onChange(points.map((point) => (point.line === line ? { ...point, [cell]: typed } : point)));
  return (
    <div className="scrolls">
      <table className="table plan-lines">
        <thead>
          <tr>
            {CELLS.map((cell) => (
              <th scope="col" key={cell.cell}>
                {says[cell.says]}
              </th>
            ))}
            <th scope="col">
              <span className="unseen">{says.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {points.map((point, index) => {
            const label = point[language].trim() || point.name || says.newPoint;
            return (
              <tr key={point.line}>
                {CELLS.map(({ cell, says: called, column, size, numeric }) => (
                  <td key={cell}>
                    <input
                      size={size}
                      maxLength={numeric ? 7 : 60}
                      inputMode={numeric ? "numeric" : "text"}
                      aria-label={says.of(says[called], label)}
                      aria-invalid={problems.some(({ where }) => where.row === index + 2 && where.column === column)}
                      value={point[cell]}
                      onChange={(event) => change(point.line, cell, event.target.value)}
                    />
                  </td>
                ))}
                <td>
                  <button
                    type="button"
                    className="quiet"
                    aria-label={says.removeOf(label)}
                    onClick={() => onChange(points.filter(({ line }) => line !== point.line))}
                  >
                    {says.remove}
                  </button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="plan-add">
        <button type="button" onClick={() => onChange([...points, nextPoint(points)])}>
          {says.add}
        </button>
      </p>
    </div>
  );
}
