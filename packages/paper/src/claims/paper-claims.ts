import type { ReadText } from "../reading/read-text.ts";
import type { Passage } from "../structure/passage.ts";
import { passagesOf } from "../structure/passages.ts";
import { type Sentence, sentencesOf } from "../structure/sentences.ts";
import { cellShares } from "./cell-shares.ts";
import type { Claim, Period, PValue, Ratio, Share, Spread, SurvivalStatement, Whole } from "./claim.ts";
import { WORD_NUMBERS } from "./number-words.ts";
import { periodClaims } from "./period-claims.ts";
import { hasEndless, type Notation, notationOf, withoutEndless, withPoints } from "./printed-number.ts";
import { shareClaims } from "./share-claims.ts";
import { spreadClaims } from "./spread-claims.ts";
import { survivalClaims } from "./survival-claims.ts";
import { pValueClaims, ratioClaims } from "./test-claims.ts";
import { wholeClaims } from "./whole-claims.ts";

/** A paper, understood: its sentences and what each claims. */
export interface PaperClaims {
  readonly notation: Notation;
  readonly passages: readonly Passage[];
  /** Sentences as the claims were read from them: numbers with decimal points. */
  readonly sentences: readonly Sentence[];
  readonly shares: readonly Share[];
  readonly spreads: readonly Spread[];
  readonly pValues: readonly PValue[];
  readonly ratios: readonly Ratio[];
  readonly survivals: readonly SurvivalStatement[];
  readonly wholes: readonly Whole[];
  readonly periods: readonly Period[];
}

/** Reads every claim of a paper. */
export function paperClaims(read: ReadText): PaperClaims {
  const passages = passagesOf(read);
  const notation = notationOf(passages.map(({ text }) => text).join("\n"));
  const sentences = sentencesOf(passages).map((sentence) => pointed(sentence, notation));
  const all = <T>(of: (sentence: Sentence, text: string) => readonly T[]): readonly T[] =>
    sentences.flatMap((sentence) =>
      /\d/.test(sentence.text) || WORDED.test(sentence.text) ? of(sentence, sentence.text) : [],
    );
  return {
    notation,
    passages,
    sentences,
    shares: all((sentence, text) =>
      sentence.passage.cells === undefined ? shareClaims(sentence, text) : cellShares(sentence),
    ),
    spreads: all(spreadClaims),
    pValues: all(pValueClaims),
    ratios: all(ratioClaims),
    survivals: all(survivalClaims),
    wholes: all(wholeClaims),
    periods: all(periodClaims),
  };
}

/** Numbers in words; most sentences hold neither these nor digits, and are passed over. */
const WORDED = new RegExp(`(?<!\\p{L})(?:${WORD_NUMBERS})(?!\\p{L})`, "iu");

/** The sentence with decimal points and without endless digits, its cells and the table around them too. */
function pointed(sentence: Sentence, notation: Notation): Sentence {
  const { passage } = sentence;
  const around = [
    sentence.text,
    ...(passage.cells ?? []),
    passage.table?.caption ?? "",
    ...(passage.table?.heads ?? []),
  ];
  if (notation === "point" && !around.some(hasEndless)) return sentence;
  const read = (text: string): string => withPoints(withoutEndless(text), notation);
  const { cells, table } = passage;
  return {
    ...sentence,
    text: read(sentence.text),
    passage: {
      ...passage,
      ...(cells === undefined ? {} : { cells: cells.map(read) }),
      ...(table === undefined || !around.some(hasEndless)
        ? {}
        : { table: { ...table, caption: withoutEndless(table.caption), heads: table.heads.map(withoutEndless) } }),
    },
  };
}

/** Every claim, in the order of the text. */
export function allClaims(paper: PaperClaims): readonly Claim[] {
  const { shares, spreads, pValues, ratios, survivals, wholes, periods } = paper;
  return [...shares, ...spreads, ...pValues, ...ratios, ...survivals, ...wholes, ...periods].sort(
    (a, b) => a.sentence.index - b.sentence.index || a.start - b.start,
  );
}
