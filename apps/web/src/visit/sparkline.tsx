import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";

/** A result on its day. */
export interface SparkPoint {
  readonly day: number;
  readonly value: number;
}

const [WIDTH, HEIGHT, EDGE] = [96, 26, 3];

interface Parts {
  readonly points: readonly SparkPoint[];
  readonly lower: number | undefined;
  readonly upper: number | undefined;
  /** What is being typed, behind the last result. */
  readonly next: number | undefined;
  readonly label: string;
}

/** The last results of an analyte as a line, with the band of what is normal behind it, and the value that is being typed as its end. */
export function Sparkline({ points, lower, upper, next, label }: Parts) {
  const values = [...points.map(({ value }) => value), ...(next === undefined ? [] : [next])];
  if (values.length === 0) return <span className="sparkline none" />;
  const most = Math.max(...values, upper ?? 0);
  const least = Math.min(0, ...values);
  const y = scaleLinear([least, most === least ? least + 1 : most], [HEIGHT - EDGE, EDGE]);
  const days = points.map(({ day }) => day);
  const [from = 0, to = 1] = [days[0], days.at(-1)];
  const x = scaleLinear([from, to === from ? from + 1 : to], [EDGE, next === undefined ? WIDTH - EDGE : WIDTH - 16]);
  const drawn = points.map(({ day, value }): [number, number] => [x(day), y(value)]);
  const end: [number, number] | undefined = next === undefined ? undefined : [WIDTH - EDGE, y(next)];
  const isOut = next !== undefined && ((upper !== undefined && next > upper) || (lower !== undefined && next < lower));
  const last = drawn.at(-1);
  return (
    <svg className="sparkline" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {upper === undefined ? null : (
        <rect
          className="normal"
          x={0}
          width={WIDTH}
          y={Math.max(0, y(upper))}
          height={Math.max(0, Math.min(HEIGHT, y(lower ?? least)) - Math.max(0, y(upper)))}
        />
      )}
      <path className="curve" d={line()(drawn) ?? ""} />
      {last === undefined ? null : <circle className="dot" cx={last[0]} cy={last[1]} r={2} />}
      {end === undefined ? null : (
        <>
          <path className="curve typed" d={line()([...(last === undefined ? [] : [last]), end]) ?? ""} />
          <circle className={isOut ? "dot typed out" : "dot typed"} cx={end[0]} cy={end[1]} r={2.6} />
        </>
      )}
    </svg>
  );
}
