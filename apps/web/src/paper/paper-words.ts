import { bilingual } from "../words/words.ts";

export const PAPER_WORDS = bilingual({
  title: ["Paper check", "Manuskript prüfen"],
  lead: [
    "Every printed number of a manuscript that contradicts another, with the sentence, the recomputation and what would be consistent. The file goes to this registry's own server alone and is not kept.",
    "Jede gedruckte Zahl eines Manuskripts, die einer anderen widerspricht, mit Satz, Nachrechnung und dem, was stimmig wäre. Die Datei geht nur an den Server dieses Registers und wird nicht behalten.",
  ],
  choose: [
    "Manuscript or paper (.txt, .md, .html, .docx, .pdf)",
    "Manuskript oder Arbeit (.txt, .md, .html, .docx, .pdf)",
  ],
  drop: ["Choose a file, or drop it here.", "Datei wählen oder hier ablegen."],
  checking: ["Reading and recomputing …", "Wird gelesen und nachgerechnet …"],
  told: [
    (claims: number, rule: string) => `${claims} claims read; percentages are rounded ${rule}.`,
    (claims: number, rule: string) => `${claims} Angaben gelesen; Prozente sind gerundet: ${rule}.`,
  ],
  none: ["Nothing contradicts itself.", "Nichts widerspricht sich."],
  impossible: ["Impossible", "Unmöglich"],
  inconsistent: ["Inconsistent", "Widersprüchlich"],
  query: ["Query", "Rückfrage"],
  impossibleSays: ["arithmetic alone excludes it", "die Rechnung allein schließt es aus"],
  inconsistentSays: ["two places exclude each other", "zwei Stellen schließen einander aus"],
  querySays: ["a reader must decide", "ein Leser muss entscheiden"],
  recomputed: ["Recomputed", "Nachgerechnet"],
  consistent: ["Consistent would be", "Stimmig wäre"],
  place: [
    (section: string, line: number) => `${section}, line ${line}`,
    (section: string, line: number) => `${section}, Zeile ${line}`,
  ],
  text: ["The text as it was read", "Der Text, wie er gelesen wurde"],
  findings: ["Findings", "Befunde"],
});
