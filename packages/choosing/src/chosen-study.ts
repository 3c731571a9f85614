import type { Choices } from "@osteon/api";
import { CNO_GERMAN, cnoRules, OUTCOME_RULES, PEDCNO_TABLES } from "@osteon/cno";
import type { Protocol, TimePoint } from "@osteon/protocol";
import type { Catalogue, Outline } from "@osteon/publish";
import { chosenAnalyses } from "./analyses.ts";
import { protocolGroups } from "./chosen-groups.ts";
import { chosenTables } from "./chosen-tables.ts";
import { chosenReport } from "./report.ts";
import { choicesSentence } from "./sentence.ts";
import { asTyped, both, type Spoken, spoken } from "./spoken.ts";

/** What the modules of a study's folder say. */
export interface ChosenStudy {
  readonly protocol: Protocol;
  readonly report: Outline;
  readonly german: Catalogue;
}

const ALWAYS = { from: "1980-01-01", to: "2059-12-31" } as const;

/** A study of what a person chose: all of it is data; whatever was typed stands in titles, labels, sentences and values of tables. */
export function chosenStudy(chosen: Choices): ChosenStudy {
  const choices = { ...chosen, timePoints: chosen.timePoints.map(withoutBraces) };
  const words = spoken();
  const { say } = words;
  // Typed first: where one says what a text of ours says, ours has the German.
  const title = say(asTyped(choices.title));
  const protocol: Protocol = {
    id: choices.id,
    version: `${choices.version}.0.0`,
    title,
    source: say(both("Made by choosing in a registry", "Durch Auswählen in einem Register erstellt")),
    cohorts: { cno: cohort(choices, words) },
    timePoints: Object.fromEntries(choices.timePoints.map((point) => [point.name, timePoint(point, words)])),
    groups: protocolGroups(choices.groups, words),
    rules: rules(choices, words),
    tables: { ...(readsOutcomes(choices) ? PEDCNO_TABLES : {}), ...chosenTables(choices, words) },
    analyses: chosenAnalyses(choices, words),
  };
  const report = chosenReport(choices, words);
  return { protocol, report, german: { ...CNO_GERMAN, ...words.german } };
}

/** A label of the plan differs between languages; in braces of one a study would seem to name a result that the other does not. */
const withoutBraces = (point: Choices["timePoints"][number]): Choices["timePoints"][number] => {
  const round = (text: string): string => text.replaceAll("{", "(").replaceAll("}", ")");
  return { ...point, label: { en: round(point.label.en), de: round(point.label.de) } };
};

const readsOutcomes = ({ outcomes, timePoints }: Choices): boolean => outcomes.length > 0 && timePoints.length > 0;

function cohort(choices: Choices, { say }: Spoken): Protocol["cohorts"][string] {
  const { from, to } = choices.diagnosed ?? ALWAYS;
  const { en, de } = choicesSentence(choices);
  return { says: say(both(en, de)), cohort: "cno", diagnosed: [from, to] };
}

function timePoint({ label, targetDay, firstDay, lastDay }: Choices["timePoints"][number], { say }: Spoken): TimePoint {
  return {
    says: say(
      both(
        `${label.en} is the visit closest to day ${targetDay}, within days ${firstDay} to ${lastDay} from day 0.`,
        `${label.de} ist die Visite, die Tag ${targetDay} am nächsten liegt, von Tag ${firstDay} bis Tag ${lastDay} ab Tag 0.`,
      ),
    ),
    source: say(both("the follow-up plan of the registry", "der Nachsorgeplan des Registers")),
    targetDay,
    window: [firstDay, lastDay],
    carries: true,
  };
}

function rules(choices: Choices, { say }: Spoken): Protocol["rules"] {
  const { groups } = choices;
  const members = "members" in groups ? groups.members : "every";
  return {
    ...cnoRules({
      escalation: {
        says: say(
          both(
            "A drug that is begun later does not change what a visit shows.",
            "Ein später begonnenes Medikament ändert nicht, was eine Visite zeigt.",
          ),
        ),
        counts: "ignored",
      },
    }),
    ...(readsOutcomes(choices) ? OUTCOME_RULES : {}),
    aroundDiagnosis: {
      says: say(
        both(
          "Around diagnosis is from 90 days before to 30 days after it; a condition at any time reads the whole chart, also what came after day 0.",
          "Um die Diagnose heißt von 90 Tagen davor bis 30 Tage danach; eine Bedingung zu irgendeiner Zeit liest die ganze Akte, auch was nach Tag 0 kam.",
        ),
      ),
      assumption: true,
      window: [-90, 30],
    },
    saysNothing: {
      says: say(
        both(
          "A drug, biopsy, manifestation, relapse or sequela that is in no chart was not there; no lesion was there where the child was imaged and none is in the chart; whatever else a chart does not say is not known, and a child of whom a condition is not known is left out and counted.",
          "Ein Medikament, eine Biopsie, Manifestation, ein Rückfall oder Folgeschaden, die in keiner Akte stehen, gab es nicht; eine Läsion gab es nicht, wo das Kind eine Bildgebung hatte und keine in der Akte steht; was eine Akte sonst nicht sagt, ist nicht bekannt, und ein Kind, bei dem eine Bedingung nicht bekannt ist, wird ausgelassen und gezählt.",
        ),
      ),
      assumption: true,
    },
    members: {
      says: say(
        members === "first"
          ? both(
              "Each child stands in the group whose drug was begun first.",
              "Jedes Kind steht in der Gruppe, deren Medikament zuerst begonnen wurde.",
            )
          : both(
              "A child stands in every group whose drug it was given.",
              "Ein Kind steht in jeder Gruppe, deren Medikament es bekam.",
            ),
      ),
      assumption: true,
      counts: members,
    },
    together: {
      says: say(
        both(
          "Of groups begun within 14 days of each other that counts which is listed last.",
          "Von Gruppen, die innerhalb von 14 Tagen begonnen wurden, zählt die zuletzt genannte.",
        ),
      ),
      assumption: true,
      withinDays: 14,
    },
  };
}
