import type { Chart, Row, VisitWindow } from "@osteon/api";
import { comparatorSign, type EpochDay, isoDate } from "@osteon/codebook";
import { useMe } from "../../api/me.ts";
import { keptTables } from "../../frame/kept-note.tsx";
import { SCHEDULE_WORDS } from "../../schedule/schedule-words.ts";
import { nextVisit } from "../../schedule/windows.ts";
import { useBook } from "../../words/codebook-words.ts";
import { useFormat } from "../../words/format.ts";
import { useLanguage, useWords } from "../../words/words.ts";
import { today, useAge } from "../age.ts";
import { dayOf, ownRow, rowsOf } from "../chart-rows.ts";
import type { ReadCourse } from "../course.ts";

import { lastState, presentLine, statesOf } from "../present-line.ts";
import { STATE_WORDS, stateWord } from "../state-words.ts";
import { drugsNow } from "./drugs-now.ts";
import { GLANCE_WORDS } from "./glance-words.ts";
import { lastMri } from "./last-mri.ts";
import { lastResult, numberIn } from "./last-result.ts";

/** Where something of the strip comes from: a row of the chart, or a part of the page. */
export type GlanceSource = { readonly table: string; readonly row: string } | { readonly part: string };

/** One line of an item: what it says, from where, and whether it asks for attention. */
export interface GlanceLine {
  readonly says: string;
  readonly more: string;
  readonly from: GlanceSource;
  readonly tone?: "bad" | "quiet";
}

export interface GlanceItem {
  readonly name: "age" | "drugs" | "state" | "pain" | "crp" | "mri" | "next" | "queries";
  readonly label: string;
  readonly lines: readonly GlanceLine[];
}

/** The tables that an item is made of; of a part of them it would say something wrong, such as that nothing was measured. */
const MADE_OF: Readonly<Partial<Record<GlanceItem["name"], readonly string[] | "any">>> = {
  drugs: ["treatment", "antibiotic", "course"],
  state: "any",
  crp: ["laboratory"],
  mri: ["imaging", "lesion", "lesion_observation"],
  next: ["treatment"],
};

/**
 * What one wants to know of a child in half a minute; what is not known is said as such, and what is kept from the person's role.
 * Drafts are not counted.
 */
export function useGlance(
  chart: Chart,
  course: ReadCourse | undefined,
  windows: readonly VisitWindow[] | undefined,
): readonly GlanceItem[] {
  const says = useWords(GLANCE_WORDS);
  const drugs = useDrugLines(chart);
  const dead = ownRow(chart)?.cells.status === "dead";
  const me = useMe();
  const unlessKept = (item: GlanceItem): GlanceItem => {
    const of = MADE_OF[item.name];
    const asked = { centre: chart.centre, of: of === "any" ? undefined : of };
    if (of === undefined || keptTables(me, asked).length === 0) return item;
    return { ...item, lines: [{ says: says.kept, more: "", from: { part: "chart" }, tone: "quiet" }] };
  };
  const items: readonly GlanceItem[] = [
    { name: "age", label: dead ? says.lived : says.age, lines: [useAgeLine(chart, dead)] },
    { name: "drugs", label: dead ? says.drugsThen : says.drugs, lines: drugs },
    { name: "state", label: says.state, lines: [useStateLine(course)] },
    { name: "pain", label: says.pain, lines: [usePainLine(chart)] },
    { name: "crp", label: "CRP", lines: [useCrpLine(chart)] },
    { name: "mri", label: says.mri, lines: [useMriLine(chart)] },
    { name: "next", label: says.next, lines: [useNextLine(chart, windows)] },
    { name: "queries", label: says.queries, lines: [useQueryLine(chart)] },
  ];
  return items.map(unlessKept);
}

const rowFrom = ({ table, key }: Row): GlanceSource => ({ table, row: key });

function useAgeLine(chart: Chart, dead: boolean): GlanceLine {
  const says = useWords(GLANCE_WORDS);
  const age = useAge(chart);
  const cells = ownRow(chart)?.cells ?? {};
  const now = age(dead ? dayOf(cells.last_contact_on) : today());
  const then = age(dayOf(cells.diagnosed_on));
  const from = { table: "patient", row: chart.patient };
  if (now === undefined) return { says: says.noBirth, more: "", from, tone: "quiet" };
  return { says: now, more: then === undefined ? says.noDiagnosis : says.atDiagnosis(then), from };
}

function useDrugLines(chart: Chart): readonly GlanceLine[] {
  const says = useWords(GLANCE_WORDS);
  const book = useBook();
  const format = useFormat();
  const on = lastDay(chart);
  const { goingOn, unsure, lastUntil, drafts } = drugsNow(chart, on);
  const draftSays = drafts === 0 ? "" : says.draftDrugs(drafts);
  if (goingOn.length + unsure.length === 0) {
    const none = lastUntil === undefined ? says.noDrugYet : says.noneSince(format.date(isoDate(lastUntil)));
    return [{ says: none, more: draftSays, from: { part: "chart" }, tone: "quiet" }];
  }
  const infusions = rowsOf(chart, "course").filter(({ status }) => status === "complete");
  const lineOf = (row: Row, sure: boolean): GlanceLine => {
    const { cells, table, key } = row;
    const drug =
      table === "antibiotic" ? cells.substance || book.one(table) : book.cell(table, "drug", cells.drug ?? "");
    const given = infusions
      .filter((one) => one.cells.treatment === key)
      .map((one) => one.cells.given_on ?? "")
      .sort()
      .at(-1);
    const since = says.since(format.date(cells.started_on));
    const more = [since, given === undefined ? "" : says.lastGiven(format.date(given)), sure ? "" : says.stopUnknown];
    return {
      says:
        numberIn(cells.dose) === undefined
          ? drug
          : `${drug} ${format.decimal(cells.dose ?? "")} ${cells.dose_unit ?? ""}`,
      more: [...(table === "treatment" && numberIn(cells.dose) === undefined ? [says.noDose] : []), ...more]
        .filter((part) => part !== "")
        .join(", "),
      from: rowFrom(row),
    };
  };
  const lines = [...goingOn.map((row) => lineOf(row, true)), ...unsure.map((row) => lineOf(row, false))];
  return draftSays === "" ? lines : [...lines, { says: draftSays, more: "", from: { part: "todo" }, tone: "quiet" }];
}

/** Today; of a child that died the last contact, since nothing goes on after it. */
function lastDay(chart: Chart): EpochDay {
  const { status, last_contact_on } = ownRow(chart)?.cells ?? {};
  return (status === "dead" ? dayOf(last_contact_on) : undefined) ?? today();
}

function useStateLine(course: ReadCourse | undefined): GlanceLine {
  const says = useWords(GLANCE_WORDS);
  const words = useWords(STATE_WORDS);
  const from = { part: "state" };
  const line = course === undefined ? undefined : presentLine(course);
  const states = course === undefined ? [] : statesOf(course, line);
  if (line === undefined || states.length === 0) return { says: says.noState, more: "", from, tone: "quiet" };
  const last = lastState(states);
  const lineWord = stateWord(words, line);
  if (last === undefined) return { says: says.notSeen, more: lineWord, from, tone: "quiet" };
  return {
    says: stateWord(words, last.state),
    more: says.atPoint(stateWord(words, last.timePoint), lineWord),
    from,
    ...(last.state === "relapse" || last.state === "inefficacy" ? { tone: "bad" } : {}),
  };
}

function usePainLine(chart: Chart): GlanceLine {
  const says = useWords(GLANCE_WORDS);
  const format = useFormat();
  const { last, rows } = lastResult(chart, "visit", "pain_nrs", "visited_on", today());
  if (last === undefined)
    return { says: rows === 0 ? says.noVisit : says.noPain, more: "", from: { part: "chart" }, tone: "quiet" };
  const since = last.since.length === 0 ? "" : `; ${says.notSince(last.since.length)}`;
  return {
    says: `${last.value}/10`,
    more: `${format.date(last.row.cells.visited_on)}${since}`,
    from: rowFrom(last.row),
  };
}

function useCrpLine(chart: Chart): GlanceLine {
  const says = useWords(GLANCE_WORDS);
  const format = useFormat();
  const { last } = lastResult(
    chart,
    "laboratory",
    "value",
    "sampled_on",
    today(),
    ({ cells }) => cells.analyte === "crp",
  );
  if (last === undefined) return { says: says.noCrp, more: "", from: { part: "chart" }, tone: "quiet" };
  const { value = "", unit = "", upper_limit = "", comparator = "", sampled_on } = last.row.cells;
  const limit = numberIn(upper_limit);
  const isAbove = limit !== undefined && last.value > limit && !/^(below|at_most)$/.test(comparator);
  const told = limit === undefined ? says.noLimit : says.limit(format.decimal(upper_limit));
  return {
    says: `${comparatorSign(comparator)}${format.decimal(value)} ${unit}`,
    more: `${isAbove ? `${says.above}, ` : ""}${told}; ${format.date(sampled_on)}`,
    from: rowFrom(last.row),
    ...(isAbove ? { tone: "bad" } : {}),
  };
}

function useMriLine(chart: Chart): GlanceLine {
  const says = useWords(GLANCE_WORDS);
  const format = useFormat();
  const mri = lastMri(chart, today());
  if (mri === undefined) return { says: says.noMri, more: "", from: { part: "lesions" }, tone: "quiet" };
  const counts = [
    says.fresh(mri.fresh),
    says.active(mri.active),
    ...(mri.remaining > 0 ? [says.remaining(mri.remaining)] : []),
    says.gone(mri.gone),
    ...(mri.notLooked > 0 ? [says.notLooked(mri.notLooked)] : []),
  ];
  const before = mri.before === undefined ? says.first : says.against(format.date(mri.before.cells.imaged_on));
  return {
    says: mri.looked + mri.notLooked === 0 ? says.noLesions : counts.join(", "),
    more: `${format.date(mri.imaging.cells.imaged_on)}, ${before}`,
    from: rowFrom(mri.imaging),
  };
}

function useNextLine(chart: Chart, windows: readonly VisitWindow[] | undefined): GlanceLine {
  const says = useWords(GLANCE_WORDS);
  const words = useWords(SCHEDULE_WORDS);
  const format = useFormat();
  const language = useLanguage();
  const from = { part: "schedule" };
  if (windows === undefined) return { says: says.nextUnknown, more: "", from, tone: "quiet" };
  const next = nextVisit(windows);
  if (next === undefined) {
    const why = ownRow(chart)?.cells.diagnosed_on ? "" : says.noDiagnosis;
    return { says: says.nextNone, more: why, from, tone: "quiet" };
  }
  const point = next.label[language];
  if (next.state === "late")
    return { says: words.late, more: says.overdueSince(point, format.date(next.closesOn)), from, tone: "bad" };
  if (next.state === "due")
    return { says: words.due, more: `${point}, ${words.until(format.date(next.closesOn))}`, from };
  if (next.state === "part" && next.visit !== undefined)
    return {
      says: words.part,
      more: `${point}, ${format.date(next.visit.visitedOn)}`,
      from: { table: "visit", row: next.visit.visit },
    };
  return { says: point, more: words.from(format.date(next.opensOn)), from };
}

function useQueryLine(chart: Chart): GlanceLine {
  const says = useWords(GLANCE_WORDS);
  const open = chart.queries.filter(({ state }) => state !== "closed").length;
  const drafts = chart.rows.filter(({ status }) => status === "draft").length;
  return {
    says: open === 0 ? says.noQueries : String(open),
    more: drafts === 0 ? says.noDrafts : says.drafts(drafts),
    from: { part: "todo" },
    ...(open === 0 ? { tone: "quiet" } : {}),
  };
}
