import { type Fault, faultsOf } from "@osteon/words";
import { PAPER_PROBLEMS } from "../problems.ts";

export type PaperProblemCode = keyof typeof PAPER_PROBLEMS;

/** Why a paper could not be read, in the shape of every problem of Osteon; the codes stand in docs/reference/problems.md. */
export interface PaperProblem extends Fault<PaperProblemCode> {
  readonly where: { readonly file?: string };
}

export const { refused } = faultsOf(PAPER_PROBLEMS);

/** Thrown inside the readers alone; `readPaper` returns the problem. */
export class Unreadable extends Error {
  readonly fault: Fault<PaperProblemCode>;
  constructor(fault: Fault<PaperProblemCode>) {
    super(fault.says);
    this.fault = fault;
  }
}
