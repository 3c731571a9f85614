import { useFormat } from "../../words/format.ts";
import type { Scale } from "./curve-line.tsx";

interface Parts {
  readonly x: Scale & { range(): number[] };
  readonly y: Scale;
  readonly months: readonly number[];
  readonly zero: string;
}

/** Levels in per cent, months under their ticks, and what the months are counted from. */
export function Axes({ x, y, months, zero }: Parts) {
  const format = useFormat();
  const [left = 0, right = 0] = x.range();
  return (
    <g>
      {[0, 0.25, 0.5, 0.75, 1].map((part) => (
        <g key={part} className={part === 0 ? "grid-line axis" : "grid-line"}>
          <line x1={left} x2={right} y1={y(part)} y2={y(part)} />
          <text x={left - 10} y={y(part) + 4} textAnchor="end">
            {format.percent(part)}
          </text>
        </g>
      ))}
      {months.map((month) => (
        <g key={month} className="tick">
          <line x1={x(month)} x2={x(month)} y1={y(0)} y2={y(0) + 5} />
          <text x={x(month)} y={y(0) + 20} textAnchor="middle">
            {month}
          </text>
        </g>
      ))}
      <text x={(left + right) / 2} y={y(0) + 39} textAnchor="middle" className="axis-title">
        {zero}
      </text>
    </g>
  );
}
