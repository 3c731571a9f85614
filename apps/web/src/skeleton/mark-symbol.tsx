import type { LesionState } from "./place.ts";
import "./skeleton.css";

const HALF = "M0-.92A.92.92 0 0 0 0 .92Z";

/** The sign's own ground, so that it stands clear of the bone beneath. */
export function SymbolGround({ state }: { readonly state: LesionState }) {
  return state === "new" ? (
    <path className="symbol-ground" d="M0-1.66 1.66 0 0 1.66-1.66 0Z" />
  ) : (
    <circle className="symbol-ground" r="1.26" />
  );
}

const SHAPES: Readonly<Record<LesionState, React.ReactNode>> = {
  new: <path className="symbol-full" d="M0-1.28 1.28 0 0 1.28-1.28 0Z" />,
  active: <circle className="symbol-full" r="0.98" />,
  remaining: (
    <>
      <circle className="symbol-ring" r="0.84" />
      <path className="symbol-full" d={HALF} />
    </>
  ),
  not_visible: <circle className="symbol-ring" r="0.84" />,
};

/** The sign of a state, of radius 1 around 0: shape and colour say the same. */
export function SymbolShape({ state }: { readonly state: LesionState }) {
  return <g className={`symbol lesion-${state}`}>{SHAPES[state]}</g>;
}

/** The sign of a state in a line of text or a cell, without words: the state stands beside it. */
export function MarkSymbol({ state }: { readonly state: LesionState }) {
  return (
    <svg className="mark-symbol" viewBox="-1.5 -1.5 3 3" width="1em" height="1em" aria-hidden="true">
      <SymbolShape state={state} />
    </svg>
  );
}
