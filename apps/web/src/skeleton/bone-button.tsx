import type { ComponentProps, KeyboardEvent } from "react";
import { BoneFigure, BoneGround, tintOf } from "./bone-figure.tsx";
import { nearestBone } from "./nearest.ts";
import type { BonePlace, LesionState } from "./place.ts";
import type { DrawnBone } from "./view.ts";

/** SVG has no button of its own: a group takes its role. */
const Group = (props: ComponentProps<"g">) => <g {...props} />;

/** A bone that can be chosen, by pointer, Enter or Space; the arrow keys lead on to its neighbours. */
export function BoneButton(props: {
  readonly bone: DrawnBone;
  readonly neighbours: readonly DrawnBone[];
  readonly state: LesionState | undefined;
  readonly label: string;
  readonly pressed: boolean;
  /** Whether the Tab key leads here. */
  readonly stop: boolean;
  readonly onChoose: (place: BonePlace) => void;
  readonly onPoint: (place: BonePlace | undefined) => void;
  readonly onReach: (key: string) => void;
}) {
  const { bone, neighbours, state, label, pressed, stop, onChoose, onPoint, onReach } = props;

  const onKeyDown = (event: KeyboardEvent<SVGGElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const chooses = event.key === "Enter" || event.key === " ";
    if (!chooses && !event.key.startsWith("Arrow")) return;
    event.preventDefault();
    if (chooses) onChoose(bone.place);
    else focusOn(event.currentTarget, nearestBone(neighbours, bone, event.key));
  };

  return (
    <Group
      className={`bone choosable ${tintOf(state)}`}
      data-place={bone.key}
      role="button"
      tabIndex={stop ? 0 : -1}
      aria-label={label}
      aria-pressed={pressed}
      onClick={() => onChoose(bone.place)}
      onKeyDown={onKeyDown}
      onFocus={() => {
        onReach(bone.key);
        onPoint(bone.place);
      }}
      onBlur={() => onPoint(undefined)}
      onPointerEnter={() => onPoint(bone.place)}
      onPointerLeave={() => onPoint(undefined)}
    >
      <BoneGround bone={bone} />
      <BoneFigure bone={bone} />
    </Group>
  );
}

function focusOn(from: SVGGElement, bone: DrawnBone | undefined): void {
  if (bone === undefined) return;
  from.ownerSVGElement?.querySelector<SVGGElement>(`[data-place="${bone.key}"]`)?.focus();
}
