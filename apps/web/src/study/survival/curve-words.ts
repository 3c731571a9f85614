import type { StudyWords } from "../study-words.ts";

/** The words about curves: of relapses, where a study counts them by the clock of its rules, else of whatever it counts. */
export function curveWords(says: StudyWords, ofRelapses: boolean): StudyWords {
  if (ofRelapses) return says;
  return { ...says, events: says.otherEvents, free: says.otherFree, step: says.otherStep };
}
