import { useMemo, useState } from "react";
import { markedPlaces } from "./marked-places.ts";
import type { BonePlace, SkeletonMark } from "./place.ts";
import "./skeleton.css";
import { SkeletonView } from "./skeleton-view.tsx";

export type { BonePlace, LesionState, SkeletonMark } from "./place.ts";

const VIEW_NAMES = ["front", "back"] as const;

/** A child's skeleton from the front and from behind, with the lesions of one time. */
export function Skeleton(props: {
  readonly marks: readonly SkeletonMark[];
  /** What a bone is called: the accessible name of its button, e.g. "Left femur: 2 lesions, active". */
  readonly label: (place: BonePlace) => string;
  /** Captions in the user's language. */
  readonly views: { readonly front: string; readonly back: string; readonly left: string; readonly right: string };
  readonly chosen?: BonePlace;
  /** Without it the map is a picture. `at` is the bone as it was chosen. */
  readonly onChoose?: (place: BonePlace, at: Element) => void;
}) {
  const { marks, label, views, chosen, onChoose } = props;
  const marked = useMemo(() => markedPlaces(marks), [marks]);
  const [pointed, setPointed] = useState<BonePlace>();
  const [turnedTo, setTurnedTo] = useState<"front" | "back">("front");
  const named = pointed ?? chosen;
  return (
    <div className={onChoose === undefined ? "skeleton" : "skeleton chooses"}>
      {onChoose !== undefined && (
        <div className="choices skeleton-turn">
          {VIEW_NAMES.map((view) => (
            <button key={view} type="button" aria-pressed={view === turnedTo} onClick={() => setTurnedTo(view)}>
              {views[view]}
            </button>
          ))}
        </div>
      )}
      <div className="skeleton-views">
        {VIEW_NAMES.map((view) => (
          <SkeletonView
            key={view}
            view={view}
            turnedTo={view === turnedTo}
            captions={views}
            marked={marked}
            label={label}
            chosen={chosen}
            onChoose={onChoose}
            onPoint={setPointed}
          />
        ))}
      </div>
      {onChoose !== undefined && (
        <p className="skeleton-name" aria-hidden="true">
          {named === undefined ? "" : label(named)}
        </p>
      )}
    </div>
  );
}
