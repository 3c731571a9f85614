import type { ComponentProps } from "react";
import { useWords } from "../../words/words.ts";
import { STUDY_WORDS } from "../study-words.ts";
import type { Scale } from "./curve-line.tsx";
import type { Curve } from "./curves.ts";
import { useGroupName } from "./use-group-name.ts";
import type { useStops } from "./use-stops.ts";

interface Parts {
  readonly curves: readonly Curve[];
  readonly x: Scale;
  readonly top: number;
  readonly left: number;
  /** Names stand above their numbers where there is no room beside them. */
  readonly narrow: boolean;
  readonly stop: ReturnType<typeof useStops>;
}

const ROW = 22;

/** SVG has no button of its own: a number takes its role. */
const Text = (props: ComponentProps<"text">) => <text {...props} />;

/** How many are at risk in each group, under the ticks of the axis. */
export function RiskRows({ curves, x, top, left, narrow, stop }: Parts) {
  const says = useWords(STUDY_WORDS);
  const nameOf = useGroupName();
  const one = curves.length === 1;
  return (
    <g>
      <text x={narrow ? 0 : left - 22} y={top} textAnchor={narrow ? "start" : "end"} className="risk-title">
        {says.atRisk}
      </text>
      {curves.map(({ group, results, risk }, place) => {
        const y = top + rowOf(place, curves.length, narrow);
        return (
          <g key={group}>
            {one ? null : (
              <text
                x={narrow ? 0 : left - 22}
                y={narrow ? y - 18 : y}
                textAnchor={narrow ? "start" : "end"}
                className={`curve-name-${place + 1}`}
              >
                {nameOf(group)}
              </text>
            )}
            {risk.map(({ month, day, atRisk }) => (
              <Text
                key={month}
                {...stop(`${results}.risk-at-risk@${day}`)}
                aria-label={says.riskStop(nameOf(group), month, atRisk)}
                className="at-risk"
                x={x(month)}
                y={y}
                textAnchor="middle"
              >
                {atRisk}
              </Text>
            ))}
          </g>
        );
      })}
    </g>
  );
}

function rowOf(place: number, of: number, narrow: boolean): number {
  if (narrow) return of === 1 ? 20 : (place + 1) * 2 * ROW - 4;
  return of === 1 ? 0 : (place + 1) * ROW;
}

/** How far the rows reach below `top`. */
export const riskHeight = (of: number, narrow: boolean): number => rowOf(of - 1, of, narrow) + 10;
