import { isCited } from "../claims/cited.ts";
import type { Period } from "../claims/claim.ts";
import type { PaperClaims } from "../claims/paper-claims.ts";
import { PEOPLE } from "../claims/patterns.ts";
import { yearsOf } from "../claims/period-claims.ts";
import type { Draft } from "../findings/finding.ts";

const STUDY =
  /\b(?:study|chart|review|conducted|covering|cohort|patients|children|diagnosed|treated|included|enrolled|recruited|admitted|presenting|Studie|Patient|Kinder|eingeschlossen|diagnostiziert|behandelt|Zeitraum|retrospektiv|rekrutiert|Akten)/i;
const NOT_OF_THE_STUDY =
  /\b(?:born|birth|guideline|criteria|version|ICD|published|approved|approval|licen[cs]ed|introduced|established|Declaration|software|SPSS|Helsinki|registry was|founded|follow-?up|updated|classification|geboren|Leitlinie|Kriterien|zugelassen|eingeführt|gegründet|Nachbeobachtung|historical|before|prior to|since|earlier|vor|seit)\b/i;

/** `[12]`, `(Smith 2016)`: the sentence tells of another study, or of the world. */
const CITES = /\[\d+(?:\s?[,–-]\s?\d+)*\]|\(\p{Lu}[^()]*\b(?:19|20)\d\d\w?(?:;[^()]*)?\)/u;
const ANALYSED = /\banaly[sz]\w+[^.;]{0,30}$/i;
/** What happens once to each patient, and within the window; they are seen and treated long after it. */
const ENTERED =
  /\b(?:diagnosed|enrolled|recruited|included|randomi[sz]ed|admitted|diagnostiziert|eingeschlossen|rekrutiert|randomisiert|aufgenommen)\b[^.;:()]{0,30}?\b(?:in|from|between|since|until|von|zwischen|bis)\s+(?:(?:early|late|the year|\p{Lu}\p{L}+|\d{1,2}\.?)\s+){0,2}$/iu;

/** Years in the results before the study began or after it ended. */
export function studyWindow({ periods, sentences }: PaperClaims): readonly Draft[] {
  const stated = periods.filter(
    ({ sentence, start }) =>
      (sentence.passage.part === "methods" || sentence.passage.part === "abstract") &&
      STUDY.test(sentence.text) &&
      !ANALYSED.test(sentence.text.slice(0, start)) &&
      !isCited(sentence),
  );
  const [first] = stated;
  if (first === undefined) return [];
  const from = Math.min(...stated.map((period) => period.from));
  const to = Math.max(...stated.map((period) => period.to));
  const window = stated.find((period) => period.from === from && period.to === to) ?? first;
  const counted = new RegExp(`%|\\b${PEOPLE}\\b|\\bn\\s?=`, "iu");
  return sentences.flatMap((sentence): readonly Draft[] => {
    const { passage, text } = sentence;
    const inResults =
      passage.part === "results" ||
      (passage.part === "abstract" && sentence !== window.sentence) ||
      passage.kind === "row";
    if (!inResults || isCited(sentence) || CITES.test(text)) return [];
    if (!counted.test(text) || NOT_OF_THE_STUDY.test(text)) return [];
    const spans = periods.filter((period) => period.sentence === sentence);
    const isOutside = (year: number, last: number) => year < from || year > last;
    return yearsOf(text).flatMap(({ year, start, end }) => {
      const span = spans.find((period) => start >= period.start && end <= period.end);
      // A span that splits the patients lies in part within the window; one beside it tells of other years.
      if (span === undefined ? !ENTERED.test(text.slice(0, start)) : span.to < from || span.from > to) return [];
      if (!isOutside(year, span === undefined ? to + 1 : to)) return [];
      return [outsideOf(sentence, { start, end }, year, { from, to, window, span })];
    });
  });
}

function outsideOf(
  sentence: Period["sentence"],
  place: { readonly start: number; readonly end: number },
  year: number,
  {
    from,
    to,
    window,
    span,
  }: { readonly from: number; readonly to: number; readonly window: Period; readonly span: Period | undefined },
): Draft {
  const before = year < from;
  const edge = before ? from : to;
  return {
    // A span of years splits the patients of the study; a single year may tell of something before it.
    class: span === undefined ? "query" : "inconsistent",
    kind: "study-window",
    says: `${year} lies ${before ? "before" : "after"} the study window ${from} to ${to}.`,
    at: [span ?? { sentence, ...place }, window],
    recomputed: `${from} to ${to}`,
    consistentValues: [span === undefined ? String(edge) : before ? `${edge}–${span.to}` : `${span.from}–${edge}`],
    cause: before ? "Was an older cohort split this way?" : "",
  };
}
