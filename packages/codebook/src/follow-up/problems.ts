import { count, inQuotes, number, oneOf, optional, problem, quoted, text } from "@osteon/words";
import { KEY_FAULTS, keyFaultWords } from "../keys/key-fault-words.ts";

/** A time point before what is said of it; where the place names it, nothing. */
const of = (name: string | undefined): string => (name === undefined ? "" : `${name}: `);

/** What can be wrong with a follow-up plan, and with the time points of a study. */
export const PLAN_PROBLEMS = {
  "plan-empty": problem(
    {},
    {
      en: () => ({ says: "The plan has no time point.", fix: "Add at least one time point with its window." }),
      de: () => ({
        says: "Der Nachsorgeplan hat keinen Zeitpunkt.",
        fix: "Mindestens einen Zeitpunkt mit seinem Fenster anlegen.",
      }),
    },
  ),
  "plan-too-long": problem(
    { points: count, most: number },
    {
      en: (v) => ({
        says: `The plan has ${v.points({ one: "time point", other: "time points" })}; ${v.most} are the most.`,
        fix: "Take away those at which no visit is expected.",
      }),
      de: (v) => ({
        says: `Der Plan hat ${v.points({ one: "Zeitpunkt", other: "Zeitpunkte" })}; es dürfen höchstens ${v.most} sein.`,
        fix: "Die Zeitpunkte wegnehmen, zu denen keine Visite erwartet wird.",
      }),
    },
  ),
  "plan-name": problem(
    { name: quoted },
    {
      en: (v) => ({
        says: `${v.name} is no name of a time point.`,
        fix: "Begin with a small letter; then small letters, digits and _, 32 at most, as month6.",
      }),
      de: (v) => ({
        says: `${v.name} kann kein Name eines Zeitpunkts sein.`,
        fix: "Mit einem kleinen Buchstaben beginnen; danach kleine Buchstaben, Ziffern und _, höchstens 32, wie month6.",
      }),
    },
  ),
  "plan-name-twice": problem(
    { name: quoted },
    {
      en: (v) => ({ says: `Two time points are called ${v.name}.`, fix: "Give one of them another name." }),
      de: (v) => ({ says: `Zwei Zeitpunkte heißen ${v.name}.`, fix: "Einem von beiden einen anderen Namen geben." }),
    },
  ),
  "plan-label": problem(
    { name: text, label: text, because: oneOf(...KEY_FAULTS), most: number },
    {
      en: (v) => ({
        says: `${v.name}: the label ${inQuotes(v.label, "en")} ${keyFaultWords(v.because, v.most, "en")}.`,
        fix: `Write 1 to ${v.most} letters, digits and plain signs in each language.`,
      }),
      de: (v) => ({
        says: `${v.name}: Die Bezeichnung ${inQuotes(v.label, "de")} ${keyFaultWords(v.because, v.most, "de")}.`,
        fix: `In jeder Sprache 1 bis ${v.most} Buchstaben, Ziffern und einfache Zeichen schreiben.`,
      }),
    },
  ),
  "plan-day": problem(
    { name: text, day: text, earliest: number, latest: number },
    {
      en: (v) => ({
        says: `${v.name}: ${v.day} is no day of a plan.`,
        fix: `Write a whole number of days from ${v.earliest} to ${v.latest}; day 0 is the start of treatment.`,
      }),
      de: (v) => ({
        says: `${v.name}: ${v.day} ist kein Tag eines Plans.`,
        fix: `Eine ganze Zahl von Tagen von ${v.earliest} bis ${v.latest} schreiben; Tag 0 ist der Beginn der Behandlung.`,
      }),
    },
  ),
  "window-empty": problem(
    { name: optional(text), first: number, last: number },
    {
      en: (v) => ({
        says: `${of(v.name)}window ${v.first}..${v.last} ends before it starts`,
        fix: "Swap the two days.",
      }),
      de: (v) => ({
        says: `${of(v.name)}Das Fenster ${v.first}..${v.last} endet, bevor es beginnt.`,
        fix: "Die beiden Tage vertauschen.",
      }),
    },
  ),
  "target-outside-window": problem(
    { name: optional(text), target: number, first: number, last: number },
    {
      en: (v) => ({
        says: `${of(v.name)}target ${v.target} is not in ${v.first}..${v.last}`,
        fix: "Move the target or the window.",
      }),
      de: (v) => ({
        says: `${of(v.name)}Der Zieltag ${v.target} liegt nicht in ${v.first}..${v.last}.`,
        fix: "Den Zieltag oder das Fenster verschieben.",
      }),
    },
  ),
  "time-points-overlap": problem(
    { one: text, other: text, first: number, last: number },
    {
      en: (v) => ({
        says: `${v.one} and ${v.other}: windows share days ${v.first}..${v.last}`,
        fix: "Let one window end where the next begins.",
      }),
      de: (v) => ({
        says: `${v.one} und ${v.other}: Die Fenster haben die Tage ${v.first}..${v.last} gemeinsam.`,
        fix: "Ein Fenster enden lassen, wo das nächste beginnt.",
      }),
    },
  ),
} as const;
