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
  readonly onChoose: (place: BonePlace, at: Element) => void;
  readonly onPoint: (place: BonePlace | undefined) => void;
  readonly onReach: (key: string) => void;
}) {
  const { bone, neighbours, state, label, pressed, stop, onChoose, onPoint, onReach } = props;

  const onKeyDown = (event: KeyboardEvent<SVGGElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const chooses = event.key === "Enter" || event.key === " ";
    const next = event.key === "Tab" ? nextMarked(event.currentTarget, neighbours, bone, event.shiftKey) : undefined;
    if (!chooses && next === undefined && !event.key.startsWith("Arrow")) return;
    event.preventDefault();
    if (chooses) onChoose(bone.place, event.currentTarget);
    else focusOn(event.currentTarget, next ?? nearestBone(neighbours, bone, event.key));
  };

  return (
    <Group
      className={`bone choosable ${tintOf(state)}`}
      data-place={bone.key}
      role="button"
      tabIndex={stop ? 0 : -1}
      aria-label={label}
      aria-pressed={pressed}
      onClick={(event) => onChoose(bone.place, event.currentTarget)}
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

/** From a bone that was reached, Tab goes on to the bones with lesions of the same view, from head to foot; then it leaves. */
function nextMarked(
  from: SVGGElement,
  bones: readonly DrawnBone[],
  here: DrawnBone,
  back: boolean,
): DrawnBone | undefined {
  const marked = bones.filter(
    ({ key }) => key === here.key || from.ownerSVGElement?.querySelector(`.tinted[data-place="${key}"]`) != null,
  );
  const inOrder = marked.sort((a, b) => a.centre[1] - b.centre[1] || a.centre[0] - b.centre[0]);
  return inOrder[inOrder.indexOf(here) + (back ? -1 : 1)];
}

function focusOn(from: SVGGElement, bone: DrawnBone | undefined): void {
  if (bone === undefined) return;
  from.ownerSVGElement?.querySelector<SVGGElement>(`[data-place="${bone.key}"]`)?.focus();
}
