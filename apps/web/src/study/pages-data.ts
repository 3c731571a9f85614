/** What the pages of a run are made of; the server's word for word. */
export interface PageCell {
  readonly text: string;
  readonly result?: string;
}

export interface PageRow {
  readonly label: string;
  readonly level?: number;
  readonly cells: readonly PageCell[];
}

export interface PageTable {
  readonly id: string;
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly PageRow[];
  readonly notes: readonly string[];
}

export interface Section {
  readonly heading: string;
  readonly paragraphs: readonly (readonly (string | PageCell)[])[];
}

export interface Figure {
  readonly id: string;
  readonly title: string;
  readonly caption: string;
  readonly width: number;
  readonly height: number;
}

export interface Drawn {
  readonly figure?: string;
  readonly analysis: string;
  readonly title: string;
  readonly by?: string;
}

export type Block =
  | { readonly headlines: true }
  | { readonly figure: string }
  | { readonly table: string }
  | { readonly section: Section };

export interface Part {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export interface Pages {
  /** A run of an older version has English alone. */
  readonly language?: import("@osteon/words").Language;
  readonly inputs: Readonly<Record<string, string>> & { readonly title: string; readonly notice?: string };
  /** In the language of the pages; a run of an older version has that of its inputs alone. */
  readonly title?: string;
  readonly source: string;
  readonly headlines: readonly { readonly label: string; readonly number: PageCell; readonly below: string }[];
  /** What is to be known of them, which a run of an older version does not tell. */
  readonly underHeadlines?: string;
  readonly chartsSay?: readonly string[];
  readonly tables: Readonly<Record<string, PageTable>>;
  /** The flow of patients, which a run of an older version has not as a table. */
  readonly flow?: PageTable;
  readonly figures: readonly Figure[];
  /** The curves that are drawn, by analysis; a run of an older version does not tell, or not in which figure. */
  readonly curves?: readonly Drawn[];
  /** The parts of the study's own report in its order; a run of an older version does not tell. */
  readonly parts?: readonly Part[];
  /** Whether the study names assumptions that may be varied, and numbers that a paper printed. */
  readonly varies?: boolean;
  readonly printed?: boolean;
  readonly words: readonly Section[];
  readonly methods: readonly Section[];
  readonly assumptions: readonly {
    readonly says: string;
    readonly source?: string;
    readonly paths: readonly string[];
  }[];
  readonly comparison: PageTable;
  readonly cited: readonly { readonly printed: string; readonly quote: string; readonly place: string }[];
}

/** A run of a study on the charts of the registry. */
export interface Run {
  readonly run: string;
  readonly study: string;
  readonly centres: readonly string[];
  readonly askedBy: string;
  readonly askedAt: string;
  readonly state: "waiting" | "running" | "done" | "failed";
  readonly step: string | null;
  readonly freezeHash: string | null;
  readonly problems: readonly import("@osteon/codebook").Problem[] | null;
  readonly name: string | null;
  /** Not thrown away before somebody lets it go. */
  readonly kept: boolean;
  /** The lock by which it was asked for; a run of an older version does not tell. */
  readonly lockHash: string | null;
}

/** The zero from which time to relapse is counted. */
export type Clock = "diagnosis" | "onset" | "first-treatment";

/** A row of results.json. */
export interface Result {
  readonly id: string;
  readonly analysis: string;
  readonly group: string;
  readonly statistic: string;
  readonly at?: number;
  readonly value: number | null;
  readonly because?: string;
  readonly unit: string;
  readonly method: string;
}
