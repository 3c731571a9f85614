import { type Problem, tellProblem } from "@osteon/codebook";
import type { Language, Sentences } from "@osteon/words";
import { registryTables } from "../book/registry-book.ts";
import { PROBLEM_CODES } from "./problem-codes.ts";

/** A problem as the web tells it, by its code; one that an older version stored keeps its text. */
export const toldProblem = (problem: Problem, language: Language): Sentences =>
  tellProblem(problem, PROBLEM_CODES, { language, tables: registryTables() });
