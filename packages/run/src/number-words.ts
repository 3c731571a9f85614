import type { Language, Pair } from "@osteon/words";
import type { MovedNumber } from "./compare-results.ts";
import type { StudyLock } from "./lock/study-lock.ts";
import { outlineOf } from "./study.ts";

/** What a number is in words: the analysis in the words of its study, its group, and what is told of it. */
export interface NumberWords {
  readonly title: string;
  /** English where the study has no German title of the analysis. */
  readonly language: Language;
  /** Nothing for all children. */
  readonly group?: string;
  readonly statistic: string;
  /** A limit of an estimate, a step towards it or a point of a curve: what a reader asks for last. */
  readonly isDetail: boolean;
}

const STATISTICS: Pair<Readonly<Record<string, string>>> = {
  en: {
    n: "children",
    N: "of how many",
    rest: "the others",
    missing: "not known",
    percent: "share",
    mean: "mean",
    sd: "standard deviation",
    median: "median",
    "lower-quartile": "lower quartile",
    "upper-quartile": "upper quartile",
    minimum: "lowest",
    maximum: "highest",
    events: "events",
    survival: "without the event",
    "median-follow-up": "median follow-up",
    p: "p",
    rho: "rho",
    "fisher-p": "p by Fisher's test",
    "odds-ratio": "odds ratio",
    "chi-square": "chi-square",
    "chi-square-p": "p by the chi-square test",
    "log-rank-p": "p by the log-rank test",
    "roc-area": "area under the curve",
    sensitivity: "sensitivity",
    specificity: "specificity",
    other: "other",
  },
  de: {
    n: "Kinder",
    N: "von wie vielen",
    rest: "die übrigen",
    missing: "nicht bekannt",
    percent: "Anteil",
    mean: "Mittelwert",
    sd: "Standardabweichung",
    median: "Median",
    "lower-quartile": "unteres Quartil",
    "upper-quartile": "oberes Quartil",
    minimum: "niedrigster Wert",
    maximum: "höchster Wert",
    events: "Ereignisse",
    survival: "ohne Ereignis",
    "median-follow-up": "mediane Nachbeobachtung",
    p: "p",
    rho: "rho",
    "fisher-p": "p nach Fisher",
    "odds-ratio": "Odds Ratio",
    "chi-square": "Chi-Quadrat",
    "chi-square-p": "p im Chi-Quadrat-Test",
    "log-rank-p": "p im Log-Rank-Test",
    "roc-area": "Fläche unter der Kurve",
    sensitivity: "Sensitivität",
    specificity: "Spezifität",
    other: "anderes",
  },
};

/** Limits, tests of normality and what they decide, expected counts, degrees of freedom. */
const DETAIL =
  /(^|-)(wilson|clopper-pearson|lower|upper|corrected-p|chi2|df)(-|$)(?!quartile)|^(ks|lilliefors|shapiro-wilk|normal|expected|rank-sum|step|risk)\b/;

type Numbered = Pick<MovedNumber, "id" | "analysis" | "group" | "statistic">;

/** What a curve of survival counts, in the words of its study. */
export interface CurveWords {
  /** The columns of its analysis table in which time and event stand. */
  readonly time: string;
  readonly event: string;
  /** The event, such as `Relapse`; English where the study has no German of it. */
  readonly says: Pair<string>;
  /** Nothing for all children. */
  readonly group?: Pair<string>;
}

/** The words of a curve's event: the label that the study's report gives to its column, or the column's own name; nothing where a number is of no curve. */
export function curveWords(
  lock: StudyLock,
  { analysis, group }: Pick<Numbered, "analysis" | "group">,
): CurveWords | undefined {
  const asked = lock.protocol.analyses[analysis];
  if (asked?.kind !== "survival") return undefined;
  const both = (name: string): Pair<string> => ({ en: labelsIn(lock, "en")(name), de: labelsIn(lock, "de")(name) });
  return {
    ...{ time: asked.time, event: asked.event, says: both(asked.event) },
    ...(group === "all" || group === "compared" ? {} : { group: both(group) }),
  };
}

/** The label that a study's outline gives to a group, time point, level or column; its own name, readable, where it gives none. */
function labelsIn(lock: StudyLock, language: Language): (name: string) => string {
  const { labels } = outlineOf(lock);
  const german = language === "de" ? (lock.german ?? {}) : {};
  return (name) => {
    const label = labels[name] ?? name.replaceAll("_", " ");
    return german[label] ?? label;
  };
}

/** Names numbers in the words of a study; labels that it gives to groups, time points and levels are its outline's. */
export function numberWords(lock: StudyLock, language: Language): (number: Numbered) => NumberWords {
  const german = language === "de" ? (lock.german ?? {}) : {};
  const labelOf = labelsIn(lock, language);
  const told = STATISTICS[language];
  const statisticOf = (statistic: string): string => {
    const known = told[statistic];
    if (known !== undefined) return known;
    const [, level, tail] = /^(.+)-(percent|n)$/.exec(statistic) ?? [];
    if (level !== undefined && tail !== undefined) return `${labelOf(level)}, ${told[tail]}`;
    const [, test = "", cutOff] = /^(sensitivity|specificity)-(\d+)$/.exec(statistic) ?? [];
    if (cutOff !== undefined) return `${told[test]}, ≥ ${cutOff}`;
    return labelOf(statistic);
  };
  return ({ id, analysis, group, statistic }) => {
    const english = lock.protocol.analyses[analysis]?.title ?? analysis;
    const day = /@(-?\d+)$/.exec(id)?.[1];
    const own = group === "all" || group === "compared" ? [] : group.split("/").map(labelOf);
    return {
      title: german[english] ?? english,
      language: german[english] === undefined ? "en" : "de",
      ...(own.length === 0 ? {} : { group: own.join(", ") }),
      statistic: `${statisticOf(statistic)}${day === undefined ? "" : `, ${language === "de" ? "Tag" : "day"} ${day}`}`,
      isDetail: DETAIL.test(statistic) || day !== undefined,
    };
  };
}
