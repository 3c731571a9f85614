import { area, curveStepAfter, line } from "d3-shape";
import type { ComponentProps } from "react";
import type { Curve, Step } from "./curves.ts";
import { type Dot, reachOf } from "./reach-of.ts";
import type { useStops } from "./use-stops.ts";

export type Scale = (value: number) => number;

interface Parts {
  readonly curve: Curve;
  readonly place: number;
  /** Three bands or more would hide each other. */
  readonly banded: boolean;
  readonly x: Scale;
  readonly y: Scale;
  readonly stop: ReturnType<typeof useStops>;
  readonly stepSays: (step: Step) => string;
  /** The dots of all curves, which share the room, in the order they are drawn. */
  readonly dots: readonly Dot[];
}

/** SVG has no button of its own: a group takes its role. */
const Target = (props: ComponentProps<"g">) => <g {...props} />;

/** One curve: its log-log band, median, steps that open, and the ticks of children lost from view. */
export function CurveLine({ curve, place, banded, x, y, stop, stepSays, dots }: Parts) {
  const { steps, results, median } = curve;
  return (
    <g className={`curve-${place + 1}`}>
      {banded ? <path className="band" d={bandOf(curve, x, y)} /> : null}
      {median === null ? null : <path className="median" d={`M${x(0)} ${y(0.5)}H${x(median)}V${y(0)}`} />}
      <path className="line" d={lineOf(curve, x, y)} />
      {steps
        .filter(({ censored }) => censored > 0)
        .map(({ day, month, survival }) => (
          <path key={day} className="censored" d={`M${x(month)} ${y(survival) - 5}v10`} />
        ))}
      {steps
        .filter(({ events }) => events > 0)
        .map((step) => (
          <Target
            key={step.day}
            {...stop(`${results}.step-events@${step.day}`)}
            className="step"
            aria-label={stepSays(step)}
          >
            <circle
              className="reach"
              cx={x(step.month)}
              cy={y(step.survival)}
              r={reachOf({ x: x(step.month), y: y(step.survival) }, dots)}
            />
            <circle className="dot" cx={x(step.month)} cy={y(step.survival)} r={4} />
            <title>{stepSays(step)}</title>
          </Target>
        ))}
    </g>
  );
}

const BEGINNING = { month: 0, survival: 1, lower: 1, upper: 1 } as const;

function lineOf({ steps }: Curve, x: Scale, y: Scale): string {
  const path = line<Pick<Step, "month" | "survival">>()
    .x(({ month }) => x(month))
    .y(({ survival }) => y(survival))
    .curve(curveStepAfter);
  return path([BEGINNING, ...steps]) ?? "";
}

/** The band follows the steps; where a limit is not estimable it stops. */
function bandOf({ steps }: Curve, x: Scale, y: Scale): string {
  const path = area<Pick<Step, "month" | "lower" | "upper">>()
    .defined(({ lower, upper }) => lower !== null && upper !== null)
    .x(({ month }) => x(month))
    .y0(({ lower }) => y(lower ?? 0))
    .y1(({ upper }) => y(upper ?? 0))
    .curve(curveStepAfter);
  return path([BEGINNING, ...steps]) ?? "";
}
