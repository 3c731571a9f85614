import { useState } from "react";
import { BoneButton } from "./bone-button.tsx";
import { BoneFigure, BoneRing, tintOf } from "./bone-figure.tsx";
import { type MarkedPlace, shownBones } from "./marked-places.ts";
import { Marks } from "./marks.tsx";
import { type BonePlace, placeKey } from "./place.ts";
import { type DrawnBone, HEIGHT, type ViewName, WIDTH } from "./view.ts";

/** What is drawn over the bones is said by their labels. */
const PICTURE = { "aria-hidden": true } as const;

/** One view: a picture, or a group of buttons that are one stop of the Tab key, with arrow keys between them. */
export function SkeletonView(props: {
  readonly view: ViewName;
  /** Where there is room for one view alone: whether it is this one. */
  readonly turnedTo: boolean;
  readonly captions: Readonly<Record<ViewName | "left" | "right", string>>;
  readonly marked: ReadonlyMap<string, MarkedPlace>;
  readonly label: (place: BonePlace) => string;
  readonly chosen: BonePlace | undefined;
  readonly onChoose: ((place: BonePlace, at: Element) => void) | undefined;
  readonly onPoint: (place: BonePlace | undefined) => void;
}) {
  const { view, captions, marked, label, chosen, onChoose, onPoint } = props;
  const [reached, setReached] = useState<string>();
  const chosenKey = chosen && placeKey(chosen);
  const bones = shownBones(view, (key) => marked.has(key) || key === chosenKey);
  const seen = bones.filter(({ hidden }) => !hidden);
  const chosenBone = seen.find(({ key }) => key === chosenKey);
  const stop = seen.find(({ key }) => key === reached) ?? chosenBone ?? seen.find(({ bone }) => bone === "skull");
  const stateOf = ({ key }: DrawnBone) => marked.get(key)?.marks[0]?.state;
  const signed = seen.flatMap((bone) => {
    const at = marked.get(bone.key);
    return at === undefined ? [] : [{ bone, at }];
  });
  const isPicture = onChoose === undefined;
  const found = isPicture ? signed.map(({ at }) => label(at.place)) : [];
  const [onLeft, onRight] = view === "front" ? [captions.right, captions.left] : [captions.left, captions.right];

  return (
    <figure className={props.turnedTo ? "skeleton-view turned-to" : "skeleton-view"}>
      <figcaption {...PICTURE}>
        <span className="skeleton-side">{onLeft}</span>
        <span>{captions[view]}</span>
        <span className="skeleton-side">{onRight}</span>
      </figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role={isPicture ? "img" : "group"}
        aria-label={found.length === 0 ? captions[view] : `${captions[view]}: ${found.join("; ")}`}
      >
        {bones.map((bone) =>
          isPicture || bone.hidden ? (
            <g key={bone.key} className={`bone ${tintOf(stateOf(bone))}`}>
              <BoneFigure bone={bone} />
            </g>
          ) : (
            <BoneButton
              key={bone.key}
              bone={bone}
              neighbours={seen}
              state={stateOf(bone)}
              label={label(bone.place)}
              pressed={bone.key === chosenKey}
              stop={bone === stop}
              onChoose={onChoose}
              onPoint={onPoint}
              onReach={setReached}
            />
          ),
        )}
        {chosenBone && <BoneRing bone={chosenBone} why="chosen" />}
        {!isPicture && stop && <BoneRing bone={stop} why="focus" />}
        <g className="skeleton-signs" {...PICTURE}>
          {signed.map(({ bone, at }) => (
            <Marks key={bone.key} bone={bone} at={at} />
          ))}
        </g>
      </svg>
    </figure>
  );
}
