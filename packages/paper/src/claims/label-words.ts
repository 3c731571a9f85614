import { numberOfWord } from "./number-words.ts";

/** Words that say nothing of what is counted: grammar, people, verbs of having, statistics, units. */
const WEAK = new Set(
  `a an the of in on at by to for from with without and or nor but not no none only just also all any each every both either
  this that these those its their his her our we they it was were is are be been being had has have having did do does show showed shown commonly
  exhibited presented present presence found seen observed reported recorded developed occurred remained achieved reached received
  included including among during while whereas however although though because since after before within until over under than
  patient patients child children girl girls boy boys individual individuals subject subjects participant participants people person
  persons case cases cohort study group groups number numbers total overall percent per cent median mean range average sd iqr ratio
  value values year years yr yrs month months mo mos week weeks day days age aged table figure fig respectively most majority many
  few some several other others further additional as few one two three more less least first last time times rate rates
  therapy therapies treatment treatments treated clinically clinical therapie behandlung behandelt klinisch
  noted documented gpt mg kg ml dl mm cm mmol mol iu above below normal sd
  disease diseases symptom symptoms manifestation manifestations sign signs finding findings involvement positive positivity
  who whom whose which what when where there here thus then such so very well n p vs versus et al
  der die das den dem des ein eine einer einem einen und oder nicht kein keine nur auch alle aller bei mit ohne von vom zu zum zur
  im in am an auf aus nach vor seit bis war waren ist sind wurde wurden hatte hatten haben hat zeigte zeigten fand fanden sich
  patienten patient patientinnen kinder kind kindern personen fälle prozent median mittelwert jahre jahren monate monaten wochen tage
  alter insgesamt davon darunter erkrankung symptome zeichen befund befunde anzahl zahl trat traten auf bestand bestanden lag betrug`
    .split(/\s+/)
    .filter((word) => word !== "" && word !== "age" && word !== "alter"),
);

/**
 * The words that carry a label, each cut to its stem: `Age at symptom onset, yrs` gives age and onset. Mono and uni, and
 * words of one drug or event, count as one.
 */
export function labelWords(text: string): ReadonlySet<string> {
  const words = text
    .toLowerCase()
    .replaceAll(/\b(\p{L}{2,4})-(?=\p{L})/gu, "$1")
    .replaceAll(/[-–]/g, " ")
    .split(/[^\p{L}\p{N}α-ω]+/u)
    .filter((word) => word.length > 1 && !/^\d/.test(word) && !WEAK.has(word) && numberOfWord(word) === undefined);
  return new Set(words.map(stem).filter((word) => !WEAK.has(word)));
}

function stem(word: string): string {
  if (word === "age" || word === "alter") return "age";
  const one = word
    .replace(/^mono(?=fo|zen)/, "uni")
    .replace(/^(prednis\p{L}+|steroid\p{L}*|glucocorticoid\p{L}*|kortiko\p{L}+)$/u, "corticosteroid");
  return one.slice(0, 7).replace(/(?:e[ds]?|s|ed|ing)$/, "");
}

/** Common words over all words of both; 1 where the labels are the same. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((word) => b.has(word)).length;
  const all = a.size + b.size - common;
  return all === 0 ? 0 : common / all;
}
