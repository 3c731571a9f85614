/** What the registry's rules say of a child; the server's word for word. */
export interface Course {
  /** False while the child's own row is a draft, or the complete rows contradict each other. */
  readonly ready: boolean;
  readonly lines: readonly { readonly line: string; readonly startedOn: string; readonly stoppedOn: string | null }[];
  readonly states: readonly State[];
  readonly relapses: readonly {
    readonly visit: string | null;
    readonly on: string;
    readonly imaging: string | null;
    readonly remissionVisit: string | null;
  }[];
  readonly radiology: readonly { readonly line: string; readonly outcome: string; readonly imaging: string | null }[];
  readonly score: Score | null;
}

export interface State {
  readonly line: string;
  readonly timePoint: string;
  readonly state: string;
  readonly reason: string;
  readonly visit: string | null;
  readonly visitedOn: string | null;
  readonly baselineVisit: string | null;
  readonly relapseVisit: string | null;
  readonly marker: {
    readonly analyte: "crp" | "esr";
    readonly before: number;
    readonly beforeSign: string;
    readonly after: number;
    readonly afterSign: string;
    readonly unit: string;
    readonly beforeKey: string;
    readonly afterKey: string;
  } | null;
}

export interface Score {
  readonly lowest: number;
  readonly highest: number;
  readonly items: readonly { readonly item: string; readonly points: number; readonly held: boolean | null }[];
  readonly cutOffs: readonly { readonly name: string; readonly atLeast: number }[];
}
