import {
  type Confusion,
  clopperPearson,
  confusion,
  diagnosticAccuracy,
  type LimitType,
  likelihoodRatios,
  predictiveValues,
  wilson,
} from "@osteon/stats";
import { type EffectShown, effect } from "../comparisons/effects.ts";
import type { TwoValues } from "../rows/two-values.ts";
import { plain } from "../shown/number-text.ts";
import { lostOf, reasonLines } from "../shown/reasons.ts";
import { effectsTable, textTable } from "../shown/shown-tables.ts";
import type { AccuracyAsked, AccuracyPart, Truth } from "./accuracy-answer.ts";

type Asked = Pick<AccuracyAsked, "prevalence" | "limits" | "level">;

/** A test that is positive or negative. */
export function resultAnswer(result: TwoValues, { values, count }: Truth, asked: Asked): AccuracyPart {
  const { missing, ...counts } = confusion(
    values.map((truth, row) => ({ truth, test: result.values[row] ?? null, n: count?.[row] ?? 1 })),
  );
  const title = `${result.column} = ${result.code}`;
  const effects = measures(counts, asked);
  return {
    numbers: { result: result.column, ...counts, missing, measures: effects },
    tables: [confusionTable(counts, title), ...effectsTable(effects, asked.level)],
    effects,
    notes: [...result.notes, ...missingNote(missing), ...lostMeasures(effects)],
    r: [`result <- ${result.r}`, "m <- table(result, truth)", ...measuresInR(asked)],
  };
}

export const missingNote = (missing: number): readonly string[] =>
  missing > 0 ? [`${plain(missing)} without a judgement or the truth left out.`] : [];

export const lostMeasures = (effects: readonly EffectShown[]): readonly string[] =>
  reasonLines(effects.flatMap((own) => lostOf(own.name, own)));

/** Sensitivity and all that follows from the four counts, with limits. */
export function measures(counts: Confusion, { prevalence, limits, level }: Asked): readonly EffectShown[] {
  const how = limits === "clopper-pearson" ? "Clopper-Pearson" : "Wilson";
  const found = diagnosticAccuracy(counts, limits as LimitType, level);
  const { positive, negative, youden, accuracy } = likelihoodRatios(counts, level);
  const elsewhere =
    prevalence === undefined
      ? []
      : Object.entries({
          positive: predictiveValues(found.sensitivity.value, found.specificity.value, prevalence).positive,
          negative: predictiveValues(found.sensitivity.value, found.specificity.value, prevalence).negative,
        });
  const right = counts.truePositives + counts.trueNegatives;
  const all = right + counts.falsePositives + counts.falseNegatives;
  const without = { estimable: false, because: "no-method", n: 0 } as const;
  return [
    effect(`sensitivity (${how})`, found.sensitivity),
    effect(`specificity (${how})`, found.specificity),
    effect(`positive predictive value (${how})`, found.positivePredictiveValue),
    effect(`negative predictive value (${how})`, found.negativePredictiveValue),
    effect(`prevalence (${how})`, found.prevalence),
    effect("likelihood ratio of a positive result (Simel)", positive),
    effect("likelihood ratio of a negative result (Simel)", negative),
    ...elsewhere.map(([name, value]) =>
      single(`${name} predictive value at a prevalence of ${plain(prevalence ?? null)}`, value),
    ),
    effect(`accuracy (${how})`, {
      value: accuracy,
      ...(limits === "clopper-pearson" ? clopperPearson : wilson)(right, all, level),
    }),
    single("Youden's index", youden),
  ];

  /** A number of which no limits are given, which its NA need not explain. */
  function single(name: string, value: typeof accuracy): EffectShown {
    const { because, ...own } = effect(name, { value, lower: without, upper: without });
    return { ...own, ...(because?.value !== undefined && { because: { value: because.value } }) } as EffectShown;
  }
}

export function confusionTable(
  { truePositives, falsePositives, falseNegatives, trueNegatives }: Confusion,
  title: string,
) {
  return textTable(
    "counts",
    title,
    ["", "has it", "has it not"],
    [
      ["positive", plain(truePositives), plain(falsePositives)],
      ["negative", plain(falseNegatives), plain(trueNegatives)],
    ],
  );
}

function measuresInR({ limits, level }: Asked): readonly string[] {
  const call = (x: string, n: string) =>
    limits === "clopper-pearson"
      ? `binom.test(${x}, ${n}, conf.level = ${plain(level)})`
      : `prop.test(${x}, ${n}, correct = FALSE, conf.level = ${plain(level)})`;
  const [tp, fp, fn, tn] = ['m["1", "1"]', 'm["1", "0"]', 'm["0", "1"]', 'm["0", "0"]'];
  return [
    `${call(tp, `${tp} + ${fn}`)} # sensitivity`,
    `${call(tn, `${tn} + ${fp}`)} # specificity`,
    `${call(tp, `${tp} + ${fp}`)} # positive predictive value`,
    `${call(tn, `${tn} + ${fn}`)} # negative predictive value`,
    "epiR::epi.tests(m[2:1, 2:1])",
  ];
}
