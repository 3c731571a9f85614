import { agreementId, type Protocol, pairsOf } from "@osteon/protocol";
import { needsOf, piecesOf } from "./fill.ts";
import { FORMAT_NAMES, isFormat } from "./formats.ts";
import {
  type Block,
  type FigureSpec,
  figuresOf,
  type Outline,
  type TableSpec,
  type Template,
  tablesOf,
} from "./outline.ts";

/** What an outline says that cannot be drawn: where, what, and the names that are there. */
export interface OutlineProblem {
  readonly kind: "result" | "format" | "states" | "analysis" | "twice";
  /** Path in the report: `headlines.In remission`, `parts.response.table response`. */
  readonly place: string;
  readonly written: string;
  readonly names: readonly string[];
}

/** Results by id, and with a star those of levels that only charts know, which rows of a table of groups may name. */
export interface Nameable {
  readonly ids: ReadonlySet<string>;
  readonly families: ReadonlySet<string>;
}

/** Every result, format, state set and analysis that an outline names and that is not there. */
export function outlineProblems(
  outline: Outline,
  protocol: Protocol,
  { ids, families }: Nameable,
): readonly OutlineProblem[] {
  const analyses = Object.keys(protocol.analyses);
  const unknown = (place: string, id: string, names = ids): readonly OutlineProblem[] =>
    names.has(id) ? [] : [{ kind: "result", place, written: id, names: [...names] }];
  const inTemplate = (place: string, template: Template, names = ids): readonly OutlineProblem[] =>
    piecesOf(template).flatMap((piece): readonly OutlineProblem[] => {
      if (typeof piece === "string") return [];
      if (!isFormat(piece.format)) return [{ kind: "format", place, written: piece.format, names: FORMAT_NAMES }];
      return needsOf(piece).flatMap((id) => unknown(place, id, names));
    });
  const everything = new Set([...ids, ...families]);
  const inBlock = (place: string, block: Block): readonly OutlineProblem[] => {
    if ("headlines" in block) return [];
    if ("paragraphs" in block)
      return block.paragraphs.flatMap((paragraph) => inTemplate(`${place}.${block.heading}`, paragraph));
    const spec = "figure" in block ? block.figure : block.table;
    const at = `${place}.${"figure" in block ? "figure" : "table"} ${spec.id}`;
    const statesUnknown: readonly OutlineProblem[] =
      "states" in spec && !Object.hasOwn(outline.states, spec.states)
        ? [{ kind: "states", place: at, written: spec.states, names: Object.keys(outline.states) }]
        : [];
    const uncoloured =
      "states" in spec
        ? statesWithout(outline, protocol, spec).map(
            (written): OutlineProblem => ({
              ...{ kind: "states", place: at, written: `${spec.states}.${written}` },
              names: Object.keys(outline.states[spec.states] ?? {}).map((state) => `${spec.states}.${state}`),
            }),
          )
        : [];
    const unknownAnalyses = analysesOf(spec)
      .filter((id) => !analyses.includes(id))
      .map((written): OutlineProblem => ({ kind: "analysis", place: at, written, names: analyses }));
    return [
      ...templatesOf(spec).flatMap((template) => inTemplate(at, template)),
      ...(spec.kind === "groups" ? spec.cells.flatMap((cell) => inTemplate(at, cell, everything)) : []),
      ...resultsOf(outline, spec).flatMap((id) =>
        unknownAnalyses.some(({ written }) => id.startsWith(`${written}.`)) ? [] : unknown(at, id),
      ),
      ...unknownAnalyses,
      ...statesUnknown,
      ...uncoloured,
    ];
  };
  const named = [...figuresOf(outline), ...tablesOf(outline)].map(({ id, kind }) => `${kind} ${id}`);
  return [
    ...outline.headlines.flatMap(({ label, number, below }) =>
      [number, below].flatMap((template) => inTemplate(`headlines.${label}`, template)),
    ),
    ...outline.parts.flatMap(({ id, blocks }) => blocks.flatMap((block) => inBlock(`parts.${id}`, block))),
    ...named
      .filter((name, index) => named.indexOf(name) !== index)
      .map((written): OutlineProblem => ({ kind: "twice", place: "parts", written, names: [] })),
  ];
}

type Spec = FigureSpec | TableSpec;

/** Levels of a breakdown to which a report gives no colour: a bar of it would not reach its end. */
function statesWithout(
  outline: Outline,
  protocol: Protocol,
  spec: Extract<Spec, { readonly states: string }>,
): readonly string[] {
  const analysis = protocol.analyses[spec.of];
  const states = outline.states[spec.states];
  if (analysis?.kind !== "breakdown" || states === undefined) return [];
  return analysis.levels.filter((level) => !Object.hasOwn(states, level));
}

function templatesOf(spec: Spec): readonly Template[] {
  switch (spec.kind) {
    case "cells":
      return [...spec.rows.flatMap(({ cells }) => cells), ...spec.notes];
    case "characteristics":
      return [
        spec.title,
        ...spec.sections.flatMap(({ rows }) => rows.flatMap((row) => (typeof row === "string" ? [] : row.cells))),
        ...spec.notes,
      ];
    case "normality":
    case "states":
    case "groups":
    case "agreement":
    case "ranking":
      return spec.notes;
    case "flow":
      return [spec.caption, spec.description, ...boxes(spec).flatMap(({ lines }) => lines)];
    case "kaplan-meier":
      return [spec.caption, spec.description.replace("{groups}", ""), ...spec.notes];
    default:
      return [spec.caption, spec.description];
  }
}

const boxes = ({ charts, cohort, aside, groups }: Extract<Spec, { readonly kind: "flow" }>) => [
  charts,
  cohort,
  ...aside,
  ...groups,
];

/** Analyses of which a kind draws whatever there is. */
function analysesOf(spec: Spec): readonly string[] {
  switch (spec.kind) {
    case "characteristics":
      return spec.sections.flatMap(({ rows }) => rows.filter((row) => typeof row === "string"));
    case "normality":
      return spec.of;
    case "states":
    case "groups":
    case "stacked-bars":
    case "stacked-shares":
    case "kaplan-meier":
    case "ranking":
      return [spec.of];
    case "agreement":
      return pairsOf(spec.results.map(({ name }) => name)).map(([first, second]) =>
        agreementId(spec.of, first, second),
      );
    default:
      return [];
  }
}

/** Results that a kind reads beside those in its templates. */
function resultsOf({ states }: Outline, spec: Spec): readonly string[] {
  const ofStates = (groups: readonly string[], set: string) =>
    groups.flatMap((group) => [`${group}.N`, ...Object.keys(states[set] ?? {}).map((state) => `${group}.${state}`)]);
  switch (spec.kind) {
    case "flow":
      return boxes(spec).flatMap(({ of }) => of);
    case "shares":
      return spec.rows.flatMap(({ of }) =>
        ["n", "N", "percent", "wilson-lower", "wilson-upper"].map((statistic) => `${of}.${statistic}`),
      );
    case "states":
      return ofStates(
        spec.rows.flatMap((row) => spec.within?.map((level) => `${spec.of}.${row}/${level}`) ?? [`${spec.of}.${row}`]),
        spec.states,
      );
    case "stacked-bars":
      return ofStates(
        spec.panels.flatMap((panel) => spec.bars.map((bar) => `${spec.of}.${panel}/${bar}`)),
        spec.states,
      );
    case "stacked-shares":
      return ofStates(
        spec.rows.map((row) => `${spec.of}.${row}`),
        spec.states,
      );
    case "agreement":
      return pairsOf(spec.results.map(({ name }) => name)).flatMap(([first, second]) =>
        ["N", "agreed", "kappa", "kappa-lower", "kappa-upper"].map(
          (statistic) => `${agreementId(spec.of, first, second)}.all.${statistic}`,
        ),
      );
    case "ranking":
      return spec.results.flatMap(({ name }) => [
        ...["same", "reversed", "level"].map((kind) => `${spec.of}.${name}.pairs-${kind}`),
        ...spec.groups.flatMap((group) =>
          ["n", "N", "percent", "place"].map((statistic) => `${spec.of}.${name}/${group.name}.${statistic}`),
        ),
      ]);
    case "kaplan-meier":
      return spec.groups.map((group) => `${spec.of}.${group}.n`);
    default:
      return [];
  }
}
