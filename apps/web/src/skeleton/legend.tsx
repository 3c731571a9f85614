import { MarkSymbol } from "./mark-symbol.tsx";
import { LESION_STATES, type LesionState } from "./place.ts";

/** What the signs of the map mean. */
export function SkeletonLegend({ says }: { readonly says: Readonly<Record<LesionState, string>> }) {
  return (
    <ul className="skeleton-legend">
      {LESION_STATES.map((state) => (
        <li key={state}>
          <MarkSymbol state={state} /> {says[state]}
        </li>
      ))}
    </ul>
  );
}
