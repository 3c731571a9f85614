/** What a sensitivity analysis gave: each headline number under every combination of the assumptions. */
export interface Outcomes {
  readonly headlines: readonly HeadlineNumber[];
  /** The first choice of each assumption is the protocol's own. */
  readonly assumptions: readonly { readonly name: string; readonly choices: readonly { readonly label: string }[] }[];
  readonly outcomes: readonly Outcome[];
  /** The size of each chart. */
  readonly chart: { readonly width: number; readonly height: number };
}

export interface HeadlineNumber {
  /** The result that it is. */
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly published?: number;
}

export interface Outcome {
  readonly headline: string;
  readonly primary: boolean;
  readonly chosen: Readonly<Record<string, string>>;
  /** In the unit of the headline; nothing where not estimable. */
  readonly value: number | null;
}

/** From the lowest to the highest of some outcomes; nothing where none is estimable. */
export interface Range {
  readonly lowest: number;
  readonly highest: number;
}

export function rangeOf(outcomes: readonly Outcome[]): Range | undefined {
  const values = outcomes.flatMap(({ value }) => (value === null ? [] : [value]));
  return values.length === 0 ? undefined : { lowest: Math.min(...values), highest: Math.max(...values) };
}
