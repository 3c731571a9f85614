import { lineAt, type Passage } from "./passage.ts";

/** A sentence with its place in the passage and in the text read. */
export interface Sentence {
  readonly passage: Passage;
  readonly text: string;
  /** Where it begins in the passage's text. */
  readonly start: number;
  readonly line: number;
  /** Counts sentences through the whole paper. */
  readonly index: number;
}

/** An end of a sentence; digits right behind it are citations, unless digits stand before it too. */
const END = /(?:[.!?]["”)\]]*|(?<!\d)[.!?]["”)\]]*\d{1,3}(?:[,–-]\d{1,3})*)\s+(?=["“([]?[\p{Lu}\d])/gu;
const SHORT =
  /(?:\b(?:et al|vs|e\.g|i\.e|cf|ca|approx|resp|no|nr|fig|figs|tab|ref|dr|prof|st|z\. ?b|d\. ?h|u\. ?a|bzw|sog|inkl|abb|mio|min|max|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec|yrs?|mos?|s\.d|i\.v)|\b\p{Lu}|\(\p{Lu})\.\s+$/iu;
const ORDINAL = /\b\d{1,2}\.\s+$/;
const MONTH =
  /^(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Woche|Tag|Monat|Jahr|Lebens|Quartal|Zyklus)/;

/** No sentence is longer; what is, is no prose, and patterns must not run along it. */
const LONGEST = 3_000;

/** Sentences of the passages, in order. A row of a table is one sentence. */
export function sentencesOf(passages: readonly Passage[]): readonly Sentence[] {
  const found: Sentence[] = [];
  const add = (passage: Passage, start: number, end: number) => {
    if (end - start > LONGEST) {
      for (let from = start; from < end; from += LONGEST) add(passage, from, Math.min(end, from + LONGEST));
      return;
    }
    const text = passage.text.slice(start, end);
    const skipped = text.length - text.trimStart().length;
    if (text.trim() === "") return;
    const at = start + skipped;
    found.push({ passage, text: text.trim(), start: at, line: lineAt(passage, at), index: found.length });
  };
  for (const passage of passages) {
    if (passage.part === "references") continue;
    if (passage.kind === "row") {
      add(passage, 0, passage.text.length);
      continue;
    }
    let start = 0;
    for (const end of passage.text.matchAll(END)) {
      const stop = end.index + end[0].length;
      const before = passage.text.slice(Math.max(0, stop - 24), stop);
      const after = passage.text.slice(stop, stop + 16);
      if (SHORT.test(before) || (ORDINAL.test(before) && MONTH.test(after))) continue;
      add(passage, start, stop);
      start = stop;
    }
    add(passage, start, passage.text.length);
  }
  return found;
}
