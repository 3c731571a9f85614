import { LANGUAGES } from "@osteon/words";
import { Option } from "commander";

/** The language of a report; a study offers one where all that its report shows has it. */
export const languageOption = (): Option =>
  new Option("--language <language>", "language of the report").choices(LANGUAGES).default(LANGUAGES[0]);

/** The language in which a command tells what is wrong. */
export const problemLanguageOption = (): Option =>
  new Option("--language <language>", "language in which problems are told").choices(LANGUAGES).default(LANGUAGES[0]);
