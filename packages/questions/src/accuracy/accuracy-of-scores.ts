import type { Problem } from "@osteon/codebook";
import type { DataFile } from "@osteon/interop";
import {
  bestCutOffs,
  type CutOff,
  compareAreas,
  countsAt,
  proportion,
  rocArea,
  rocCurve,
  type Scored,
} from "@osteon/stats";
import { type EffectShown, effect } from "../comparisons/effects.ts";
import { rName } from "../in-r/r-words.ts";
import { Refusal } from "../refusal.ts";
import { columnList } from "../rows/column-list.ts";
import { columnNamed, missingNotes, numbersOf } from "../rows/columns.ts";
import { plain, pText } from "../shown/number-text.ts";
import { lostOf, reasonLines } from "../shown/reasons.ts";
import { effectsTable, limitsText, textTable } from "../shown/shown-tables.ts";
import { orNull, shownNumbers } from "../survival/survival-choices.ts";
import type { AccuracyAsked, AccuracyPart, Truth } from "./accuracy-answer.ts";
import { confusionTable, lostMeasures, measures, missingNote } from "./accuracy-of-result.ts";

/** Curves of more points than this are in the JSON alone. */
const MOST_POINTS = 25;

type Values = readonly (number | null)[];

/** Scores of which high values, or low ones, speak for it: areas, their comparison, cut-offs. */
export function scoresAnswer(
  data: DataFile,
  truth: Truth,
  list: string,
  asked: AccuracyAsked,
  problems: Problem[],
): AccuracyPart {
  const names = columnList(data, list).map((name) => columnNamed(data, name).name);
  if (names.length === 0) throw new Refusal("asked", "--score names no column.");
  const twice = names.find((name, place) => names.indexOf(name) !== place);
  if (twice !== undefined) throw new Refusal("asked", `--score: ${twice} stands twice.`);
  if (names.length > 1 && asked.cutOff !== undefined)
    throw new Refusal("asked", "--cut-off is that of one score: name one in --score.");
  const turn = asked.low === true ? -1 : 1;
  const columns = names.map(
    (name): Values => numbersOf(data, name, problems).map((value) => (value === null ? null : turn * value)),
  );
  const scored = columns.map((values) => scoredOf(values, truth));
  const areas = scored.map((rows, i) => {
    const { area, stdError, lower, upper, ill, well, missing } = rocArea(rows, asked.level);
    return { ...effect(`${names[i]}`, { value: area, lower, upper }), ...shownError(stdError), ill, well, missing };
  });
  const pairs = names.flatMap((first, i) =>
    names
      .slice(i + 1)
      .map((second, k) =>
        comparedAreas([first, second], [columns[i] ?? [], columns[i + 1 + k] ?? []], truth, asked.level),
      ),
  );
  const curves = scored.map((rows) => rocCurve(rows));
  const cuts = scored.length === 1 ? cutOffs(scored[0] ?? [], names[0] ?? "", asked) : undefined;
  const note = asked.low ? "Low scores speak for it." : "High scores speak for it; --low turns that round.";
  return {
    numbers: {
      scores: areas.map((own, i) => ({ ...own, curve: (curves[i] ?? []).map((at) => shownCut(at, turn)) })),
      ...(pairs.length > 0 && { comparisons: pairs }),
      ...(cuts && {
        best: cuts.best.map((at) => shownCut(at, turn)),
        cutOffs: cuts.chosen.map(({ at, effects }) => ({ ...shownCut(at, turn), measures: effects })),
      }),
    },
    tables: [
      textTable(
        "areas",
        "Area under the ROC curve (DeLong)",
        ["", "has it", "has it not", "area", `${plain(asked.level * 100)} % limits`],
        areas.map((own) => [own.name, plain(own.ill), plain(own.well), plain(own.value), limitsText(own)]),
      ),
      ...comparisonTable(pairs, asked.level),
      ...(cuts?.tables ?? []),
    ],
    effects: areas,
    notes: [
      note,
      ...areas.flatMap((own) =>
        missingNote(own.missing).map((text) => (names.length > 1 ? `${own.name}: ${text}` : text)),
      ),
      ...missingNotes(data, names),
      ...reasonLines([
        ...areas.flatMap((own) => lostOf(`the area of ${own.name}`, own)),
        ...pairs.flatMap((own) => lostOf(`${own.names.join(" - ")}`, own)),
      ]),
      ...(cuts?.notes ?? []),
    ],
    r: inR(names, asked),
  };
}

const scoredOf = (values: Values, { values: truth, count }: Truth): readonly Scored[] =>
  values.map((score, row) => ({ score, truth: truth[row] ?? null, n: count?.[row] ?? 1 }));

const shownError = (stdError: Parameters<typeof orNull>[0]) => ({ stdError: orNull(stdError) });

function comparedAreas(
  names: readonly [string, string],
  [first, second]: readonly [Values, Values],
  { values, count }: Truth,
  level: number,
) {
  const found = compareAreas(
    values.map((truth, row) => ({
      first: first[row] ?? null,
      second: second[row] ?? null,
      truth,
      n: count?.[row] ?? 1,
    })),
    level,
  );
  const { difference, lower, upper, z, p, areas, missing } = found;
  return { names, missing, areas: areas.map(orNull), ...shownNumbers({ value: difference, lower, upper, z, p }) };
}

function comparisonTable(pairs: readonly ReturnType<typeof comparedAreas>[], level: number) {
  if (pairs.length === 0) return [];
  const heads = ["", "areas", "difference", `${plain(level * 100)} % limits`, "z", "p"];
  const rows = pairs.map((own) => [
    own.names.join(" - "),
    own.areas.map(plain).join(", "),
    plain(own.value),
    limitsText(own),
    plain(own.z),
    pText(own.p),
  ]);
  const missing = pairs.some((own) => own.missing > 0);
  const table = textTable("comparisons", "Areas compared on the same subjects (DeLong)", heads, rows);
  return [{ ...table, notes: missing ? ["Subjects without both scores take no part in a comparison."] : [] }];
}

/** A point of the curve as JSON has it; a turned score stands as the file has it. */
function shownCut({ cutOff, ...counts }: CutOff, turn: number) {
  const { truePositives, falseNegatives, trueNegatives, falsePositives } = counts;
  return {
    cutOff: turn * cutOff,
    ...counts,
    sensitivity: orNull(proportion(truePositives, truePositives + falseNegatives)),
    specificity: orNull(proportion(trueNegatives, trueNegatives + falsePositives)),
  };
}

/** The cut-offs asked for with all that is said of a test; otherwise the curve in a table, its best points marked. */
function cutOffs(rows: readonly Scored[], name: string, asked: AccuracyAsked) {
  const turn = asked.low === true ? -1 : 1;
  const sign = asked.low === true ? "<=" : ">=";
  const curve = rocCurve(rows);
  const [youden, corner] = [bestCutOffs(rows, "youden"), bestCutOffs(rows, "corner")];
  const chosen = (asked.cutOff ?? []).map((cutOff) => {
    const at = countsAt(rows, turn * cutOff);
    return { at, effects: measures(at, asked) };
  });
  const isIn = (points: readonly CutOff[], at: CutOff) => points.some(({ cutOff }) => cutOff === at.cutOff);
  const shown = curve.length <= MOST_POINTS ? curve : curve.filter((at) => isIn(youden, at) || isIn(corner, at));
  const points = shown.map((at) => {
    const { cutOff, sensitivity, specificity, truePositives, falsePositives } = shownCut(at, turn);
    const marks = [...(isIn(youden, at) ? ["Youden"] : []), ...(isIn(corner, at) ? ["nearest corner"] : [])];
    return [
      `${sign} ${plain(cutOff)}`,
      plain(truePositives + falsePositives),
      plain(sensitivity),
      plain(specificity),
      sensitivity === null || specificity === null ? "NA" : plain(sensitivity + specificity - 1),
      marks.join(", "),
    ];
  });
  const heads = [name, "positive", "sensitivity", "specificity", "Youden", "best"];
  const best = textTable("cut-offs", curve.length <= MOST_POINTS ? "Cut-offs" : "Best cut-offs", heads, points);
  return {
    best: youden,
    chosen,
    tables:
      chosen.length === 0
        ? [best]
        : chosen.flatMap(({ at, effects }) => [
            confusionTable(at, `${name} ${sign} ${plain(turn * at.cutOff)}`),
            ...effectsTable(effects, asked.level),
          ]),
    notes: [
      ...(chosen.length === 0 && curve.length > MOST_POINTS
        ? [`The curve has ${curve.length} points, which --json gives.`]
        : []),
      ...(chosen.length === 0
        ? ["A best cut-off of the sample does worse in another; --cut-off NUMBER gives all of one."]
        : []),
      ...new Set(chosen.flatMap(({ effects }) => lostMeasures(effects as readonly EffectShown[]))),
    ],
  };
}

function inR(names: readonly string[], { low, level }: AccuracyAsked): readonly string[] {
  const direction = low === true ? ">" : "<";
  const roc = (name: string) => `pROC::roc(truth, d$${rName(name)}, direction = "${direction}", levels = c(0, 1))`;
  return [
    ...names.map((name, i) => `r${i + 1} <- ${roc(name)}`),
    ...names.map((_, i) => `pROC::ci.auc(r${i + 1}, conf.level = ${plain(level)})`),
    ...names.flatMap((_, i) =>
      names
        .slice(i + 1)
        .map(
          (_own, k) =>
            `pROC::roc.test(r${i + 1}, r${i + k + 2}, paired = TRUE, method = "delong", conf.level = ${plain(level)})`,
        ),
    ),
    ...(names.length === 1 ? ['pROC::coords(r1, "best", best.method = "youden")'] : []),
  ];
}
