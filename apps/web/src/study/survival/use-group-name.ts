import { useWords } from "../../words/words.ts";
import { STUDY_WORDS } from "../study-words.ts";

/** The name of a group of a survival analysis in the language of the page. */
export function useGroupName(): (group: string) => string {
  const says = useWords(STUDY_WORDS);
  const names: Readonly<Record<string, string>> = {
    all: says.everyone,
    chronic: says.chronic,
    subacute: says.subacute,
    unclassified: says.unclassified,
    unifocal: says.unifocal,
    multifocal: says.multifocal,
  };
  return (group) => names[group] ?? group;
}
