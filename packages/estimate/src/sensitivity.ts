import type { Protocol, ProtocolChange } from "@osteon/protocol";
import { varyProtocol } from "@osteon/protocol";

/** A headline number: the result, its limits, how it is printed and what the paper prints. */
export interface Headline {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly times: number;
  readonly lower: string;
  readonly upper: string;
  readonly published?: number;
}

export interface Choice {
  readonly label: string;
  readonly change: ProtocolChange;
}

/** An open question of the protocol and the ways to decide it, the primary one first. */
export interface Assumption {
  readonly name: string;
  readonly choices: readonly Choice[];
}

export interface SensitivityPlan {
  readonly headlines: readonly Headline[];
  readonly assumptions: readonly Assumption[];
}

/** One way through all assumptions. */
export interface Specification {
  /** Chosen label by assumption. */
  readonly chosen: Readonly<Record<string, string>>;
  readonly primary: boolean;
  readonly protocol: Protocol;
}

/** Every combination of choices, the primary one first; only the analyses that a headline needs are kept. */
export function specifications(
  primary: Protocol,
  { assumptions, headlines }: SensitivityPlan,
): readonly Specification[] {
  const needed = new Set(headlines.map(({ id }) => id.slice(0, id.indexOf("."))));
  const analyses = Object.fromEntries(Object.entries(primary.analyses).filter(([id]) => needed.has(id)));
  const combinations = assumptions.reduce<readonly (readonly Choice[])[]>(
    (before, { choices }) => before.flatMap((chosen) => choices.map((choice) => [...chosen, choice])),
    [[]],
  );
  return combinations.map((choices) => ({
    chosen: Object.fromEntries(choices.map(({ label }, index) => [assumptions[index]?.name ?? "", label])),
    primary: choices.every((choice, index) => choice === assumptions[index]?.choices[0]),
    protocol: choices.reduce((protocol, { change }) => varyProtocol(protocol, change), {
      ...primary,
      analyses,
    } as Protocol),
  }));
}
