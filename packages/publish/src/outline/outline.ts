import type { StateColour } from "../svg/palette.ts";

/**
 * Words with numbers in braces: `{result id|format}`, `{result id|format:argument:argument}`. Formats are a closed list
 * (formats.ts); nothing computes.
 */
export type Template = string;

/** A number that a reader asks for first. Where there is none a dash stands, and below it why. */
export interface HeadlineSpec {
  readonly label: string;
  readonly number: Template;
  readonly below: Template;
}

interface Captioned {
  /** Also the name of its file. */
  readonly id: string;
  readonly title: string;
}

/** Rows of one's own: each cell is a template. A row without cells is a heading within the table. */
export interface CellsTable extends Captioned {
  readonly kind: "cells";
  readonly heads: readonly string[];
  readonly rows: readonly { readonly label: string; readonly level?: number; readonly cells: readonly Template[] }[];
  readonly notes: readonly Template[];
}

/** Analyses one below the other: shares as n (%), numbers as mean or median as their test of normality says. */
export interface CharacteristicsTable extends Omit<Captioned, "title"> {
  readonly kind: "characteristics";
  readonly title: Template;
  /** A row is an analysis by its id, or has a label and cells of its own. */
  readonly sections: readonly {
    readonly heading: string;
    readonly rows: readonly (string | { readonly label: string; readonly cells: readonly Template[] })[];
  }[];
  readonly notes: readonly Template[];
}

/** The normality tests of the continuous analyses among these, and what each would print. */
export interface NormalityTable extends Captioned {
  readonly kind: "normality";
  readonly of: readonly string[];
  readonly notes: readonly Template[];
}

/** States of a breakdown, n (%), for groups and, within each, for time points where it has them. */
export interface StatesTable extends Captioned {
  readonly kind: "states";
  readonly of: string;
  readonly states: string;
  readonly rows: readonly string[];
  readonly within?: readonly string[];
  readonly known: string;
  /** Levels that mean "not known", which are counted apart, and the head of their column. */
  readonly unknown: { readonly head: string; readonly levels: readonly string[] };
  readonly notes: readonly Template[];
}

/**
 * A row for each group that the charts have of an analysis: a year, a centre, a drug. In cells a star in the place of the group
 * stands for that of the row: `{age-by-year.*.median|number:1}`.
 */
export interface GroupsTable extends Captioned {
  readonly kind: "groups";
  readonly of: string;
  /** Heads of the columns, that of the groups first. */
  readonly heads: readonly string[];
  readonly cells: readonly Template[];
  readonly notes: readonly Template[];
}

/** A name within results, and how it is printed. */
export interface Labelled {
  readonly name: string;
  readonly label: string;
}

/**
 * Definitions of an outcome against each other, each with its label: below the diagonal Cohen's kappa with its limits, above it the children
 * whom both judge and how often they agree. `of` is the family of analyses that `agreements` made.
 */
export interface AgreementTable extends Captioned {
  readonly kind: "agreement";
  readonly of: string;
  readonly results: readonly Labelled[];
  readonly notes: readonly Template[];
}

/** Groups in the order of their shares, a row for each definition of a ranking: place and share of each group, and whether the order is that of the first row. */
export interface RankingTable extends Captioned {
  readonly kind: "ranking";
  readonly of: string;
  /** That which the others are held against first. */
  readonly results: readonly Labelled[];
  readonly groups: readonly Labelled[];
  readonly notes: readonly Template[];
}

export type TableSpec =
  | CellsTable
  | CharacteristicsTable
  | NormalityTable
  | StatesTable
  | GroupsTable
  | AgreementTable
  | RankingTable;

interface Drawn extends Captioned {
  readonly caption: Template;
  /** Said to those who do not see it. */
  readonly description: Template;
  /** Treatments stand side by side, unadjusted: the caption says that they are not comparable. */
  readonly compares?: true;
}

/** A box of the flow: the count, and lines that are left out where a number of theirs is not estimable. */
export interface FlowBoxSpec {
  readonly title: string;
  /** The result that counts them; several are added. */
  readonly of: string | readonly string[];
  readonly lines: readonly Template[];
}

export interface FlowSpec extends Drawn {
  readonly kind: "flow";
  readonly charts: FlowBoxSpec;
  readonly cohort: FlowBoxSpec;
  readonly aside: readonly FlowBoxSpec[];
  readonly groups: readonly FlowBoxSpec[];
}

/** Stacked bars of states: a panel for each group, a bar for each time point. */
export interface StackedBarsSpec extends Drawn {
  readonly kind: "stacked-bars";
  readonly of: string;
  readonly states: string;
  readonly panels: readonly string[];
  readonly bars: readonly string[];
  readonly unknown: readonly string[];
}

/** One bar of shares for each group. */
export interface StackedSharesSpec extends Drawn {
  readonly kind: "stacked-shares";
  readonly of: string;
  readonly states: string;
  readonly rows: readonly string[];
  readonly unknown: { readonly says: string; readonly levels: readonly string[] };
}

/** Curves with their risk table, in months; of several groups those that somebody is in. */
export interface CurvesSpec extends Drawn {
  readonly kind: "kaplan-meier";
  readonly of: string;
  readonly groups: readonly string[];
  readonly timeLabel: string;
  readonly survivalLabel: string;
  readonly notes: readonly Template[];
  readonly printed?: readonly { readonly time: number; readonly survival: number; readonly label: string }[];
}

/** A dot with its limits for each share. */
export interface SharesSpec extends Drawn {
  readonly kind: "shares";
  readonly axis: string;
  readonly rows: readonly { readonly label: string; readonly of: string; readonly printed?: number }[];
}

export type FigureSpec = FlowSpec | StackedBarsSpec | StackedSharesSpec | CurvesSpec | SharesSpec;

/** What stands in a part of a report. */
export type Block =
  | { readonly headlines: true }
  | { readonly figure: FigureSpec }
  | { readonly table: TableSpec }
  | { readonly heading: string; readonly paragraphs: readonly Template[] };

export interface PartSpec {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** Sentences of the protocol under a heading: by path, a star for what follows; `more` stands after them. */
export interface MethodsSpec {
  readonly heading: string;
  readonly of: readonly string[];
  readonly more?: string;
}

/** A report as data. What every report has (assumptions, printed numbers, provenance) is not said here. */
export interface Outline {
  /** How groups, time points and other levels are printed. */
  readonly labels: Readonly<Record<string, string>>;
  /** Sets of states by name: each state with its legend and colour, in the order of the bars. */
  readonly states: Readonly<Record<string, Readonly<Record<string, StateColour>>>>;
  readonly headlines: readonly HeadlineSpec[];
  /** Headlines of several treatments stand side by side: below them stands that they are not comparable. */
  readonly headlinesCompare?: true;
  readonly parts: readonly PartSpec[];
  readonly methods: readonly MethodsSpec[];
  /** Said where treatments are compared unadjusted; an empty text turns it off. */
  readonly notComparable?: string;
}

/** Declares a report. */
export const defineReport = (outline: Outline): Outline => outline;

export const figuresOf = ({ parts }: Pick<Outline, "parts">): readonly FigureSpec[] =>
  parts.flatMap(({ blocks }) => blocks.flatMap((block) => ("figure" in block ? [block.figure] : [])));

export const tablesOf = ({ parts }: Pick<Outline, "parts">): readonly TableSpec[] =>
  parts.flatMap(({ blocks }) => blocks.flatMap((block) => ("table" in block ? [block.table] : [])));
