import type { Problem } from "@osteon/codebook";
import { type Catalogue, lacking, namesOthers, type ShownText, shownTexts } from "@osteon/publish";
import { type Fault, LANGUAGES, type Language } from "@osteon/words";
import { EXIT, Stop } from "./exit-code.ts";
import { problem, refused } from "./lock/study-problem.ts";
import { outlineOf, type Study } from "./study.ts";

type Said = Pick<Study, "protocol" | "report" | "german">;

/** Every text that the report of a study shows. */
const textsOf = (study: Said): readonly ShownText[] => shownTexts(outlineOf(study), study.protocol);

/** The languages in which a study's report is offered: German where all that it shows has it. */
export const languagesOf = (study: Said): readonly Language[] =>
  lackingGerman(study).length === 0 ? LANGUAGES : ["en"];

/** The title of a study in a language; its English one where it has no other. */
export const titleIn = (
  { protocol: { title }, german }: Pick<Study, "protocol" | "german">,
  language: Language,
): string => (language === "de" ? german?.[title] : undefined) ?? title;

/** What charts say of themselves, in a language; in English where the study has no other. */
export const noticeIn = (
  { german }: Pick<Study, "german">,
  notice: string | undefined,
  language: Language,
): string | undefined => (language === "de" && notice !== undefined ? german?.[notice] : undefined) ?? notice;

const lackingGerman = (study: Said): readonly ShownText[] => lacking(textsOf(study), study.german ?? {});

/** The German of a study that has all of it; a report in a language that lacks something is refused. */
export function germanOf(study: Said): Catalogue {
  const lacks = lackingGerman(study).length;
  const { id } = study.protocol;
  if (lacks === 0) return study.german ?? {};
  throw new Stop(
    EXIT.usage,
    `The report of ${id} is not offered in German: ${lacks} of its texts have none. "osteon study check ${id} --language de" lists them.`,
  );
}

/** Titles of analyses, which name numbers beside the report, where two runs are compared: a report is offered without their German. */
const titlesOf = ({ protocol }: Said): readonly ShownText[] =>
  Object.entries(protocol.analyses).map(([id, { title }]) => ({
    text: title,
    place: `protocol.ts analyses.${id}.title`,
  }));

/** Each text that the report shows, and each title of an analysis, that has no German, at the place that says it first. */
export const withoutGerman = (study: Said): readonly Problem[] =>
  [
    ...new Map(
      lacking([...titlesOf(study), ...textsOf(study)], study.german ?? {}).map((one) => [one.text, one]),
    ).values(),
  ].map(({ place, text }) => atPlace(place, refused("no-german", { text })));

/** German texts that name other results than the English ones: they would show other numbers. */
export const otherwiseNamed = (study: Said): readonly Problem[] =>
  namesOthers(textsOf(study), study.german ?? {}).map(({ place, text }) =>
    atPlace(place, refused("german-names-others", { text })),
  );

function atPlace(place: string, fault: Fault): Problem {
  const [file = "", ...path] = place.split(" ");
  return problem(file, path.join(" "), fault);
}
