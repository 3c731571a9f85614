export { EVENT_WORDS } from "./analyses.ts";
export { choiceProblems } from "./choice-problems.ts";
export { namedGroups, PLANS } from "./chosen-groups.ts";
export { CHOSEN_MODELS, chosenFolder, chosenLock } from "./chosen-lock.ts";
export { type ChosenStudy, chosenStudy } from "./chosen-study.ts";
export { type ChildCounter, type ChildrenCounted, childCounter, type Standing } from "./count-children.ts";
export { CHOSEN_FIELDS } from "./fields.ts";
export { CHOOSING_PROBLEMS } from "./problems.ts";
export { choicesSentence } from "./sentence.ts";
