import type { Measured } from "./measured.ts";

/** Adds up what is measured under one name over the parts; memory is the highest peak. */
export class Stopwatch {
  readonly #measured = new Map<string, Measured>();

  add({ name, seconds, peak }: Measured): void {
    const before = this.#measured.get(name) ?? { seconds: 0, peak: 0 };
    this.#measured.set(name, { name, seconds: before.seconds + seconds, peak: Math.max(before.peak, peak) });
  }

  of(name: string): Measured {
    return this.#measured.get(name) ?? { name, seconds: 0, peak: 0 };
  }

  all(): readonly Measured[] {
    return [...this.#measured.values()];
  }
}
