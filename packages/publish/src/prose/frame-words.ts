import type { Language, Pair } from "@osteon/words";

/** What every report says around what a study shows, as a page and as a Word document. */
interface FrameWords {
  readonly toContent: string;
  readonly parts: string;
  readonly methods: string;
  readonly results: string;
  readonly tablesAndFigures: string;
  readonly assumptions: string;
  readonly silent: (assumptions: number, hasPaper: boolean) => string;
  readonly published: string;
  readonly cited: string;
  readonly provenance: string;
  /** Terms of the provenance. */
  readonly study: string;
  readonly asOf: string;
  readonly freeze: string;
  readonly protocol: string;
  readonly models: string;
  readonly partialDates: string;
  readonly resolvedTo: (policy: string) => string;
  readonly software: string;
  readonly consent: string;
  readonly notEstimable: string;
  readonly from: (source: string) => string;
  readonly inR: string;
  readonly inRTables: (files: string) => string;
  readonly inRNeeds: (packages: string) => string;
  readonly tracing: readonly [before: string, after: string];
  /** The head of a report: of one that recomputes a paper, and of any other. */
  readonly afterPaper: (source: string) => string;
  readonly definitions: (source: string) => string;
}

const POLICIES: Readonly<Record<string, string>> = {
  earliest: "frühesten Tag",
  middle: "mittleren Tag",
  latest: "spätesten Tag",
};

const WORDS: Pair<FrameWords> = {
  en: {
    toContent: "To the content",
    parts: "Parts of the report",
    methods: "Methods",
    results: "Results",
    tablesAndFigures: "Tables and figures",
    assumptions: "Assumptions",
    silent: (n, hasPaper) =>
      hasPaper
        ? `Where the paper is silent the protocol chooses, and says so: ${n} assumptions. The command osteon sensitivity shows how the headline numbers move when they are decided otherwise.`
        : `Where no source says it the protocol chooses, and says so: ${n} assumptions.`,
    published: "Published beside recomputed",
    cited: "Numbers cited from elsewhere",
    provenance: "Provenance",
    study: "Study",
    asOf: "As of",
    freeze: "Freeze of the charts",
    protocol: "Protocol",
    models: "Models",
    partialDates: "Partial dates",
    resolvedTo: (policy) => `resolved to the ${policy} of their period`,
    software: "Software",
    consent: "Consent",
    notEstimable: "not estimable",
    from: (source) => `from: ${source}`,
    tracing: [
      "Every number carries the id of its row in results.json; point at it to see its method. The patients behind a count are listed by: osteon members ",
      " and a child's own course by: osteon explain.",
    ],
    inR: "How to get these numbers in R",
    inRTables: (files) =>
      `Analysis tables: ${files}. The command osteon export --analysis-tables writes them; in the registry each number that is opened hands its own out.`,
    inRNeeds: (packages) => `Packages beside those that come with R: ${packages}.`,
    afterPaper: (source) => `Recomputed from charts after ${source}`,
    definitions: (source) => `Definitions: ${source}`,
  },
  de: {
    toContent: "Zum Inhalt",
    parts: "Teile des Berichts",
    methods: "Methoden",
    results: "Ergebnisse",
    tablesAndFigures: "Tabellen und Abbildungen",
    assumptions: "Annahmen",
    silent: (n, hasPaper) =>
      hasPaper
        ? `Wo die Arbeit schweigt, entscheidet das Protokoll und sagt es: ${n} Annahmen. Der Befehl osteon sensitivity zeigt, wie sich die wichtigsten Zahlen ändern, wenn anders entschieden wird.`
        : `Wo keine Quelle es sagt, entscheidet das Protokoll und sagt es: ${n} Annahmen.`,
    published: "Gedrucktes neben Nachgerechnetem",
    cited: "Aus anderen Arbeiten angeführte Zahlen",
    provenance: "Herkunft",
    study: "Studie",
    asOf: "Stand",
    freeze: "Datenstand der Akten",
    protocol: "Protokoll",
    models: "Modelle",
    partialDates: "Unvollständige Daten",
    resolvedTo: (policy) => `auf den ${POLICIES[policy] ?? policy} ihres Zeitraums gesetzt`,
    software: "Software",
    consent: "Einwilligung",
    notEstimable: "nicht schätzbar",
    from: (source) => `aus: ${source}`,
    tracing: [
      "Jede Zahl trägt die Kennung ihrer Zeile in results.json; wer auf sie zeigt, sieht ihre Methode. Die Kinder hinter einer Anzahl nennt: osteon members ",
      " und den Verlauf eines Kindes: osteon explain.",
    ],
    inR: "Wie man diese Zahlen in R erhält",
    inRTables: (files) =>
      `Auswertungstabellen: ${files}. Der Befehl osteon export --analysis-tables schreibt sie; im Register gibt jede geöffnete Zahl die ihre heraus.`,
    inRNeeds: (packages) => `Pakete neben denen, die mit R kommen: ${packages}.`,
    afterPaper: (source) => `Aus Akten nachgerechnet nach ${source}`,
    definitions: (source) => `Definitionen: ${source}`,
  },
};

export const frameWords = (language: Language): FrameWords => WORDS[language];

/** Below the title: after which paper it is recomputed, or whose definitions it counts by. */
export function sourceLine(source: string, hasPaper: boolean, language: Language): string {
  const { afterPaper, definitions } = WORDS[language];
  return hasPaper ? afterPaper(source) : definitions(source);
}
