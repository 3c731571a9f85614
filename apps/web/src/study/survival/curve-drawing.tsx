import { scaleLinear } from "d3-scale";
import { useRef } from "react";
import { useFormat } from "../../words/format.ts";
import type { StudyWords } from "../study-words.ts";
import { Axes } from "./axes.tsx";
import { CurveLine } from "./curve-line.tsx";
import type { Curve } from "./curves.ts";
import { RiskRows, riskHeight } from "./risk-rows.tsx";
import { useGroupName } from "./use-group-name.ts";
import { useStops } from "./use-stops.ts";

interface Parts {
  readonly curves: readonly Curve[];
  readonly says: StudyWords;
  readonly width: number;
  readonly label: string;
  /** What stands beneath the axis, as "Months from diagnosis". */
  readonly zero: string;
  readonly onOpen: (result: string) => void;
}

const PLOT = { top: 12, bottom: 312, right: 22 } as const;
/** Room for the names of groups, and where there is one group for "At risk". */
const NAMES = 140;
const ONE_NAME = 92;
const NARROW = 520;

/** Kaplan-Meier curves above a risk table on the same axis; each step and each number opens the children behind it. */
export function CurveDrawing({ curves, says, width, label, zero, onOpen }: Parts) {
  const format = useFormat();
  const nameOf = useGroupName();
  const drawing = useRef<SVGSVGElement>(null);
  const narrow = width < NARROW;
  const left = narrow ? 52 : curves.length > 1 ? NAMES : ONE_NAME;
  const last = Math.max(12, ...curves.flatMap(({ steps }) => steps.map(({ month }) => month)));
  const end = Math.ceil(last / 12) * 12;
  const x = scaleLinear([0, end], [left, width - PLOT.right]);
  const y = scaleLinear([0, 1], [PLOT.bottom, PLOT.top]);
  const dots = curves.flatMap(({ steps }) =>
    steps.filter(({ events }) => events > 0).map(({ month, survival }) => ({ x: x(month), y: y(survival) })),
  );
  const every = narrow ? 24 : 12;
  const months = (curves[0]?.risk ?? [])
    .map(({ month }) => month)
    .filter((month) => month <= end && month % every === 0);
  const columns = (curve: Curve) => curve.risk.filter(({ month }) => months.includes(month));
  const stop = useStops(
    drawing,
    [
      ...curves.map(({ results, steps }) =>
        steps
          .filter(({ events }) => events > 0)
          .map(({ day, month }) => ({ result: `${results}.step-events@${day}`, month })),
      ),
      ...curves.map((curve) =>
        columns(curve).map(({ day, month }) => ({ result: `${curve.results}.risk-at-risk@${day}`, month })),
      ),
    ],
    onOpen,
  );
  const riskTop = PLOT.bottom + 62;
  const height = riskTop + riskHeight(curves.length, narrow);
  return (
    <figure className="survival" aria-label={label}>
      <svg ref={drawing} role="presentation" width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
        <Axes x={x} y={y} months={months} zero={zero} />
        {curves.map((curve, place) => (
          <CurveLine
            key={curve.group}
            curve={curve}
            place={place}
            banded={curves.length < 3}
            x={x}
            y={y}
            stop={stop}
            dots={dots}
            stepSays={({ month, events, survival }) =>
              says.step(nameOf(curve.group), format.number(month, 1), events, format.percent(survival))
            }
          />
        ))}
        <RiskRows
          curves={curves.map((curve) => ({ ...curve, risk: columns(curve) }))}
          x={x}
          top={riskTop}
          left={left}
          narrow={narrow}
          stop={stop}
        />
      </svg>
    </figure>
  );
}
