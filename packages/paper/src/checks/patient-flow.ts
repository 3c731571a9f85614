import { isCited } from "../claims/cited.ts";
import type { PaperClaims } from "../claims/paper-claims.ts";
import { COUNT, pattern } from "../claims/patterns.ts";
import { printed } from "../claims/printed-number.ts";
import type { Draft } from "../findings/finding.ts";

const OUT = /\b(?:excluded|declined|withdrew|lost to follow-?up|dropped out|ausgeschlossen|lehnten|ausgeschieden)\b/i;
const LEFT = /\b(?:leaving|remaining|remained|left|verblieben|verbleibende[nr]?|übrig|sodass|so dass)\b/i;
const IN = /\b(?:included|analy[sz]ed|enrolled|evaluated|eingeschlossen|ausgewertet|analysiert|aufgenommen)\b/i;
const NUMBERS = pattern(`(?<n>${COUNT})`);

/** `Of 120 screened, 34 were excluded, leaving 88`: what is left is the difference. */
export function patientFlow({ sentences }: PaperClaims): readonly Draft[] {
  return sentences.flatMap((sentence): readonly Draft[] => {
    const { text, passage } = sentence;
    if (passage.kind === "row" || isCited(sentence) || !OUT.test(text) || !(LEFT.test(text) || IN.test(text)))
      return [];
    // Reasons in brackets, and their numbers, are blotted out so that places stay.
    const bare = text
      .replaceAll(/\([^)]*\)/g, (inside) => " ".repeat(inside.length))
      .replaceAll(/\b(?:19|20)\d\d\b/g, "    ");
    const counts = [...bare.matchAll(NUMBERS)].map((found) => ({
      n: printed(found.groups?.n ?? "")?.value ?? 0,
      at: found.index,
    }));
    const [all, out, rest] = counts;
    if (counts.length !== 3 || all === undefined || out === undefined || rest === undefined) return [];
    if (
      !/\b(?:of|from|von|out of|identified|screened|assessed|identifizierten)\b[^.]{0,24}$/i.test(
        bare.slice(0, all.at),
      ) &&
      !/^[^.]{0,60}\b(?:screened|identified|eligible|assessed|identifiziert|gescreent)/i.test(bare.slice(all.at))
    )
      return [];
    const outBetween = OUT.test(bare.slice(out.at, rest.at)) || OUT.test(bare.slice(all.at, out.at));
    if (!outBetween || all.n <= out.n || all.n - out.n === rest.n || /%/.test(bare.slice(all.at))) return [];
    const right = all.n - out.n;
    const left = LEFT.test(bare.slice(out.at));
    // Left out of one analysis is not left out of the study.
    if (!left && /\b(?:excluded from|ausgeschlossen aus|von der)\b|analys[ei]s/i.test(bare)) return [];
    const certain = left ? "impossible" : "query";
    return [
      {
        class: certain,
        kind: "flow",
        says: `${all.n} without ${out.n} are ${right}, not ${rest.n}.`,
        at: [{ sentence, start: all.at, end: Math.min(text.length, rest.at + 40) }],
        recomputed: `${all.n} - ${out.n} = ${right}`,
        consistentValues: [`${right} left`, `${all.n - rest.n} excluded`, `${out.n + rest.n} at the beginning`],
        cause: "Is a step of the flow not told?",
      },
    ];
  });
}

const INCLUDED = /^(?:includ|enrol|analy|studied|recruit|eingeschl|untersucht|ausgewert|rekrut)/i;

/** The number of patients in the abstract against the number in the body. */
export function cohortSizes({ wholes }: PaperClaims): readonly Draft[] {
  const counted = wholes.filter(({ verb, sentence }) => INCLUDED.test(verb) && !isCited(sentence));
  const first = counted.find(({ sentence }) => sentence.passage.part === "abstract");
  const body = counted.filter(
    ({ sentence }) => sentence.passage.part === "results" || sentence.passage.part === "methods",
  );
  const other = body[0];
  if (first === undefined || other === undefined || body.some(({ n }) => n === first.n)) return [];
  const printedIn = (abstract: boolean, n: number) =>
    wholes.some((whole) => whole.n === n && (whole.sentence.passage.part === "abstract") === abstract);
  if (printedIn(false, first.n) || printedIn(true, other.n)) return [];
  return [
    {
      class: "inconsistent",
      kind: "cohort-size",
      says: `The abstract counts ${first.n} patients, the body ${other.n}.`,
      at: [first, other],
      recomputed: "",
      consistentValues: [String(other.n), String(first.n)],
      cause: "Is the abstract of an older data set?",
    },
  ];
}
