import type { Row, ToldEncounter, WhatStands } from "@osteon/api";
import { keyOf } from "@osteon/codebook";
import type { Language } from "@osteon/words";
import { tableNamed } from "../book/registry-book.ts";
import { type Typed, typedIn, typedOf } from "../entry/typed-cells.ts";
import {
  type MriWords,
  type NamedRows,
  NO_VISIT,
  type ReadRows,
  type RowWords,
  readName,
  type VisitState,
} from "./visit-state.ts";

/** The words of a row without its number and its child, which stand in no field of the page. */
function wordsOf(row: Row, language: Language): Typed {
  const table = tableNamed(row.table);
  const { [keyOf(table).name]: _number, patient: _child, ...words } = typedOf(table, row.cells, language);
  return words;
}

/** A result as its line shows it: the visit that it names is this one, and what does not apply to it is unsaid. */
export function resultWords(row: Row, language: Language): Typed {
  const { visit: _visit, ...words } = wordsOf(row, language);
  return Object.fromEntries(Object.entries(words).filter(([, said]) => said !== "not applicable"));
}

const asWords = (row: Row, language: Language): RowWords => ({ key: row.key, words: wordsOf(row, language) });

/** The rows that a page may change, by table and number. */
export const readRowsOf = (rows: readonly Row[]): ReadRows =>
  Object.fromEntries(rows.map((row) => [readName(row.table, row.key), row]));

/** A visit that the registry has, as the page begins with it. Treatments that are complete are drugs that go on, or are over. */
export function visitStateOf({ visit, rows }: Pick<ToldEncounter, "visit" | "rows">, language: Language): VisitState {
  const of = (table: string) => rows.filter((row) => row.table === table);
  const named = (own: readonly Row[], begin: string): NamedRows =>
    Object.fromEntries(own.map((row, place) => [`${begin}-${place + 1}`, asWords(row, language)]));
  const results: Record<string, RowWords> = {};
  for (const row of of("laboratory")) {
    const code = row.cells.analyte ?? "";
    results[code in results || code === "" ? row.key : code] = { key: row.key, words: resultWords(row, language) };
  }
  const sampled = of("laboratory").map(({ cells }) => cells.sampled_on ?? "");
  const day = visit.cells.visited_on ?? "";
  const other = sampled.find((one) => one !== day);
  const words = wordsOf(visit, language);
  return {
    ...NO_VISIT,
    visit: { key: visit.key, words },
    sampledOn: other === undefined ? "" : (results[Object.keys(results)[0] ?? ""]?.words.sampled_on ?? ""),
    results,
    begun: named(
      of("treatment").filter(({ status, cells }) => status === "draft" && cells.started_on === day),
      "begun",
    ),
    effects: named(of("adverse_effect"), "effect"),
    mri: mriOf(of("imaging")[0], of("lesion_observation"), language),
  };
}

function mriOf(imaging: Row | undefined, seen: readonly Row[], language: Language): MriWords | undefined {
  if (imaging === undefined) return undefined;
  const own = seen.filter(({ cells }) => cells.imaging === imaging.key);
  return {
    ...asWords(imaging, language),
    seen: Object.fromEntries(own.map((row) => [row.cells.lesion ?? row.key, asWords(row, language)])),
    found: {},
  };
}

/** Every row that stands and that a page of a visit may change. */
export const rowsThatStand = (
  standing: WhatStands,
  encounter?: Pick<ToldEncounter, "visit" | "rows">,
): readonly Row[] =>
  encounter === undefined
    ? standing.drugs.map(({ row }) => row)
    : [...standing.drugs.map(({ row }) => row), encounter.visit, ...encounter.rows];

/** What was typed in one language, as it would be in another. */
export function stateIn(state: VisitState, was: Language, language: Language): VisitState {
  if (was === language) return state;
  const turn = (table: string, { key, words }: RowWords): RowWords => {
    const turned = typedIn(tableNamed(table), words, was, language);
    // A blank that nobody typed would say that it was emptied.
    return { key, words: Object.fromEntries(Object.entries(turned).filter(([name]) => name in words)) };
  };
  const all = (table: string, rows: NamedRows): NamedRows =>
    Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, turn(table, row)]));
  const { mri } = state;
  const turnDay = (words: string) =>
    typedIn(tableNamed("laboratory"), { sampled_on: words }, was, language).sampled_on ?? "";
  return {
    ...state,
    visit: turn("visit", state.visit),
    sampledOn: turnDay(state.sampledOn),
    results: all("laboratory", state.results),
    drugs: Object.fromEntries(
      Object.entries(state.drugs).map(([key, { kind, words }]) => [
        key,
        { kind, words: { ...turn("treatment", { words }).words, on: turnDay(words.on ?? "") } },
      ]),
    ),
    begun: all("treatment", state.begun),
    effects: all("adverse_effect", state.effects),
    mri: mri && {
      ...turn("imaging", mri),
      seen: all("lesion_observation", mri.seen),
      found: Object.fromEntries(
        Object.entries(mri.found).map(([name, { lesion, seen }]) => [
          name,
          { lesion: turn("lesion", lesion), seen: turn("lesion_observation", seen) },
        ]),
      ),
    },
  };
}
