/** Why a paper could not be read, in the shape of every problem of Osteon; the codes stand in docs/reference/problems.md. */
export interface PaperProblem {
  readonly code: PaperProblemCode;
  readonly severity: "refused";
  readonly where: { readonly file?: string };
  /** What was found. */
  readonly says: string;
  /** What to do about it. */
  readonly fix: string;
}

export type PaperProblemCode =
  | "unknown-paper-format"
  | "paper-too-large"
  | "paper-damaged"
  | "paper-encrypted"
  | "paper-without-text"
  | "paper-takes-too-long";

/** Thrown inside the readers alone; `readPaper` returns the problem. */
export class Unreadable extends Error {
  readonly code: PaperProblemCode;
  readonly fix: string;
  constructor(code: PaperProblemCode, says: string, fix: string) {
    super(says);
    this.code = code;
    this.fix = fix;
  }
}
