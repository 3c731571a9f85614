import type { Choices } from "@osteon/api";
import { type Language, listed, type Pair } from "@osteon/words";
import { EVENT_WORDS, fieldsOf, outcomesOf } from "./analyses.ts";
import { namedGroups } from "./chosen-groups.ts";
import { conditionWords, fieldWords } from "./condition-words.ts";
import { both } from "./spoken.ts";

/** What a study by choosing will compute, in plain words. */
export const choicesSentence = (choices: Choices): Pair =>
  both(sentencesIn(choices, "en").join(" "), sentencesIn(choices, "de").join(" "));

function sentencesIn(choices: Choices, language: Language): readonly string[] {
  const says = SAYS[language];
  const named = (pairs: readonly Pair[]): string => pairs.map((pair) => pair[language]).join("; ");
  const { population, groups, timePoints, diagnosed } = choices;
  const who = diagnosed === undefined ? says.whenever : says.diagnosed(diagnosed.from, diagnosed.to);
  const told = [...outcomesOf(choices).map(({ title }) => title), ...fieldsOf(choices.course).map(fieldWords)];
  const start = fieldsOf(choices.characteristics).map(fieldWords);
  const points = listed(
    timePoints.map(({ label }) => label[language]),
    language,
  );
  return [
    population.length === 0 ? says.all(who) : says.those(who, named(population.map(conditionWords))),
    groups.by === "everyone"
      ? says.together
      : says.compared(
          named(namedGroups(groups).map(({ label }) => label)),
          groups.by === "stratum" ? "stratum" : groups.members,
        ),
    ...(start.length === 0 ? [] : [says.start(named(start))]),
    ...(timePoints.length === 0 || told.length === 0 ? [] : [says.course(points, named(told))]),
    ...choices.events.map((event) => says.event(EVENT_WORDS[event].to[language])),
  ];
}

type Members = "first" | "every" | "stratum";

const SAYS = {
  en: {
    whenever: "children with CNO, whenever diagnosed",
    diagnosed: (from: string, to: string) => `children with CNO diagnosed from ${from} to ${to}`,
    all: (who: string) => `Counted are all ${who}.`,
    those: (who: string, conditions: string) => `Counted are ${who}, of whom this is known to hold: ${conditions}.`,
    together: "They are told of together; day 0 is the day of diagnosis.",
    compared: (groups: string, members: Members) =>
      ({
        first: `Compared are: ${groups}. Each child stands in the group whose drug was begun first, and day 0 is the first day of that drug.`,
        every: `Compared are: ${groups}. Each child stands in every group whose drug it was given, and day 0 is the first day of that drug.`,
        stratum: `Compared are: ${groups}. Day 0 is the day of diagnosis.`,
      })[members],
    start: (fields: string) => `Told at day 0: ${fields}.`,
    course: (points: string, what: string) => `Told at ${points}: ${what}.`,
    event: (event: string) => `${event}, from day 0, by Kaplan-Meier.`,
  },
  de: {
    whenever: "Kinder mit CNO, wann immer diagnostiziert",
    diagnosed: (from: string, to: string) => `Kinder mit CNO, diagnostiziert vom ${from} bis ${to}`,
    all: (who: string) => `Gezählt werden alle ${who}.`,
    those: (who: string, conditions: string) => `Gezählt werden ${who}, von denen bekannt ist: ${conditions}.`,
    together: "Über sie wird gemeinsam berichtet; Tag 0 ist der Tag der Diagnose.",
    compared: (groups: string, members: Members) =>
      ({
        first: `Verglichen werden: ${groups}. Jedes Kind steht in der Gruppe, deren Medikament zuerst begonnen wurde, und Tag 0 ist dessen erster Tag.`,
        every: `Verglichen werden: ${groups}. Jedes Kind steht in jeder Gruppe, deren Medikament es bekam, und Tag 0 ist dessen erster Tag.`,
        stratum: `Verglichen werden: ${groups}. Tag 0 ist der Tag der Diagnose.`,
      })[members],
    start: (fields: string) => `An Tag 0 wird berichtet: ${fields}.`,
    course: (points: string, what: string) => `Zu ${points} wird berichtet: ${what}.`,
    event: (event: string) => `${event}, ab Tag 0, nach Kaplan-Meier.`,
  },
} as const;
