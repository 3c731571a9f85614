import { useRef, useState } from "react";
import { AnchoredDialog } from "../design/anchored-dialog.tsx";
import { LESION_WORDS, usePlaceName } from "../patient/lesion-words.ts";
import { SkeletonLegend } from "../skeleton/legend.tsx";
import { MarkSymbol } from "../skeleton/mark-symbol.tsx";
import { LESION_STATES, type LesionState, placeKey } from "../skeleton/place.ts";
import { Skeleton } from "../skeleton/skeleton.tsx";
import { useWords } from "../words/words.ts";
import { type Findings, markedIn, nameOfPlace, READ_PLACES, type ReadPlace, withState } from "./findings.ts";
import { IMAGE_WORDS } from "./image-words.ts";

interface Parts {
  readonly findings: Findings;
  readonly onMark: (findings: Findings) => void;
}

interface Opened {
  readonly place: ReadPlace;
  readonly anchor: Element;
  readonly back: Element;
}

/** Marks bones on the skeleton, by a click or by their names, each with a state; a mark can be taken off again. */
export function MarkBones({ findings, onMark }: Parts) {
  const says = useWords(IMAGE_WORDS);
  const words = useWords(LESION_WORDS);
  const placeName = usePlaceName();
  const map = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<Opened>();
  const marks = markedIn(findings);
  const stateAt = ({ bone, side }: ReadPlace): LesionState | undefined => findings[nameOfPlace({ bone, side })];
  const openNamed = (name: string, back: Element) => {
    const place = READ_PLACES.find((one) => nameOfPlace(one) === name);
    if (place === undefined) return;
    const bones = map.current?.querySelectorAll(`[data-place^="${placeKey(place)}"]`) ?? [];
    const anchor = [...bones].find((bone) => bone.getClientRects().length > 0) ?? back;
    setOpened({ place, anchor, back });
  };
  return (
    <div className="lesion-entry">
      <div className="stack" ref={map}>
        <Skeleton
          marks={marks}
          label={({ bone, side }) => {
            const state = stateAt({ bone, side });
            return `${placeName({ bone, side })}: ${state === undefined ? words.healthy : words[state]}`;
          }}
          views={{ front: words.front, back: words.back, left: words.left, right: words.right }}
          {...(opened === undefined ? {} : { chosen: opened.place })}
          onChoose={({ bone, side }, at) => setOpened({ place: { bone, side }, anchor: at, back: at })}
        />
        <SkeletonLegend says={words} />
      </div>
      <div className="stack">
        <label className="field">
          <span className="label">{says.byName}</span>
          <select value="" onChange={(event) => openNamed(event.target.value, event.currentTarget)}>
            <option value="">{says.choose}</option>
            {READ_PLACES.map((place) => (
              <option key={nameOfPlace(place)} value={nameOfPlace(place)}>
                {placeName(place)}
              </option>
            ))}
          </select>
        </label>
        {marks.length === 0 ? <p className="quiet-text">{says.noMarks}</p> : null}
        <ul className="plain stack">
          {marks.map((mark) => (
            <li key={nameOfPlace(mark)} className="row between">
              <span>
                <MarkSymbol state={mark.state} /> {placeName(mark)}
              </span>
              <select
                aria-label={says.stateOf(placeName(mark))}
                value={mark.state}
                onChange={(event) => onMark(withState(findings, mark, stateNamed(event.target.value)))}
              >
                {LESION_STATES.map((state) => (
                  <option key={state} value={state}>
                    {words[state]}
                  </option>
                ))}
                <option value="">{says.none_here}</option>
              </select>
            </li>
          ))}
        </ul>
        <p className="quiet-text small">{says.kept}</p>
      </div>
      {opened === undefined ? null : (
        <AnchoredDialog
          anchor={opened.anchor}
          back={opened.back}
          title={placeName(opened.place)}
          onClose={() => setOpened(undefined)}
        >
          <div className="stack">
            {[...LESION_STATES, undefined].map((state, at) => (
              <button
                key={state ?? ""}
                type="button"
                aria-pressed={stateAt(opened.place) === state}
                {...(at === 0 ? { "data-first": true } : {})}
                onClick={() => {
                  onMark(withState(findings, opened.place, state));
                  setOpened(undefined);
                }}
              >
                {state === undefined ? null : <MarkSymbol state={state} />}{" "}
                {state === undefined ? says.none_here : words[state]}
              </button>
            ))}
          </div>
        </AnchoredDialog>
      )}
    </div>
  );
}

const stateNamed = (name: string): LesionState | undefined => LESION_STATES.find((state) => state === name);
