import { scaleLinear } from "d3-scale";
import { area, curveStepAfter, line } from "d3-shape";
import { type ComponentProps, type KeyboardEvent, useRef, useState } from "react";
import { useFormat } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import { STUDY_WORDS } from "../study-words.ts";
import type { Curve, Step } from "./curves.ts";

interface Parts {
  readonly curves: readonly Curve[];
  readonly width: number;
  readonly label: string;
  readonly onOpen: (group: string, day: number) => void;
}

const HEIGHT = 300;
const LEFT = 116;
const RIGHT = 16;
const TOP = 12;
const RISK_LINE = 20;

/** SVG has no button of its own: a circle takes its role. */
const Circle = (props: ComponentProps<"circle">) => <circle {...props} />;

/** Kaplan-Meier curves whose steps open the children behind them, above a risk table on the same axis. */
export function CurveDrawing({ curves, width, label, onOpen }: Parts) {
  const says = useWords(STUDY_WORDS);
  const format = useFormat();
  const drawing = useRef<SVGSVGElement>(null);
  const [focused, setFocused] = useState("");
  const last = Math.max(12, ...curves.flatMap(({ steps }) => steps.map(({ month }) => month)));
  const x = scaleLinear([0, Math.ceil(last / 12) * 12], [LEFT, width - RIGHT]);
  const y = scaleLinear([0, 1], [HEIGHT, TOP]);
  const ticks = (curves[0]?.risk ?? []).map(({ month }) => month).filter((month) => x(month) <= width - RIGHT);
  const height = HEIGHT + 58 + curves.length * RISK_LINE;
  const steps = curves.flatMap(({ group, steps: own }) =>
    own.filter(({ events }) => events > 0).map((step) => `${group} ${step.day}`),
  );
  const stop = steps.includes(focused) ? focused : steps[0];
  const press = (event: KeyboardEvent, name: string, group: string, day: number) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      onOpen(group, day);
      return;
    }
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const next = by === undefined ? undefined : steps[steps.indexOf(name) + by];
    if (next === undefined) return;
    event.preventDefault();
    setFocused(next);
    drawing.current?.querySelector<SVGElement>(`[data-step="${CSS.escape(next)}"]`)?.focus();
  };
  return (
    <figure className="survival" aria-label={label}>
      <svg ref={drawing} role="presentation" width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
        {[0, 0.25, 0.5, 0.75, 1].map((part) => (
          <g key={part} className="grid-line">
            <line x1={LEFT} x2={width - RIGHT} y1={y(part)} y2={y(part)} className={part === 0.5 ? "half" : ""} />
            <text x={LEFT - 8} y={y(part) + 4} textAnchor="end">
              {format.percent(part)}
            </text>
          </g>
        ))}
        {ticks.map((month) => (
          <text key={month} x={x(month)} y={HEIGHT + 18} textAnchor="middle">
            {month}
          </text>
        ))}
        <text x={LEFT - 8} y={HEIGHT + 18} textAnchor="end">
          {says.months}
        </text>
        {curves.map((curve, place) => (
          <g key={curve.group} className={`curve-${place + 1}`}>
            {curves.length < 3 ? <path className="band" d={bandOf(curve, x, y)} /> : null}
            <path className="line" d={lineOf(curve, x, y)} />
            {curve.steps
              .filter(({ censored }) => censored > 0)
              .map(({ day, month, survival }) => (
                <path key={day} className="censored" d={`M${x(month)} ${y(survival) - 4}v8`} />
              ))}
            {curve.steps
              .filter(({ events }) => events > 0)
              .map((step) => {
                const name = `${curve.group} ${step.day}`;
                return (
                  <Circle
                    key={step.day}
                    role="button"
                    tabIndex={name === stop ? 0 : -1}
                    data-step={name}
                    className="step"
                    cx={x(step.month)}
                    cy={y(step.survival)}
                    r={3.2}
                    aria-label={says.step(
                      curve.group,
                      format.number(step.month, 1),
                      step.events,
                      format.percent(step.survival),
                    )}
                    onClick={() => onOpen(curve.group, step.day)}
                    onFocus={() => setFocused(name)}
                    onKeyDown={(event) => press(event, name, curve.group, step.day)}
                  />
                );
              })}
          </g>
        ))}
        <text x={LEFT - 8} y={HEIGHT + 42} textAnchor="end" className="risk-title">
          {says.atRisk}
        </text>
        {curves.map((curve, place) => (
          <g
            key={curve.group}
            transform={`translate(0 ${HEIGHT + 42 + (curves.length > 1 ? (place + 1) * RISK_LINE : 0)})`}
          >
            {curves.length > 1 ? (
              <text x={LEFT - 8} textAnchor="end" className={`curve-name-${place + 1}`}>
                {curve.group}
              </text>
            ) : null}
            {curve.risk
              .filter(({ month }) => x(month) <= width - RIGHT)
              .map(({ month, atRisk }) => (
                <text key={month} x={x(month)} textAnchor="middle">
                  {atRisk}
                </text>
              ))}
          </g>
        ))}
      </svg>
    </figure>
  );
}

type Scale = (value: number) => number;
const BEGINNING = { month: 0, survival: 1, lower: 1, upper: 1 } as const;

function lineOf({ steps }: Curve, x: Scale, y: Scale): string {
  const path = line<Pick<Step, "month" | "survival">>()
    .x(({ month }) => x(month))
    .y(({ survival }) => y(survival))
    .curve(curveStepAfter);
  return path([BEGINNING, ...steps]) ?? "";
}

function bandOf({ steps }: Curve, x: Scale, y: Scale): string {
  const path = area<Pick<Step, "month" | "lower" | "upper">>()
    .defined(({ lower, upper }) => lower !== null && upper !== null)
    .x(({ month }) => x(month))
    .y0(({ lower }) => y(lower ?? 0))
    .y1(({ upper }) => y(upper ?? 0))
    .curve(curveStepAfter);
  return path([BEGINNING, ...steps]) ?? "";
}
