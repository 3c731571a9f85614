import type { GermanCodes } from "./sentence-form.ts";

/** What is wrong with a follow-up plan. */
export const FOLLOW_UP: GermanCodes = {
  "plan-empty": {
    says: "Der Nachsorgeplan hat keinen Zeitpunkt.",
    fix: "Mindestens einen Zeitpunkt mit seinem Fenster anlegen.",
  },
  "plan-too-long": {
    says: "Der Nachsorgeplan hat zu viele Zeitpunkte.",
    fix: "Die Zeitpunkte wegnehmen, zu denen keine Visite erwartet wird.",
    forms: [
      [
        "The plan has {n:number} time points; {most:number} are the most.",
        "Der Plan hat {n} Zeitpunkte; es dürfen höchstens {most} sein.",
      ],
    ],
  },
  "plan-name": {
    says: "So kann ein Zeitpunkt nicht heißen.",
    fix: "Mit einem kleinen Buchstaben beginnen; danach kleine Buchstaben, Ziffern und _, höchstens 32, wie month6.",
    forms: [["{name:quoted} is no name of a time point.", "{name} kann kein Name eines Zeitpunkts sein."]],
  },
  "plan-name-twice": {
    says: "Zwei Zeitpunkte heißen gleich.",
    fix: "Einem von beiden einen anderen Namen geben.",
    forms: [["Two time points are called {name:quoted}.", "Zwei Zeitpunkte heißen {name}."]],
  },
  "plan-label": {
    says: "Eine Bezeichnung eines Zeitpunkts lässt sich nicht anzeigen.",
    fix: "In jeder Sprache 1 bis 40 Buchstaben, Ziffern und einfache Zeichen schreiben.",
    forms: [
      ["{name}: the label {words:quoted} is empty.", "{name}: Es fehlt eine Bezeichnung."],
      ["{name}: the label {words:quoted} {why}.", "{name}: Die Bezeichnung {words} lässt sich nicht anzeigen."],
    ],
  },
  "plan-day": {
    says: "Ein Tag des Plans ist keine ganze Zahl, oder er liegt zu weit weg.",
    fix: "Eine ganze Zahl von Tagen von -365 bis 36525 schreiben; Tag 0 ist der Beginn der Behandlung.",
    forms: [["{name}: {day} is no day of a plan.", "{name}: {day} ist kein Tag eines Plans."]],
  },
  "plan-left": {
    says: "Die Datei hat einen anderen Nachsorgeplan als dieses Register. Ein Import nimmt nur Akten auf; der Plan des Registers bleibt.",
    fix: "Soll der andere Plan auch hier gelten, wird er unter Verwaltung, Nachsorgeplan geändert.",
  },
  "no-such-time-point": {
    says: "Der Nachsorgeplan hat diesen Zeitpunkt nicht.",
    fix: "Einen Zeitpunkt des Plans wählen; er kann inzwischen geändert worden sein.",
  },
};
