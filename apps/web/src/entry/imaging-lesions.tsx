import type { Chart } from "@osteon/api";
import { BONES } from "@osteon/codebook";
import { useRef, useState } from "react";
import { AnchoredDialog } from "../design/anchored-dialog.tsx";
import { Panel } from "../design/page.tsx";
import { Problems } from "../design/told.tsx";
import { type LesionSeen, lesionsAt, marksOf, placeOf } from "../patient/lesion-states.ts";
import { LESION_WORDS, useLesionName, usePlaceName } from "../patient/lesion-words.ts";
import { SkeletonLegend } from "../skeleton/legend.tsx";
import { type BonePlace, placeKey } from "../skeleton/place.ts";
import { Skeleton } from "../skeleton/skeleton.tsx";
import { useWords } from "../words/words.ts";
import { ENTRY_WORDS } from "./entry-words.ts";
import { LesionForm } from "./lesion-form.tsx";
import { LesionList } from "./lesion-list.tsx";
import { useLesionWrites } from "./use-lesion-writes.ts";

interface Parts {
  readonly chart: Chart;
  readonly imaging: string;
  readonly readOnly: boolean;
}

/** The form that is open: for a new lesion at a place or for one that is there, and what it belongs to on the page. */
interface Opened {
  readonly form: string;
  readonly place: BonePlace;
  readonly seen: LesionSeen | undefined;
  readonly anchor: Element;
  readonly back: Element;
}

/** What an examination shows, entered on the skeleton: known lesions are carried forward, new ones are chosen by their bone. */
export function ImagingLesions({ chart, imaging, readOnly }: Parts) {
  const says = useWords(ENTRY_WORDS);
  const words = useWords(LESION_WORDS);
  const placeName = usePlaceName();
  const lesionName = useLesionName();
  const writes = useLesionWrites(chart, imaging);
  const map = useRef<HTMLDivElement>(null);
  const [named, setNamed] = useState("");
  const [opened, setOpened] = useState<Opened>();
  const [error, setError] = useState<unknown>();
  const row = chart.rows.find(({ table, key }) => table === "imaging" && key === imaging);
  if (row === undefined) return null;
  if (row.status === "draft") {
    return (
      <Panel title={says.lesionsTitle}>
        <p className="quiet-text">{says.lesionsFirst}</p>
      </Panel>
    );
  }
  const seen = lesionsAt(chart, imaging);
  const marks = marksOf(seen);
  const open = seen.filter(({ state, before }) => state === undefined && before !== undefined);
  const attempt = (work: Promise<void>): void => {
    setError(undefined);
    work.catch(setError);
  };
  const enterAt = (place: BonePlace, at: Element, back = at) =>
    setOpened({ form: crypto.randomUUID(), place, seen: undefined, anchor: at, back });
  const enterNamed = (back: Element) => {
    const place = placeIn(named);
    const bones = map.current?.querySelectorAll(`[data-place^="${placeKey(place)}"]`) ?? [];
    const shown = [...bones].find((bone) => bone.getClientRects().length > 0);
    enterAt(place, shown ?? back, back);
  };
  const close = () => setOpened(undefined);
  return (
    <Panel title={says.lesionsTitle}>
      <p className="quiet-text">{says.lesionsLead}</p>
      <div className="lesion-entry">
        <div className="stack" ref={map}>
          <Skeleton
            marks={marks}
            label={(one) => {
              const mark = marks.find((other) => placeKey(other) === placeKey(one));
              return `${placeName(one)}: ${mark === undefined ? words.healthy : `${words.count(mark.count ?? 1)}, ${words[mark.state]}`}`;
            }}
            views={{ front: words.front, back: words.back, left: words.left, right: words.right }}
            {...(opened === undefined ? {} : { chosen: opened.place })}
            {...(readOnly ? {} : { onChoose: enterAt })}
          />
          <SkeletonLegend says={words} />
        </div>
        <div className="stack">
          {readOnly ? null : (
            <div className="row lesion-by-name">
              <label className="field">
                <span className="label">{says.orChoose}</span>
                <select value={named} onChange={(event) => setNamed(event.target.value)}>
                  <option value="">{says.choose}</option>
                  {BONES.map(({ code }) => (
                    <option key={code} value={code}>
                      {placeName({ bone: code, side: "midline" })}
                    </option>
                  ))}
                </select>
              </label>
              <button type="button" disabled={named === ""} onClick={(event) => enterNamed(event.currentTarget)}>
                {says.enterThere}
              </button>
            </div>
          )}
          <Problems error={error} />
          <LesionList
            chart={chart}
            seen={seen}
            readOnly={readOnly}
            onObserve={(one, state) => attempt(writes.observe(one, state))}
            onChange={(one, at) =>
              setOpened({ form: crypto.randomUUID(), place: placeOf(one.lesion), seen: one, anchor: at, back: at })
            }
          />
          {readOnly || open.length === 0 ? null : (
            <p>
              <button type="button" onClick={() => attempt(writes.asBefore(open))}>
                {says.asBefore} ({open.length})
              </button>
            </p>
          )}
        </div>
      </div>
      {opened === undefined ? null : (
        <AnchoredDialog
          anchor={opened.anchor}
          back={opened.back}
          title={says.newLesion(opened.seen === undefined ? placeName(opened.place) : lesionName(opened.seen.lesion))}
          onClose={close}
        >
          <LesionForm
            begins={opened.seen === undefined ? beginningAt(opened.place) : cellsOf(opened.seen)}
            needsReason={opened.seen !== undefined}
            onClose={close}
            onSave={(cells, reason) =>
              (opened.seen === undefined
                ? writes.enter(opened.form, cells)
                : writes.change(opened.form, opened.seen, cells, reason)
              ).then(close)
            }
          />
        </AnchoredDialog>
      )}
    </Panel>
  );
}

const placeIn = (bone: string): BonePlace => ({
  bone,
  side: BONES.find(({ code }) => code === bone)?.paired === true ? "left" : "midline",
});

/** A new lesion is active until one says otherwise; of a vertebra it is the body. */
const beginningAt = ({ bone, side, level }: BonePlace) => ({
  bone,
  side,
  level: level ?? "",
  part: bone.endsWith("_vertebra") ? "body" : "",
  state: "active",
});

const cellsOf = ({ lesion, observation }: LesionSeen) => ({
  ...lesion.cells,
  state: "active",
  ...observation?.cells,
});
