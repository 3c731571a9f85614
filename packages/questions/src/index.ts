export type { Answer, Outcome } from "./answer.ts";
export { answerTo } from "./answer-to.ts";
export type { Kind, Question, Said } from "./question.ts";
export type { RefusalReason } from "./refusal.ts";
export type { SharedAsked } from "./shared-asked.ts";
export type { CompetingAnswer } from "./survival/competing-answer.ts";
export type { SurvivalAnswer } from "./survival/survival-answer.ts";
