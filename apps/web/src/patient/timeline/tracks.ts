import type { Chart, Row } from "@osteon/api";
import { ANALYTES, comparatorSign, DRUGS, type EpochDay, missingReasonOf } from "@osteon/codebook";
import type { Format } from "@osteon/words";
import type { Book } from "../../words/codebook-words.ts";
import { dayOf, ownRow, rowsOf } from "../chart-rows.ts";
import type { ReadCourse } from "../course.ts";

import { numberIn } from "../glance/last-result.ts";

/** Something that happened on a day, or from a day on, and the chart row that says so. */
export interface Happening {
  readonly day: EpochDay;
  /** Last day of what lasts. */
  readonly until?: EpochDay;
  readonly goesOn?: true;
  readonly table: string;
  readonly key: string;
  readonly says: string;
  /** Drug class of a treatment, modality of an examination, where a relapse is known from. */
  readonly kind: string;
  readonly value?: number;
}

/** One line of the timeline. */
export interface Track {
  readonly name: string;
  readonly label: string;
  readonly shape: "bars" | "dots" | "curve";
  readonly happenings: readonly Happening[];
  /** The laboratory's own upper limits over time, in the unit of the values. */
  readonly limits?: readonly { readonly day: EpochDay; readonly value: number }[];
  readonly unit?: string;
}

/** What a chart holds, as tracks; tracks with nothing on them are left out. */
export function tracksOf(
  chart: Chart,
  course: ReadCourse | undefined,
  book: Book,
  format: Format,
  derived: string,
): readonly Track[] {
  const last = dayOf(ownRow(chart)?.cells.last_contact_on);
  const tracks = [
    ...treatmentTracks(chart, book, last),
    dots("visit", chart, "visited_on", book, (row) => ({ kind: "visit", says: visitSays(row, book, format) })),
    dots("imaging", chart, "imaged_on", book, (row) => ({
      kind: row.cells.modality ?? "",
      says: book.cell("imaging", "modality", row.cells.modality ?? ""),
    })),
    relapses(chart, course, book, derived),
    dots("adverse_effect", chart, "noticed_on", book, (row) => ({
      kind: "adverse_effect",
      says: book.cell("adverse_effect", "effect", row.cells.effect ?? ""),
    })),
    dots("manifestation", chart, "noticed_on", book, (row) => ({
      kind: "manifestation",
      says: book.cell("manifestation", "kind", row.cells.kind ?? ""),
    })),
    curve("crp", chart, book, format),
    curve("esr", chart, book, format),
    visitCurve("pain", "pain_nrs", "/10", chart, book, format),
    visitCurve("weight", "weight_kg", " kg", chart, book, format),
  ];
  return tracks.filter(({ happenings }) => happenings.length > 0);
}

const MARGIN_DAYS = 30;

/** The first and the last day of everything on the tracks, a zero among them, with a margin. */
export function wholeOf(tracks: readonly Track[], zero: EpochDay | undefined): readonly [from: number, until: number] {
  const days = tracks.flatMap(({ happenings }) => happenings.flatMap(({ day, until = day }) => [day, until]));
  return [
    Math.min(...days, zero ?? Number.POSITIVE_INFINITY) - MARGIN_DAYS,
    Math.max(...days, zero ?? Number.NEGATIVE_INFINITY) + MARGIN_DAYS,
  ];
}

const CLASS_OF = new Map(DRUGS.map(({ code, drugClass }) => [code, drugClass]));

function treatmentTracks(chart: Chart, book: Book, last: EpochDay | undefined): readonly Track[] {
  const drugs = new Map<string, Happening[]>();
  for (const { table, key, cells } of [...rowsOf(chart, "treatment"), ...rowsOf(chart, "antibiotic")]) {
    const day = dayOf(cells.started_on);
    if (day === undefined) continue;
    const stop = dayOf(cells.stopped_on);
    const drug = cells.drug ?? cells.substance ?? "";
    const label = table === "antibiotic" ? book.one("antibiotic") : book.cell("treatment", "drug", drug);
    const dose = cells.dose ? ` ${book.cell("treatment", "dose", cells.dose)} ${cells.dose_unit ?? ""}` : "";
    const happening: Happening = {
      day,
      until: stop ?? Math.max(day, last ?? day),
      ...(stop === undefined ? { goesOn: true as const } : {}),
      table,
      key,
      kind: table === "antibiotic" ? "antibiotic" : (CLASS_OF.get(drug) ?? cells.drug_class ?? "other"),
      says: table === "antibiotic" ? substanceOf(cells.substance) || label : `${label}${dose}`,
    };
    drugs.set(label, [...(drugs.get(label) ?? []), happening]);
  }
  return [...drugs].map(([label, happenings]) => ({ name: label, label, shape: "bars" as const, happenings }));
}

/** The name of an antibiotic; a reason why it is missing is none. */
const substanceOf = (cell = ""): string => (missingReasonOf(cell) === undefined ? cell : "");

function dots(
  table: string,
  chart: Chart,
  field: string,
  book: Book,
  of: (row: Row) => Pick<Happening, "kind" | "says">,
): Track {
  const happenings = rowsOf(chart, table).flatMap((row) => {
    const day = dayOf(row.cells[field]);
    return day === undefined ? [] : [{ day, table, key: row.key, ...of(row) }];
  });
  return { name: table, label: book.many(table), shape: "dots", happenings };
}

function visitSays({ cells }: Row, book: Book, format: Format): string {
  const change = cells.subjective_change ? book.cell("visit", "subjective_change", cells.subjective_change) : "";
  const pain = cells.pain_nrs ? `${book.label("visit", "pain_nrs")}: ${format.decimal(cells.pain_nrs)}` : "";
  return [book.one("visit"), change, pain].filter((part) => part !== "").join(", ");
}

/** Relapses that the rules derive, and those that the chart itself records. */
function relapses(chart: Chart, course: ReadCourse | undefined, book: Book, derived: string): Track {
  const recorded = dots("relapse", chart, "noticed_on", book, () => ({
    kind: "recorded",
    says: book.one("relapse"),
  })).happenings;
  const found = (course?.relapses ?? []).flatMap(({ visit, on }): readonly Happening[] => {
    const day = dayOf(on);
    return day === undefined || visit === null
      ? []
      : [{ day, table: "visit", key: visit, kind: "derived", says: `${book.one("relapse")} (${derived})` }];
  });
  return { name: "relapse", label: book.many("relapse"), shape: "dots", happenings: [...recorded, ...found] };
}

/** Results of one analyte in its own unit, whatever unit a laboratory reported; the words keep what was reported. */
function curve(code: string, chart: Chart, book: Book, format: Format): Track {
  const label = book.cell("laboratory", "analyte", code);
  const analyte = ANALYTES.find((one) => one.code === code);
  const inOwnUnit = ({ cells }: Row, field: "value" | "upper_limit"): number | undefined => {
    const value = numberIn(cells[field]);
    const reported = analyte?.reported.find(({ unit }) => unit === cells.unit);
    return value === undefined || reported === undefined
      ? undefined
      : (value * reported.numerator) / reported.denominator;
  };
  const results = rowsOf(chart, "laboratory").filter(({ cells }) => cells.analyte === code);
  const happenings = results.flatMap((row) => {
    const day = dayOf(row.cells.sampled_on);
    const value = inOwnUnit(row, "value");
    const { value: reported = "", unit = "", comparator = "" } = row.cells;
    const says = `${comparatorSign(comparator)}${format.decimal(reported)} ${unit}`;
    return day === undefined || value === undefined
      ? []
      : [{ day, table: row.table, key: row.key, value, kind: comparator || "result", says }];
  });
  const limits = results.flatMap((row) => {
    const day = dayOf(row.cells.sampled_on);
    const value = inOwnUnit(row, "upper_limit");
    return day === undefined || value === undefined ? [] : [{ day, value }];
  });
  return {
    name: code,
    label: label.replace(/^.*\((.+)\).*$/, "$1"),
    shape: "curve",
    happenings: inOrder(happenings),
    limits: inOrder(limits),
    unit: analyte?.unit ?? "",
  };
}

function visitCurve(
  name: "pain" | "weight",
  field: "pain_nrs" | "weight_kg",
  unit: string,
  chart: Chart,
  book: Book,
  format: Format,
): Track {
  const happenings = rowsOf(chart, "visit").flatMap(({ table, key, cells }) => {
    const day = dayOf(cells.visited_on);
    const value = numberIn(cells[field]);
    const says = `${format.decimal(cells[field] ?? "")}${unit}`;
    return day === undefined || value === undefined ? [] : [{ day, table, key, value, kind: "result", says }];
  });
  return { name, label: book.label("visit", field), shape: "curve", happenings: inOrder(happenings) };
}

const inOrder = <T extends { readonly day: EpochDay }>(found: readonly T[]): readonly T[] =>
  [...found].sort((a, b) => a.day - b.day);
