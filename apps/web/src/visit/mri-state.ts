import type { Row, WhatStands } from "@osteon/api";
import type { LesionSeen } from "../patient/lesion-states.ts";
import { LESION_STATES, type LesionState } from "../skeleton/place.ts";
import { type FoundLesion, type MriWords, nextName, readName, type VisitState } from "./visit-state.ts";

/** What was done last time is most likely what was done now; of a child without an examination, the whole body. */
const FIRST_MODALITY = "whole_body_mri";

const stateOf = (cell: string | undefined): LesionState | undefined => LESION_STATES.find((one) => one === cell);

/** An examination is begun, of the kind of the last one. */
export function beginMri(state: VisitState, standing: WhatStands): VisitState {
  if (state.mri !== undefined) return state;
  const modality = standing.imaging?.cells.modality || FIRST_MODALITY;
  return { ...state, mri: { words: { modality }, seen: {}, found: {} } };
}

/** Every lesion of which nothing is said yet looks as before; what was new then is active now. */
export function allAsBefore(state: VisitState, standing: WhatStands): VisitState {
  const begun = beginMri(state, standing);
  return standing.lesions.reduce(
    (now, { row, asBefore }) =>
      asBefore === null || (now.mri?.seen[row.key]?.words.state ?? "") !== "" ? now : see(now, row.key, asBefore),
    begun,
  );
}

/** How a known lesion looks now; nothing: the examination did not look at it. */
export function see(state: VisitState, lesion: string, looks: string): VisitState {
  const { mri } = state;
  if (mri === undefined) return state;
  const before = mri.seen[lesion];
  const { [lesion]: _gone, ...others } = mri.seen;
  if (looks === "" && before?.key === undefined) return { ...state, mri: { ...mri, seen: others } };
  const row = { ...before, words: { ...before?.words, state: looks } };
  return { ...state, mri: { ...mri, seen: { ...mri.seen, [lesion]: row } } };
}

const OF_LESION: ReadonlySet<string> = new Set(["bone", "side", "part", "level"]);

/** A lesion that is new to the chart, from the words of its form. */
export function find(state: VisitState, cells: Readonly<Record<string, string>>, name?: string): VisitState {
  const { mri } = state;
  if (mri === undefined) return state;
  const own = name ?? nextName(mri.found, "found");
  const of = (isOfLesion: boolean) =>
    Object.fromEntries(Object.entries(cells).filter(([field]) => OF_LESION.has(field) === isOfLesion));
  const was = mri.found[own];
  const found: FoundLesion = {
    lesion: { key: was?.lesion.key, words: of(true) },
    seen: { key: was?.seen.key, words: of(false) },
  };
  return { ...state, mri: { ...mri, found: { ...mri.found, [own]: found } } };
}

export function unfind(state: VisitState, name: string): VisitState {
  const { mri } = state;
  if (mri === undefined) return state;
  const { [name]: gone, ...others } = mri.found;
  const removed = [
    ...(gone?.seen.key === undefined ? [] : [readName("lesion_observation", gone.seen.key)]),
    ...(gone?.lesion.key === undefined ? [] : [readName("lesion", gone.lesion.key)]),
  ];
  return { ...state, mri: { ...mri, found: others }, removed: [...state.removed, ...removed] };
}

/** No examination after all: what the registry has of it is taken back with the save. */
export function dropMri(state: VisitState): VisitState {
  const { mri } = state;
  if (mri === undefined) return state;
  const bare = Object.keys(mri.found).reduce(unfind, state);
  const keys = Object.values(mri.seen).flatMap(({ key }) => key ?? []);
  const removed = [
    ...keys.map((key) => readName("lesion_observation", key)),
    ...(mri.key === undefined ? [] : [readName("imaging", mri.key)]),
  ];
  return { ...bare, mri: undefined, removed: [...bare.removed, ...removed] };
}

/** A lesion that is not written yet, as the skeleton shows it. */
const unwritten = (name: string, cells: Readonly<Record<string, string>>): Row => ({
  ...{ table: "lesion", key: name, patient: "", centre: "", cells: { ...cells } },
  ...{ status: "draft", version: 0, writtenAt: "", writtenBy: "" },
});

/** Every lesion, known or found now, with how it looks. */
export function lesionsSeen(mri: MriWords, standing: WhatStands): readonly LesionSeen[] {
  return [
    ...standing.lesions.map(({ row }) => ({
      ...{ lesion: row, observation: undefined, before: undefined },
      state: stateOf(mri.seen[row.key]?.words.state),
    })),
    ...Object.entries(mri.found).map(([name, { lesion, seen }]) => ({
      ...{ lesion: unwritten(name, lesion.words), observation: undefined, before: undefined },
      state: stateOf(seen.words.state),
    })),
  ];
}
