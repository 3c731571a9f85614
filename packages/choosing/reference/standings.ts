import type { Choices, ChosenCondition, DrugGroups } from "@osteon/api";
import {
  BONES,
  type ChartRow,
  type Charts,
  missingReasonOf,
  parsePartialDate,
  resolvePartialDate,
} from "@osteon/codebook";

type Answer = boolean | "unknown";

interface Fact {
  /** Nothing: the chart does not know. */
  readonly value: string | number | undefined;
  readonly day: number | undefined;
}

/** How a child stands in a group: the same rules a second time, child by child and cell by cell. */
export interface ChildStanding {
  readonly patient: string;
  readonly group: number | "all";
  readonly standing: "counted" | "not_met" | "not_known" | "other_group";
}

/** Every child with CNO among all, and in each group whose drug it was given. */
export function standings(charts: Charts, choices: Choices): readonly ChildStanding[] {
  return rowsOf(charts, "patient")
    .filter(({ cohort, consent }) => cohort === "cno" && consent !== "withdrawn")
    .flatMap((child) => standingsOf(new Chart(charts, child), choices));
}

const rowsOf = (charts: Charts, table: string): readonly ChartRow[] =>
  charts.find(({ name }) => name === table)?.rows.map(({ cells }) => cells) ?? [];

function standingsOf(chart: Chart, choices: Choices): readonly ChildStanding[] {
  const diagnosed = chart.dayOf(chart.child.diagnosed_on) ?? 0;
  const { from = "1980-01-01", to = "2059-12-31" } = choices.diagnosed ?? {};
  if (diagnosed < (chart.dayOf(from) ?? 0) || diagnosed > (chart.dayOf(to) ?? 0)) return [];
  const patient = chart.child.patient ?? "";
  const starts = "members" in choices.groups ? choices.groups.groups.map((group) => chart.startOf(group)) : [];
  const first = Math.min(...starts.flatMap((start) => start ?? []));
  const together = starts.flatMap((start, index) => (start !== undefined && start <= first + 14 ? [index] : []));
  const lines = [
    ["all", diagnosed] as const,
    ...starts.flatMap((start, index) => (start === undefined ? [] : [[index, start] as const])),
  ];
  return lines.map(([group, start]) => {
    const answers = choices.population.map((condition) => holds(chart, condition, diagnosed, start));
    const isOther =
      group !== "all" && "members" in choices.groups && choices.groups.members === "first" && group !== together.at(-1);
    const standing = answers.includes(false)
      ? "not_met"
      : answers.includes("unknown")
        ? "not_known"
        : isOther
          ? "other_group"
          : "counted";
    return { patient, group, standing };
  });
}

const AROUND = [-90, 30] as const;
const NOT_THERE = new Set(
  "culture biopsy imaging treatment course antibiotic adverse_effect manifestation joint sequela relapse".split(" "),
);

function holds(chart: Chart, condition: ChosenCondition, diagnosed: number, start: number): Answer {
  const { field, comparison, values, when } = condition;
  const inPeriod = (day: number): boolean =>
    when === "ever" ||
    (when === "by-start" ? day <= start : day - diagnosed >= AROUND[0] && day - diagnosed <= AROUND[1]);
  const [table = ""] = field.split(".");
  const facts = chart.factsOf(field).filter(({ day }) => day === undefined || inPeriod(day));
  const looked = table.startsWith("lesion") && chart.imagings().some((day) => when === "ever" || inPeriod(day));
  const one = (value: string): Answer => {
    const answers = facts.map((fact): Answer => {
      const met = meets(fact.value, comparison, value);
      return met === true && fact.day === undefined && when !== "ever" ? "unknown" : met;
    });
    if (answers.includes(true)) return true;
    if (answers.includes("unknown")) return "unknown";
    if (facts.length > 0 || looked || comparison === "known" || NOT_THERE.has(table)) return false;
    return "unknown";
  };
  const answers = comparison === "known" ? [one("")] : values.map(one);
  const met: Answer = answers.includes(true) ? true : answers.includes("unknown") ? "unknown" : false;
  return comparison === "is-not" && met !== "unknown" ? !met : met;
}

function meets(value: Fact["value"], comparison: ChosenCondition["comparison"], asked: string): Answer {
  if (comparison === "known") return value !== undefined;
  if (value === undefined) return "unknown";
  if (comparison === "at-least") return Number(value) >= Number(asked);
  if (comparison === "at-most") return Number(value) <= Number(asked);
  return typeof value === "number" && asked !== "yes" && asked !== "no" ? value === Number(asked) : value === asked;
}

/** The rows of one child. */
class Chart {
  readonly charts: Charts;
  readonly child: ChartRow;
  constructor(charts: Charts, child: ChartRow) {
    this.charts = charts;
    this.child = child;
  }

  rows(table: string): readonly ChartRow[] {
    return rowsOf(this.charts, table).filter(({ patient }) => patient === this.child.patient);
  }

  dayOf(cell = ""): number | undefined {
    const date = parsePartialDate(cell);
    return date === undefined ? undefined : resolvePartialDate(date, "middle");
  }

  startOf({ classes, drugs }: DrugGroups["groups"][number]): number | undefined {
    const days = this.rows("treatment")
      .filter(({ drug = "", drug_class = "" }) => drugs.includes(drug) || classes.includes(drug_class))
      .flatMap(({ started_on }) => this.dayOf(started_on) ?? []);
    return days.length === 0 ? undefined : Math.min(...days);
  }

  imagings(): readonly number[] {
    return this.rows("imaging").flatMap(({ imaged_on }) => this.dayOf(imaged_on) ?? []);
  }

  factsOf(id: string): readonly Fact[] {
    const [table = "", name = ""] = id.split(".");
    if (table === "child") return [{ value: this.derived(name), day: undefined }];
    if (table === "lesion") return this.lesions(name);
    if (table === "laboratory")
      return this.rows("laboratory")
        .filter(({ analyte }) => analyte === name)
        .map((row) => ({ value: cellValue(row.value, true), day: this.dayOf(row.sampled_on) }));
    return this.rows(table).map((row) => ({ value: cellValue(row[name], isNumber(id)), day: this.rowDay(table, row) }));
  }

  lesions(name: string): readonly Fact[] {
    return this.rows("lesion").flatMap((lesion) => {
      const value =
        name === "region" ? BONES.find(({ code }) => code === lesion.bone)?.region : cellValue(lesion[name], false);
      const seen = this.rows("lesion_observation").filter((row) => row.lesion === lesion.lesion);
      if (seen.length === 0) return [{ value, day: undefined }];
      return seen
        .filter(({ state }) => state !== "not_visible")
        .map((row) => ({ value, day: this.rowDay("lesion_observation", row) }));
    });
  }

  rowDay(table: string, row: ChartRow): number | undefined {
    if (table === "lesion_observation")
      return this.dayOf(this.rows("imaging").find(({ imaging }) => imaging === row.imaging)?.imaged_on);
    const columns = ["visited_on", "imaged_on", "taken_on", "started_on", "noticed_on", "given_on", "sampled_on"];
    const column = columns.find((name) => name in row);
    return column === undefined || table === "patient" ? undefined : this.dayOf(row[column]);
  }

  /** In years and months, as they are typed. */
  derived(name: string): number | undefined {
    const days = (from: string | undefined, to: string | undefined, divisor: number): number | undefined => {
      const [first, last] = [this.dayOf(from), this.dayOf(to)];
      return first === undefined || last === undefined ? undefined : (last - first) / divisor;
    };
    const { born_on, onset_on, diagnosed_on, last_contact_on } = this.child;
    if (name === "age_at_diagnosis") return days(born_on, diagnosed_on, 365.25);
    if (name === "delay") return days(onset_on, diagnosed_on, 30.4375);
    return days(diagnosed_on, last_contact_on, 30.4375);
  }
}

const NUMBERS = new Set(["visit.pain_nrs", "visit.chaq", "visit.painful_sites", "visit.physician_global_nrs"]);
const isNumber = (id: string): boolean => NUMBERS.has(id);

const cellValue = (cell: string | undefined, number: boolean): string | number | undefined =>
  cell === undefined || missingReasonOf(cell) !== undefined ? undefined : number ? Number(cell) : cell;
