import type { Row, SentEncounter, TypedEncounter, WhatStands } from "@osteon/api";
import { type Codebook, missingReasonOf } from "@osteon/codebook";
import type { Language } from "@osteon/words";
import { tableNamed } from "../book/registry-book.ts";
import { cellsOf, type Typed } from "../entry/typed-cells.ts";
import { dayBefore, isDay } from "./day-before.ts";
import { analyteNamed, isSaid, resultCells } from "./result-words.ts";
import { type DrugChange, type ReadRows, type RowWords, readName, type VisitState } from "./visit-state.ts";
import { resultWords } from "./visit-state-of.ts";

/** A row as it is sent, and its place on the page: `results/crp`, `drugs/T00064`, `begun/begun-1`. */
export interface OutgoingRow {
  readonly place: string;
  readonly table: string;
  readonly key?: string;
  readonly version?: number;
  readonly name?: string;
  readonly refers?: Readonly<Record<string, string>>;
  readonly cells: Readonly<Record<string, string>>;
  readonly status: Row["status"];
}

/** A visit on its way: what is written, what is taken back. */
export interface Outgoing {
  readonly visit: OutgoingRow | undefined;
  readonly rows: readonly OutgoingRow[];
  readonly removed: readonly { readonly place: string; readonly row: Row }[];
}

export interface Given {
  readonly state: VisitState;
  readonly read: ReadRows;
  readonly analytes: WhatStands["analytes"];
  readonly language: Language;
  readonly book: Codebook;
  readonly status: Row["status"];
}

/** What goes unsaid of a new drug: that it goes on. */
const GOES_ON = "not applicable";

/**
 * A visit as it is typed, as the rows that it leaves. A row that stands goes only where it is changed, with the version that was
 * read; a drug that is unchanged is no row. A draft leaves rows that are complete alone: they wait until the visit is complete.
 */
export function encounterOf(given: Given): Outgoing {
  const { state, status } = given;
  const visit = rowOf(given, "visit", "visit", state.visit, {});
  const day = visit.cells.visited_on ?? "";
  const rows = [
    ...resultRows(given, day),
    ...Object.entries(state.drugs).flatMap(([key, change]) => drugRows(given, key, change, day)),
    ...Object.entries(state.begun).map(([name, row]) => ({
      ...rowOf(given, `begun/${name}`, "treatment", row, begunCells(row.words, day, given.language)),
      name,
    })),
    ...Object.entries(state.effects).map(([name, row]) => effectRow(given, name, row, day)),
    ...mriRows(given, day),
  ].filter((row) => isWanted(row, given));
  return {
    visit: isWanted(visit, given) ? visit : undefined,
    rows: status === "draft" ? rows.filter(({ place }) => !place.startsWith("drugs/")) : rows,
    removed: removedRows(given),
  };
}

/** The body of the request; the places of its rows are their order. */
export function bodyOf({ visit, rows, removed }: Outgoing, status: Row["status"], reason: string): SentEncounter {
  const { place: _place, table: _table, key: _key, name: _name, version, ...own } = visit ?? EMPTY;
  return {
    status,
    ...(reason === "" ? {} : { reason }),
    ...(visit === undefined ? {} : { visit: { ...own, ...(version === undefined ? {} : { version }) } }),
    rows: rows.map(({ place: _own, refers, ...row }) => ({
      ...row,
      ...(refers === undefined ? {} : { refers: { ...refers } }),
    })),
    ...(removed.length === 0
      ? {}
      : { removed: removed.map(({ row: { table, key, version: read } }) => ({ table, key, version: read })) }),
  } as SentEncounter;
}

/** The same while it is typed, for what is told of it: a visit that is not changed goes by its number. */
export function typedOf(outgoing: Outgoing, standing: string | undefined): TypedEncounter {
  const { visit, ...body } = bodyOf(outgoing, "complete", "");
  const own = visit ?? { cells: {} };
  return {
    ...body,
    visit:
      outgoing.visit === undefined && standing !== undefined
        ? { key: standing }
        : { ...own, ...(standing === undefined ? {} : { key: standing }) },
  };
}

const EMPTY: OutgoingRow = { place: "visit", table: "visit", cells: {}, status: "draft" };

/** Whether a row that was complete is changed or taken back, which needs a reason. */
export const changesComplete = ({ visit, rows, removed }: Outgoing, read: ReadRows): boolean =>
  [...(visit === undefined ? [] : [visit]), ...rows].some(
    ({ table, key }) => key !== undefined && read[readName(table, key)]?.status === "complete",
  ) || removed.some(({ row }) => row.status === "complete");

function rowOf(
  { read, language, status }: Given,
  place: string,
  table: string,
  { key, words }: RowWords,
  more: Typed,
): OutgoingRow {
  const stored = key === undefined ? undefined : read[readName(table, key)];
  const own = cellsOf(tableNamed(table), words, language);
  const typed = Object.fromEntries(Object.entries(own).filter(([name]) => name in words));
  return {
    ...{ place, table },
    ...(stored === undefined ? {} : { key: stored.key, version: stored.version }),
    cells: { ...(stored === undefined ? {} : stored.cells), ...typed, ...more },
    // What is complete does not become a draft again.
    status: stored?.status === "complete" ? "complete" : status,
  };
}

/** A new row always; one that stands where it says something else, or becomes complete. */
function isWanted({ table, key, cells, status }: OutgoingRow, { read }: Given): boolean {
  const stored = key === undefined ? undefined : read[readName(table, key)];
  if (stored === undefined) return true;
  if (stored.status !== status) return true;
  return tableNamed(table).fields.some(({ name }) => (cells[name] ?? "").trim() !== (stored.cells[name] ?? ""));
}

const dayTyped = (words: string | undefined, day: string, language: Language): string =>
  (words ?? "").trim() === ""
    ? day
    : (cellsOf(tableNamed("laboratory"), { sampled_on: words ?? "" }, language).sampled_on ?? "");

function resultRows(given: Given, day: string): readonly OutgoingRow[] {
  const { state, language } = given;
  const sampled = dayTyped(state.sampledOn, day, language);
  return Object.entries(state.results).flatMap(([name, row]) => {
    if (!isSaid(row.words)) return [];
    const stored = row.key === undefined ? undefined : given.read[readName("laboratory", row.key)];
    const own = dayTyped(row.words.sampled_on, sampled, language);
    const typed = { ...resultTyped(given, row.words.analyte || name, row.words), sampled_on: own };
    const cells = stored === undefined ? typed : changedCells(stored, row.words, typed, language);
    const out = rowOf(given, `results/${name}`, "laboratory", { key: row.key, words: {} }, cells);
    return stored === undefined || out.cells.visit === "" ? [{ ...out, refers: { visit: "visit" } }] : [out];
  });
}

/** The cells of a line, with the unit that is remembered where none is typed, and limits where the report states them. */
function resultTyped({ state, language, book, analytes }: Given, code: string, words: Typed): Record<string, string> {
  const usual = analytes.find(({ analyte }) => analyte === code);
  const unit = words.unit || usual?.unit || analyteNamed(book, code)?.unit || "";
  const cells = resultCells(code, { ...words, unit }, language);
  const { visit: _visit, laboratory: _number, patient: _child, ...own } = cells;
  if (!state.takesLimits || (own.unit ?? "") === "" || usual?.unit !== unit) return own;
  // Limits that are remembered are cells already; those that were typed are words.
  return {
    ...own,
    lower_limit: own.lower_limit || (usual.lowerLimit ?? ""),
    upper_limit: own.upper_limit || (usual.upperLimit ?? ""),
  };
}

/** Of a result that stands only what was typed anew: what does not apply to it, or stands beside no number, stays as it was written. */
function changedCells(stored: Row, words: Typed, typed: Typed, language: Language): Typed {
  const opened = resultWords(stored, language);
  const isChanged = (name: string): boolean => (words[name] ?? "") !== (opened[name] ?? "");
  const hasOtherValue = isChanged("value") || isChanged("finding");
  return Object.fromEntries(
    Object.entries(typed).filter(
      ([name, cell]) =>
        isChanged(name) || (hasOtherValue && OF_VALUE.has(name) && (cell !== "" || name === "comparator")),
    ),
  );
}

/** What follows from a value that is typed. */
const OF_VALUE: ReadonlySet<string> = new Set(["value", "comparator", "unit"]);

/** A dose that changes ends one row and begins another, since a row has one dose; a drug that is stopped ends. */
function drugRows(given: Given, key: string, { kind, words }: DrugChange, day: string): readonly OutgoingRow[] {
  const { read, language } = given;
  const stored = read[readName("treatment", key)];
  if (stored === undefined) return [];
  const on = dayTyped(words.on, day, language);
  const row = { key, words: {} };
  if (kind === "stopped") {
    const stop = words.stop_reason ?? "";
    return [
      rowOf(given, `drugs/${key}`, "treatment", row, { stopped_on: on, ...(stop === "" ? {} : { stop_reason: stop }) }),
    ];
  }
  const typed = cellsOf(tableNamed("treatment"), words, language);
  const { drug = "", drug_class = "", route = "", dose_unit = "" } = stored.cells;
  const begun = {
    ...{ drug, drug_class, route },
    dose: typed.dose ?? "",
    dose_unit: typed.dose_unit || dose_unit,
    started_on: on,
    stopped_on: GOES_ON,
  };
  return [
    rowOf(given, `drugs/${key}`, "treatment", row, { stopped_on: isDay(on) ? dayBefore(on) : on }),
    {
      place: `drugs/${key}/next`,
      table: "treatment",
      name: `next-${key.replace(/[^A-Za-z0-9-]/g, "-")}`,
      cells: begun,
      status: given.status,
    },
  ];
}

function begunCells(words: Typed, day: string, language: Language): Typed {
  return {
    started_on: dayTyped(words.started_on, day, language),
    stopped_on: (words.stopped_on ?? "").trim() === "" ? GOES_ON : dayTyped(words.stopped_on, day, language),
  };
}

/** An effect may be one of a drug that is begun at this visit, which has no number yet. */
function effectRow(given: Given, name: string, row: RowWords, day: string): OutgoingRow {
  const { language, state } = given;
  const of = row.words.treatment ?? "";
  const { treatment: _of, ...words } = row.words;
  const noticed = { noticed_on: dayTyped(words.noticed_on, day, language) };
  if (of in state.begun)
    return {
      ...rowOf(given, `effects/${name}`, "adverse_effect", { key: row.key, words }, noticed),
      refers: { treatment: of },
    };
  return rowOf(given, `effects/${name}`, "adverse_effect", { key: row.key, words }, { treatment: of, ...noticed });
}

const MRI = "mri";

function mriRows(given: Given, day: string): readonly OutgoingRow[] {
  const { mri } = given.state;
  if (mri === undefined) return [];
  const imaged = { imaged_on: dayTyped(mri.words.imaged_on, day, given.language) };
  const imaging = rowOf(given, MRI, "imaging", mri, imaged);
  const ofImaging = <T extends OutgoingRow>(row: T): OutgoingRow =>
    imaging.key === undefined
      ? { ...row, refers: { ...row.refers, imaging: MRI } }
      : { ...row, cells: { ...row.cells, imaging: imaging.key } };
  const isTold = ({ words }: RowWords): boolean => missingReasonOf(words.state ?? "") === undefined;
  return [
    { ...imaging, name: MRI },
    ...Object.entries(mri.seen).flatMap(([lesion, seen]) =>
      isTold(seen) ? [ofImaging(rowOf(given, `mri/seen/${lesion}`, "lesion_observation", seen, { lesion }))] : [],
    ),
    ...Object.entries(mri.found).flatMap(([name, { lesion, seen }]) => [
      { ...rowOf(given, `mri/found/${name}`, "lesion", lesion, {}), name },
      ofImaging({
        ...rowOf(given, `mri/found/${name}/seen`, "lesion_observation", seen, {}),
        refers: { lesion: name },
      }),
    ]),
  ];
}

/** Rows that the registry has and the page no longer says: emptied lines, and what was taken off the page. */
function removedRows({ state, read }: Given): Outgoing["removed"] {
  const emptied = [
    ...Object.entries(state.results).flatMap(([name, { key, words }]) =>
      key === undefined || isSaid(words) ? [] : [{ place: `results/${name}`, name: readName("laboratory", key) }],
    ),
    ...Object.entries(state.mri?.seen ?? {}).flatMap(([lesion, { key, words }]) =>
      key === undefined || (words.state ?? "") !== ""
        ? []
        : [{ place: `mri/seen/${lesion}`, name: readName("lesion_observation", key) }],
    ),
    ...state.removed.map((name) => ({ place: name, name })),
  ];
  return emptied.flatMap(({ place, name }) => {
    const row = read[name];
    return row === undefined ? [] : [{ place, row }];
  });
}
