import type { ToldPedcno } from "@osteon/api";
import {
  CNO_MODELS,
  CNO_OUTCOMES,
  LATEST_VISIT,
  OUTCOME_ITEMS,
  OUTCOME_TABLES,
  type OutcomeItem,
  TOLD_BACK_MODELS,
  toldBackProtocol,
} from "@osteon/cno";
import { isoDate, parsePartialDate } from "@osteon/codebook";
import { modelsReached, readModels } from "@osteon/derive";
import { type Engine, type Row, tableRows } from "@osteon/engine";
import { measuredAnew, SECOND } from "./measured-anew.ts";
import type { DerivedBack, ToldBackReader, ToldVisit } from "./told-back-reader.ts";
import { withDerived } from "./with-derived.ts";

/**
 * Tells a visit back by the models and rules that studies of CNO share, at the time points of the registry's plan. The child is
 * derived twice at once: as it is, and as if day 0 were the day of the visit before, against which PedCNO is read as well.
 */
export function toldBackOfChart(): ToldBackReader {
  const models = modelsReached(readModels([CNO_MODELS, CNO_OUTCOMES]), TOLD_BACK_MODELS);
  return async (charts, visit, plan, book) => {
    const protocol = toldBackProtocol(plan);
    const zero = visit.before?.visitedOn ?? dayBefore(visit.on);
    const both = measuredAnew(charts, visit.patient, zero, book);
    const order = Object.keys(protocol.timePoints);
    return await withDerived({ charts: both, protocol, models, book }, (engine) => told(engine, visit, order));
  };
}

const dayOf = (text: string): number => parsePartialDate(text)?.first ?? 0;
const dayBefore = (on: string): string => isoDate(dayOf(on) - 1);

async function told(engine: Engine, visit: ToldVisit, order: readonly string[]): Promise<DerivedBack> {
  const patients = await tableRows(engine, "patient");
  const own = patients.find(({ patient }) => patient === visit.patient);
  const anew = patients.find(({ patient }) => patient === `${visit.patient}${SECOND}`);
  if (own === undefined || anew === undefined) throw new Error("the chart of which is told has no child");
  const since = await read(engine, anew, visit, order);
  const scale = since.scales.find(({ line_class }) => line_class === "any");
  const counted = since.points.some(({ line_class }) => line_class === "any");
  return {
    noLines: own.consent === "withdrawn" ? "consent" : own.diagnosed_epoch_day === null ? "diagnosis" : null,
    cdas: {
      value: numberOf(scale?.cdas),
      lacks: lacksOf(since, "any", LATEST_VISIT, "cdas"),
      before: visit.before === undefined ? null : numberOf(scale?.cdas_at_start),
    },
    lastVisit:
      visit.before === undefined
        ? null
        : { ...visit.before, pedcno: counted ? pedcnoOf(since, "any", LATEST_VISIT) : null },
    lines: linesOf(await read(engine, own, visit, order), visit),
  };
}

const numberOf = (value: unknown): number | null => (value === null || value === undefined ? null : Number(value));

/** What the models say of one child; `points` are those time points of its lines that the visit stands for. */
interface Derived {
  readonly lines: readonly Row[];
  readonly points: readonly Row[];
  readonly missing: readonly Row[];
  readonly items: readonly Row[];
  readonly levels: readonly Row[];
  readonly scales: readonly Row[];
}

async function read(engine: Engine, child: Row, visit: ToldVisit, order: readonly string[]): Promise<Derived> {
  const of = (table: string) =>
    tableRows(engine, table, { where: [{ column: "patient_no", is: Number(child.patient_no) }] });
  const key = child.patient === visit.patient ? visit.visit : `${visit.visit}${SECOND}`;
  const no = (await of("visit")).find((row) => row.visit === key)?.visit_no;
  const points = (await of("response")).filter(({ visit_no }) => visit_no === no);
  return {
    lines: await of("line"),
    points: points.toSorted((a, b) => order.indexOf(String(a.time_point)) - order.indexOf(String(b.time_point))),
    missing: await of("outcome_missing"),
    items: await of("core_set"),
    levels: await of("pedcno"),
    scales: (await of("line_scale")).filter(
      ({ visit_no, time_point }) => visit_no === no && time_point === LATEST_VISIT,
      OUTCOME_ITEMS,
    ),
  };
}

/** The lines that had begun, by their first day: at the point of the plan that the visit stands for, else as the latest visit. */
function linesOf(derived: Derived, { on }: ToldVisit): DerivedBack["lines"] {
  const begun = derived.lines.filter(({ start_epoch_day }) => Number(start_epoch_day) <= dayOf(on));
  const inOrder = begun.toSorted(
    (a, b) =>
      Number(a.start_epoch_day) - Number(b.start_epoch_day) || (String(a.line_class) < String(b.line_class) ? -1 : 1),
  );
  return inOrder.map((row) => {
    const line = String(row.line_class);
    const about = {
      line,
      startedOn: isoDate(Number(row.start_epoch_day)),
      stoppedOn: row.stop_epoch_day === null ? null : isoDate(Number(row.stop_epoch_day)),
    };
    const point = derived.points.find(({ line_class }) => line_class === line);
    if (point === undefined) {
      const standing = Number(row.start_epoch_day) === dayOf(on) ? ("day-zero" as const) : ("other-visit" as const);
      return { ...about, standing, timePoint: null, state: null, reason: null, lacks: [], pedcno: null };
    }
    const at = String(point.time_point);
    return {
      ...about,
      standing: "judged" as const,
      timePoint: at === LATEST_VISIT ? null : at,
      state: String(point.outcome_state),
      reason: String(point.reason),
      lacks: lacksOf(derived, line, at, "any_remission"),
      pedcno: pedcnoOf(derived, line, at),
    };
  });
}

/** Items of outcome definitions, each named in both languages. */
const titleOf = (item: string): Lack["title"] => {
  const known: Readonly<Record<string, OutcomeItem>> = OUTCOME_ITEMS;
  return known[item]?.title ?? { en: item, de: item };
};

type Lack = DerivedBack["cdas"]["lacks"][number];

const isOf =
  (line: string, at: string) =>
  ({ line_class, time_point }: Row): boolean =>
    line_class === line && time_point === at;

function lacksOf({ missing }: Derived, line: string, at: string, definition: string): readonly Lack[] {
  return missing
    .filter((row) => isOf(line, at)(row) && row.definition === definition)
    .map(
      ({ missing_item, missing_at }): Lack => ({
        item: String(missing_item),
        title: titleOf(String(missing_item)),
        at: missing_at === "both" || missing_at === "start" ? missing_at : "time_point",
      }),
    )
    .sort((a, b) => (a.item < b.item ? -1 : 1));
}

const CORE_SET = ["esr", "lesions", "physician_global", "patient_global", "chaq"];

function pedcnoOf({ items, levels }: Derived, line: string, at: string): ToldPedcno {
  const range = (lowest: unknown, highest: unknown) =>
    lowest === null
      ? null
      : { lowest: Number(lowest) / 1000, highest: highest === null ? null : Number(highest) / 1000 };
  const own = items.filter(isOf(line, at));
  return {
    items: CORE_SET.flatMap((name) =>
      own
        .filter(({ item }) => item === name)
        .map((row) => ({
          item: name,
          title: titleOf(name),
          before: range(row.before_lowest_x1000, row.before_highest_x1000),
          now: range(row.now_lowest_x1000, row.now_highest_x1000),
        })),
    ),
    levels: Object.entries(OUTCOME_TABLES.pedcno_level.rows).flatMap(([level, { percent }]) => {
      const state = levels.find((row) => isOf(line, at)(row) && row.level === level)?.pedcno_state;
      return state === "response" || state === "no_response" || state === "too_few_items"
        ? [{ level, percent, state }]
        : [];
    }),
  };
}
