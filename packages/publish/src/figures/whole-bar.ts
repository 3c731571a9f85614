import type { StateColour } from "../svg/palette.ts";
import type { StateCount } from "./response-figure.ts";

/** Per cents that rounding may leave between a bar and its end. */
const ROUNDING = 0.01;

/** A piece of a bar with its colour. */
export interface BarPiece extends StateCount {
  readonly colour: StateColour;
}

/**
 * The pieces of a bar that shows shares. A bar that would not reach its end shows something that is not so, and throws: a
 * state without a colour, per cents that do not make 100, or counts that do not make `n`.
 */
export function wholeBar(
  label: string,
  n: number,
  states: readonly StateCount[],
  colours: Readonly<Record<string, StateColour>>,
): readonly BarPiece[] {
  const pieces = states.map((state) => {
    const colour = Object.hasOwn(colours, state.state) ? colours[state.state] : undefined;
    if (colour === undefined)
      throw new Error(`the bar ${label} has a state ${state.state}, which the figure does not know`);
    return { ...state, colour };
  });
  if (n === 0) return [];
  const sum = (of: "n" | "percent"): number => pieces.reduce((total, piece) => total + piece[of], 0);
  if (Math.abs(sum("percent") - 100) > ROUNDING)
    throw new Error(`the states of the bar ${label} make ${sum("percent")} %`);
  if (sum("n") !== n) throw new Error(`the states of the bar ${label} count ${sum("n")} of ${n} children`);
  return pieces;
}
