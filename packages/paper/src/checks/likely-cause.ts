import { type PrintedNumber, shownNumber } from "../claims/printed-number.ts";
import { countsThatPrint, rounded, rulesThatPrint } from "./rounding.ts";

/** What could stand in place of `n/N (percent)`, nearest first, and the slip that would explain it. */
export interface Nearby {
  readonly consistentValues: readonly string[];
  readonly cause: string;
}

/** Shares near a printed one that are consistent, and the likeliest slip. `printedWholes`: sizes that the paper prints. */
export function nearby(n: number, N: number, percent: PrintedNumber, printedWholes: ReadonlySet<number>): Nearby {
  const right = rounded(n, N, percent.decimals, "half-up");
  const shown = `${shownNumber({ value: right, decimals: percent.decimals })} %`;
  const asPrinted = `${shownNumber(percent)} %`;
  const counts = countsThatPrint(N, percent).map((count) => `${count}/${N}`);
  const neighbours = nearShares(n, N, percent);
  const consistentValues = [
    ...new Set([
      `${n}/${N} (${shown})`,
      ...counts.map((one) => `${one} (${asPrinted})`),
      ...neighbours.slice(0, 3).map(([a, b]) => `${a}/${b} (${asPrinted})`),
    ]),
  ];
  return { consistentValues, cause: causeOf(n, N, percent, right, neighbours, printedWholes) };
}

/** Shares with slightly other count and whole that print as this percentage, the nearest first. */
function nearShares(n: number, N: number, percent: PrintedNumber): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  for (let far = 1; far <= 4; far += 1) {
    for (let whole = Math.max(1, N - far); whole <= N + far; whole += 1) {
      for (let count = Math.max(0, n - far); count <= Math.min(whole, n + far); count += 1) {
        const distance = Math.max(Math.abs(whole - N), Math.abs(count - n));
        if (distance === far && rulesThatPrint(count, whole, percent).length > 0) found.push([count, whole]);
      }
    }
  }
  // A change of the whole with the count that goes with it is likelier than a change of both at will.
  return found.sort((a, b) => cost(a) - cost(b));

  function cost([count, whole]: readonly [number, number]): number {
    const sameShift = count - n === whole - N || count === n || whole === N;
    return Math.abs(count - n) + Math.abs(whole - N) + (sameShift ? 0 : 2);
  }
}

function causeOf(
  n: number,
  N: number,
  percent: PrintedNumber,
  right: number,
  neighbours: readonly (readonly [number, number])[],
  printedWholes: ReadonlySet<number>,
): string {
  const asPrinted = `${shownNumber(percent)} %`;
  if (transposed(right, percent)) return `Were the digits of ${shownNumber({ ...percent, value: right })} transposed?`;
  const elsewhere = [...printedWholes].filter(
    (whole) => whole >= n && whole !== N && rulesThatPrint(n, whole, percent).length > 0,
  );
  const [best] = neighbours;
  if (best !== undefined && (best[1] !== N || best[0] !== n) && cheap(best, n, N)) {
    const [count, whole] = best;
    if (whole === N) return `${asPrinted} is ${count}/${whole}: was the count ${count} before?`;
    return `${asPrinted} is ${count}/${whole}: was the denominator ${whole} before?`;
  }
  if (elsewhere[0] !== undefined)
    return `${asPrinted} is ${n}/${elsewhere[0]}, a size that the paper prints elsewhere: was that the denominator?`;
  if (Math.abs(100 - right - percent.value) < 10 ** -percent.decimals)
    return `${asPrinted} is the rest, ${N - n}/${N}.`;
  return "";
}

const cheap = ([count, whole]: readonly [number, number], n: number, N: number): boolean =>
  Math.abs(count - n) + Math.abs(whole - N) <= 3;

function transposed(right: number, percent: PrintedNumber): boolean {
  const digits = (value: number) => value.toFixed(percent.decimals).replace(".", "");
  const [a, b] = [digits(right), digits(percent.value)];
  if (a === b || a.length !== b.length) return false;
  for (let at = 0; at + 1 < a.length; at += 1) {
    if (a.slice(0, at) + (a[at + 1] ?? "") + (a[at] ?? "") + a.slice(at + 2) === b) return true;
  }
  return false;
}
