import { BONES } from "@osteon/codebook";
import { useState } from "react";
import { AnchoredDialog } from "../design/anchored-dialog.tsx";
import { LesionForm } from "../entry/lesion-form.tsx";
import { marksOf, placeOf } from "../patient/lesion-states.ts";
import { LESION_WORDS, useLesionName, usePlaceName } from "../patient/lesion-words.ts";
import { SkeletonLegend } from "../skeleton/legend.tsx";
import { MarkSymbol } from "../skeleton/mark-symbol.tsx";
import { type BonePlace, LESION_STATES, placeKey } from "../skeleton/place.ts";
import { Skeleton } from "../skeleton/skeleton.tsx";
import { useFormat } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { LesionLooks } from "./lesion-looks.tsx";
import { MRI_WORDS } from "./more-words.ts";
import { find, lesionsSeen, see, unfind } from "./mri-state.ts";
import type { VisitParts } from "./visit-parts.ts";
import type { MriWords } from "./visit-state.ts";
import { VISIT_WORDS } from "./visit-words.ts";

interface Opened {
  readonly place: BonePlace;
  readonly anchor: Element;
  /** A lesion is entered; else those that are known there are told of. */
  readonly enters: boolean;
}

/** What an examination shows: the skeleton, and beside it how each lesion looks now. */
export function MriLesions({ standing, readOnly, change, problemsAt, mri }: VisitParts & { readonly mri: MriWords }) {
  const says = useWords(MRI_WORDS);
  const visit = useWords(VISIT_WORDS);
  const words = useWords(LESION_WORDS);
  const format = useFormat();
  const placeName = usePlaceName();
  const lesionName = useLesionName();
  const [opened, setOpened] = useState<Opened>();
  const [named, setNamed] = useState("");
  const seen = lesionsSeen(mri, standing);
  const marks = marksOf(seen);
  const known = (place: BonePlace) =>
    standing.lesions.filter(({ row }) => placeKey({ ...placeOf(row) }) === placeKey(place));
  const choose = (place: BonePlace, anchor: Element) => setOpened({ place, anchor, enters: known(place).length === 0 });
  const close = () => setOpened(undefined);
  const look = (lesion: string) => (state: string) => change((before) => see(before, lesion, state));
  const line = (lesion: (typeof standing.lesions)[number]) => {
    const { row, last } = lesion;
    const before = LESION_STATES.find((one) => one === last?.state);
    return (
      <li key={row.key} data-place-of={`mri/seen/${row.key}`} data-field="state">
        <span className="lesion-name">
          <strong>{lesionName(row)}</strong>
          <span className="quiet-text small">
            {before === undefined ? (
              words.notLooked
            ) : (
              <>
                {words.before}: <MarkSymbol state={before} /> {words[before]}, {format.date(last?.imagedOn ?? "")}
              </>
            )}
          </span>
        </span>
        <LesionLooks
          label={lesionName(row)}
          state={mri.seen[row.key]?.words.state ?? ""}
          readOnly={readOnly}
          onLook={look(row.key)}
        />
        {problemsAt(`mri/seen/${row.key}`).map(({ code, says: what }) => (
          <span key={code} className="asks small" lang="en">
            {what}
          </span>
        ))}
      </li>
    );
  };
  return (
    <div className="mri-lesions">
      <div className="stack">
        <Skeleton
          marks={marks}
          label={(one) => {
            const mark = marks.find((other) => placeKey(other) === placeKey(one));
            return `${placeName(one)}: ${mark === undefined ? words.healthy : `${words.count(mark.count ?? 1)}, ${words[mark.state]}`}`;
          }}
          views={{ front: words.front, back: words.back, left: words.left, right: words.right }}
          {...(opened === undefined ? {} : { chosen: opened.place })}
          {...(readOnly ? {} : { onChoose: choose })}
        />
        <SkeletonLegend says={words} />
      </div>
      <div className="stack">
        {readOnly ? null : <p className="quiet-text small">{says.lead}</p>}
        <ul className="plain looks-list">
          {standing.lesions.map(line)}
          {Object.entries(mri.found).map(([name, { lesion, seen: own }]) => (
            <li key={name} data-place-of={`mri/found/${name}`}>
              <span className="lesion-name">
                <strong>{lesionName({ cells: { ...lesion.words } })}</strong>
                <span className="quiet-text small">{says.found}</span>
              </span>
              <LesionLooks
                label={lesionName({ cells: { ...lesion.words } })}
                state={own.words.state ?? ""}
                readOnly={readOnly}
                onLook={(state) =>
                  state !== "" && change((before) => find(before, { ...lesion.words, ...own.words, state }, name))
                }
              />
              {readOnly ? null : (
                <button
                  type="button"
                  className="quiet"
                  aria-label={visit.removeOf(lesionName({ cells: { ...lesion.words } }))}
                  onClick={() => change((before) => unfind(before, name))}
                >
                  {visit.remove}
                </button>
              )}
            </li>
          ))}
        </ul>
        {seen.length === 0 ? <p className="quiet-text">{says.noLesions}</p> : null}
        {readOnly ? null : (
          <div className="row lesion-by-name">
            <label className="field">
              <span className="label">{says.place}</span>
              <select value={named} onChange={(event) => setNamed(event.target.value)}>
                <option value="">–</option>
                {BONES.map(({ code }) => (
                  <option key={code} value={code}>
                    {placeName({ bone: code, side: "midline" })}
                  </option>
                ))}
              </select>
            </label>
            <button
              type="button"
              disabled={named === ""}
              onClick={(event) => setOpened({ place: placeIn(named), anchor: event.currentTarget, enters: true })}
            >
              {says.enter}
            </button>
          </div>
        )}
      </div>
      {opened === undefined ? null : (
        <AnchoredDialog anchor={opened.anchor} back={opened.anchor} title={placeName(opened.place)} onClose={close}>
          {opened.enters ? (
            <LesionForm
              begins={beginningAt(opened.place, standing.imaging === null ? "active" : "new")}
              needsReason={false}
              onClose={close}
              onSave={async (cells) => {
                change((before) => find(before, cells));
                close();
              }}
            />
          ) : (
            <>
              <ul className="plain looks-list">{known(opened.place).map(line)}</ul>
              <p className="row">
                <button type="button" className="primary" onClick={close}>
                  OK
                </button>
                <button type="button" onClick={() => setOpened({ ...opened, enters: true })}>
                  {says.here}
                </button>
              </p>
            </>
          )}
        </AnchoredDialog>
      )}
    </div>
  );
}

const placeIn = (bone: string): BonePlace => ({
  bone,
  side: BONES.find(({ code }) => code === bone)?.paired === true ? "left" : "midline",
});

/** A lesion that is entered here is new where an earlier examination did not show it, and active on the first; of a vertebra it is the body. */
const beginningAt = ({ bone, side, level }: BonePlace, state: "new" | "active") => ({
  ...{ bone, side, level: level ?? "", state },
  part: bone.endsWith("_vertebra") ? "body" : "",
});
