import { isCited } from "../claims/cited.ts";
import type { Stand } from "../claims/claim.ts";
import type { PaperClaims } from "../claims/paper-claims.ts";
import { COUNT, PEOPLE, pattern } from "../claims/patterns.ts";
import { printed } from "../claims/printed-number.ts";

export interface SexCounts {
  readonly at: Stand;
  readonly female: number;
  readonly male: number;
  /** The whole that is printed beside them; none where it stands elsewhere. */
  readonly whole: number | undefined;
  /** The whole is followed by both counts in brackets: nobody is left out. */
  readonly complete: boolean;
}

const F = "(?:females?|girls|women|weiblich\\p{L}*|Mädchen|Frauen)";
const M = "(?:males?|boys|men|männlich\\p{L}*|Jungen?|Männer)";
const BETWEEN = "(?:\\s*(?:,|;|and|und|/|\\([^)]{0,12}\\)|were|waren|patients|\\(\\d+\\s?%\\),?)\\s*){1,4}";
const BOTH = pattern(
  `(?:(?<f1>${COUNT})\\s+(?:(?:were|waren|patients were)\\s+)?${F}${BETWEEN}(?<m1>${COUNT})\\s+(?:(?:were|waren)\\s+)?${M}|(?<m2>${COUNT})\\s+(?:(?:were|waren|patients were)\\s+)?${M}${BETWEEN}(?<f2>${COUNT})\\s+(?:(?:were|waren)\\s+)?${F})(?<after>\\s+\\p{L}+)?`,
);
/** People that are not of one sex: `10 men (six women and six men)` are two groups. */
const WHOLE = pattern(`(?<N>${COUNT})\\s+(?:(?!${F}|${M})[\\p{L}-]+\\s+){0,3}?(?!${F}|${M})${PEOPLE}`);
const DOING = /\b(?:had|with|showed|received|relapsed|developed|hatten|mit|zeigten|erhielten)$/i;

/** Every place that counts both sexes of all patients: in a sentence, or in a row `Female/male`. */
export function sexCounts({ sentences }: PaperClaims): readonly SexCounts[] {
  return sentences.flatMap((sentence) => {
    const { text, passage } = sentence;
    if (isCited(sentence)) return [];
    if (passage.cells !== undefined) {
      const [label = "", value = ""] = passage.cells;
      const counts = /^(?<a>\d+)\s?[/:]\s?(?<b>\d+)$/.exec(value)?.groups;
      const order =
        /^\W*(?:sex|gender|geschlecht)?\W*(?:(?<f>f|female|girls|women|weiblich|w)\s?[/:]\s?(?:m|male|boys|men|männlich)|(?:m|male|boys|men|männlich)\s?[/:]\s?(?:f|female|girls|women|weiblich|w))\b/i.exec(
          label,
        );
      if (counts === undefined || order === null || /%/.test(label)) return [];
      const [a, b] = [Number(counts.a), Number(counts.b)];
      const female = order.groups?.f === undefined ? b : a;
      const size =
        /\bn\s?=\s?(\d+)/i.exec(passage.table?.heads[1] ?? "")?.[1] ??
        /\bn\s?=\s?(\d+)/i.exec(passage.table?.caption ?? "")?.[1];
      const at = { sentence, start: 0, end: text.length };
      return [
        { at, female, male: a + b - female, whole: size === undefined ? undefined : Number(size), complete: true },
      ];
    }
    return [...text.matchAll(BOTH)].flatMap((found) => {
      const { f1, m1, f2, m2, after = "" } = found.groups ?? {};
      const female = printed(f1 ?? f2 ?? "")?.value;
      const male = printed(m1 ?? m2 ?? "")?.value;
      if (female === undefined || male === undefined || DOING.test(after.trim())) return [];
      // "12 girls and 5 boys were positive": a part of them, unless the sentence ends or goes on to another thing.
      const part = after !== "" && !/^(?:with|and|aged|in|from|at|aus|im|mit|und|seen)$/i.test(after.trim());
      const before = text.slice(0, found.index);
      const whole = [...before.matchAll(WHOLE)].at(-1);
      const gap = whole === undefined ? "" : before.slice(whole.index + whole[0].length);
      const behind =
        /^\s*(?:patients|children|Kinder|Patienten)?\s*[(,]\s*(?:n\s?=|total|gesamt)\s*(?<n>\d+)\s*(?:[),.;]|$)/i.exec(
          text.slice(found.index + found[0].length - after.length),
        );
      if (behind !== null) {
        const at = {
          sentence,
          start: found.index,
          end: found.index + found[0].length - after.length + behind[0].length,
        };
        return [{ at, female, male, whole: Number(behind.groups?.n), complete: true }];
      }
      const near = !part && whole !== undefined && /^[^.;]{0,60}$/.test(gap) && !/\d/.test(gap);
      const at = {
        sentence,
        start: near ? whole.index : found.index,
        end: found.index + found[0].length - after.length,
      };
      return [
        {
          at,
          female,
          male,
          whole: near ? printed(whole.groups?.N ?? "")?.value : undefined,
          complete: near && /^[^()]{0,40}\(\s*$/.test(gap),
        },
      ];
    });
  });
}
