/**
 * Why a question has no answer although its rows are sound: `asked`, what is asked for cannot be had together or names what the file
 * has not; `data`, the rows hold too little for it, or cannot be read; `no-file`, there is no such file.
 */
export type RefusalReason = "asked" | "data" | "no-file";

/** Thrown within this package alone; whoever asks gets it as data. Its sentence calls what was said as the command line writes it. */
export class Refusal extends Error {
  readonly because: RefusalReason;
  constructor(because: RefusalReason, says: string) {
    super(says);
    this.because = because;
  }
}
