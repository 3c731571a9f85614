/** What a confined thread may use; what is beyond its count (files, buffers of the system) shows in the growth of the process. */
export interface Confinement {
  /** Of its own work; while it waits for an answer the clock stands. */
  readonly milliseconds: number;
  /** Of its heap. */
  readonly heapMegabytes: number;
  /** Bytes that the whole process may grow by meanwhile. */
  readonly growth: number;
}

/** The work took more time or memory than it was given; its thread is gone. */
export class Outgrown extends Error {
  readonly because: "time" | "memory";
  constructor(because: "time" | "memory") {
    super(`the work took more ${because} than it was given`);
    this.because = because;
  }
}

/** What a thread is told, and what it says; each question of its own is answered before its work goes on. */
export type ToThread = { readonly work: unknown } | { readonly answer: unknown } | { readonly noAnswer: true };
export type FromThread = { readonly done: unknown } | { readonly failed: string } | { readonly question: unknown };
