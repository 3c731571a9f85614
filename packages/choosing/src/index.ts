export { EVENT_WORDS } from "./analyses.ts";
export { choiceProblems } from "./choice-problems.ts";
export {
  type Choices,
  type ChosenCondition,
  type ChosenGroups,
  choicesShape,
  EVENTS,
  TYPED_LIMITS,
} from "./choices.ts";
export { namedGroups, PLANS } from "./chosen-groups.ts";
export { CHOSEN_MODELS, chosenFolder, chosenLock } from "./chosen-lock.ts";
export { type ChosenStudy, chosenStudy } from "./chosen-study.ts";
export { type ChildCounter, type ChildrenCounted, childCounter, type Standing } from "./count-children.ts";
export { CHOSEN_FIELDS, type ChosenField } from "./fields.ts";
export { choicesSentence } from "./sentence.ts";
