import type { Sentence } from "../structure/sentences.ts";

const CITED =
  /\bet al\b|\bu\.\s?a\.|previous(?:ly)?\b|\bliterature\b|\bother (?:stud|report|cohort|series|author|group)|general population|\breported (?:by|in|comparable)|\bpublished\b|\b(?:data|results|those|that|findings) (?:from|of|by) [A-Z]\p{L}+(?:,| and colleagues)|meta-?analys|\bin contrast to\b|\bin line with\b|\bLiteratur\b|\banderen? (?:Studie|Arbeit|Kohort|Autor)|\bpubliziert|\bberichtete|\bfrühere[nr]? (?:Studie|Arbeit)|\bAllgemeinbevölkerung/iu;

/** A column that quotes another text word by word. */
const QUOTES = /as printed|as quoted|quotation|wording|Zitat|Wortlaut/i;

/** Whether a sentence speaks of other studies: its numbers are not this paper's own, and are held against nothing else in it. */
export const isCited = ({ text, passage }: Sentence): boolean =>
  CITED.test(text) ||
  (passage.table?.heads.some((head) => QUOTES.test(head)) ?? false) ||
  passage.part === "introduction" ||
  passage.part === "references";
