import { DRUGS, type EpochDay } from "@osteon/codebook";
import type { Chart, Row } from "../../api/shapes.ts";
import type { Book } from "../../words/codebook-words.ts";
import type { Format } from "../../words/format.ts";
import { dayOf, ownRow, rowsOf } from "../chart-rows.ts";
import type { Course } from "../course.ts";

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
  course: Course | undefined,
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
    painCurve(chart, book),
  ];
  return tracks.filter(({ happenings }) => happenings.length > 0);
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
      says: `${label}${dose}`,
    };
    drugs.set(label, [...(drugs.get(label) ?? []), happening]);
  }
  return [...drugs].map(([label, happenings]) => ({ name: label, label, shape: "bars" as const, happenings }));
}

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
function relapses(chart: Chart, course: Course | undefined, book: Book, derived: string): Track {
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

function curve(analyte: string, chart: Chart, book: Book, format: Format): Track {
  const label = book.cell("laboratory", "analyte", analyte);
  const results = rowsOf(chart, "laboratory").filter(({ cells }) => cells.analyte === analyte);
  const unit = results[0]?.cells.unit ?? "";
  const same = results.filter(({ cells }) => cells.unit === unit);
  const happenings = same.flatMap(({ table, key, cells }) => {
    const day = dayOf(cells.sampled_on);
    const value = numberIn(cells.value);
    return day === undefined || value === undefined
      ? []
      : [{ day, table, key, value, kind: "result", says: `${format.decimal(cells.value ?? "")} ${unit}` }];
  });
  const limits = same.flatMap(({ cells }) => {
    const day = dayOf(cells.sampled_on);
    const value = numberIn(cells.upper_limit);
    return day === undefined || value === undefined ? [] : [{ day, value }];
  });
  return {
    name: analyte,
    label: label.replace(/^.*\((.+)\).*$/, "$1"),
    shape: "curve",
    happenings: inOrder(happenings),
    limits: inOrder(limits),
    unit,
  };
}

function painCurve(chart: Chart, book: Book): Track {
  const happenings = rowsOf(chart, "visit").flatMap(({ table, key, cells }) => {
    const day = dayOf(cells.visited_on);
    const value = numberIn(cells.pain_nrs);
    return day === undefined || value === undefined
      ? []
      : [{ day, table, key, value, kind: "result", says: `${value}/10` }];
  });
  return {
    name: "pain",
    label: book.label("visit", "pain_nrs"),
    shape: "curve",
    happenings: inOrder(happenings),
    unit: "0–10",
  };
}

const numberIn = (cell: string | undefined): number | undefined =>
  /^-?\d+(\.\d+)?$/.test(cell ?? "") ? Number(cell) : undefined;

const inOrder = <T extends { readonly day: EpochDay }>(found: readonly T[]): readonly T[] =>
  [...found].sort((a, b) => a.day - b.day);
