import type { Part } from "./passage.ts";

const NAMES: readonly (readonly [Part, RegExp])[] = [
  ["abstract", /^(abstract|summary|zusammenfassung|kurzfassung)$/i],
  [
    "introduction",
    /^(introduction|background|objectives?|purpose|aims?|einleitung|hintergrund|ziele?|fragestellung)$/i,
  ],
  [
    "methods",
    /^((materials?|patients?|subjects?|participants?)(,| and| &) )?(methods?|methodology)( and (materials?|patients?))?$|^(statistical analys[ie]s|statistics|study design.*|(material|patienten) und methode[n]?|methoden?|methodik|statistik)$/i,
  ],
  ["results", /^(results?|findings|ergebnisse?|resultate|tables and figures|tables?|tabellen)$/i],
  ["discussion", /^(discussion|conclusions?|limitations?|diskussion|schlussfolgerung(en)?|fazit)$/i],
  ["references", /^(references?|bibliography|literature cited|literatur(verzeichnis)?)$/i],
];

/** The part that a heading of this name begins; none where it is a heading below the parts. */
export function partOf(heading: string): Part | undefined {
  const name = heading.replaceAll(/^[\s#*\d.]+|[\s*.:]+$/g, "").replaceAll(/\s+/g, " ");
  return NAMES.find(([, pattern]) => pattern.test(name))?.[0];
}

const RUN_IN =
  /^\s*(?<name>abstract|summary|objectives?|background|purpose|aims?|methods?|patients and methods|results?|conclusions?|zusammenfassung|hintergrund|ziele?|fragestellung|methoden?|methodik|ergebnisse?|schlussfolgerung(?:en)?|fazit)\s?[.:]\s?(?=\S)/i;

/** A heading that stands at the beginning of its own line, as in a structured abstract: `Results. Fifty-six ...`. */
export function runInPart(line: string): { readonly name: string; readonly part: Part } | undefined {
  const found = RUN_IN.exec(line);
  const name = found?.groups?.name;
  if (name === undefined || !/^\p{Lu}/u.test(name)) return undefined;
  const part = partOf(name);
  return part === undefined ? undefined : { name, part };
}

const TOPIC = /^\s*(?<name>\p{Lu}[\p{L}\p{N}α-ω/-]*(?: [\p{L}\p{N}α-ω(),/-]+){0,6})\. (?=\p{Lu})/u;
const VERB = /\b(was|were|is|are|had|has|have|did|showed|wurden?|war|waren|hatten?|ist|sind)\b/i;

/** `Antibiotics. Twenty patients ...`: a topic that heads its paragraph; only where a sentence has just ended. */
export function topic(line: string): string | undefined {
  const name = TOPIC.exec(line)?.groups?.name;
  return name === undefined || VERB.test(name) || /^(Table|Figure|Fig|Tabelle|Abbildung)\b/.test(name)
    ? undefined
    : name;
}
