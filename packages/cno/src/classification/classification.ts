import type { Stated } from "@osteon/protocol";

/** What is asked of a child, by the name of the finding that answers it. */
type Asked = Readonly<Record<string, string>>;

/** Points of a finding; null where nobody has published them. */
export interface Weighed {
  readonly says: string;
  readonly points: number | null;
}

/**
 * A score that classifies, as data: what must be there, what must not, the points of each domain (of several findings in one domain
 * the highest counts), and the sum from which a child is classified.
 */
export interface Classification {
  readonly name: string;
  readonly version: string;
  readonly says: string;
  readonly source: string;
  readonly entry: Asked;
  readonly exclusions: Asked;
  readonly domains: Readonly<Record<string, Readonly<Record<string, Weighed>>>>;
  readonly atLeast: number;
}

/** 1 there, 0 not there; null or absent: not known. */
export type Findings = Readonly<Record<string, 0 | 1 | null | undefined>>;

export interface Classified {
  readonly answer: "met" | "not_met" | "undecided";
  /** The sum if nothing that is not known were there, and if all of it were. */
  readonly lowest: number;
  readonly highest: number;
  /** Findings that are not known and of which some value, together with some values of the others, changes the answer. */
  readonly deciding: readonly string[];
}

/**
 * Classifies a child. An exclusion that is there, or an entry that is not, decides alone; what is not known leaves the sum a range.
 * Throws where a weight is missing: nothing is scored by points that nobody knows.
 */
export function classify(definition: Classification, findings: Findings): Classified {
  mustBeWeighed(definition);
  const { lowest, highest } = sums(definition, findings);
  const answer = answerOf(definition, findings);
  if (answer !== "undecided") return { answer, lowest, highest, deciding: [] };
  const open = findingsOf(definition).filter((name) => !isKnown(findings[name]));
  return { answer, lowest, highest, deciding: open.filter((name) => decides(definition, findings, name)) };
}

const isKnown = (finding: Findings[string]): finding is 0 | 1 => finding === 0 || finding === 1;

/** Every finding that a classification asks for. */
export const findingsOf = ({ entry, exclusions, domains }: Classification): readonly string[] => [
  ...new Set([...Object.keys(entry), ...Object.keys(exclusions), ...Object.values(domains).flatMap(Object.keys)]),
];

/** Findings whose points are not known. */
export const unweighed = ({ domains }: Classification): readonly string[] =>
  Object.values(domains).flatMap((domain) =>
    Object.entries(domain).flatMap(([name, { points }]) => (points === null ? [name] : [])),
  );

export function mustBeWeighed(definition: Classification): void {
  const without = unweighed(definition);
  if (without.length === 0) return;
  throw new Error(
    `${definition.name} cannot be scored: no points are published for ${without.join(", ")}. Give them with withPoints(definition, { ${without[0]}: ... }).`,
  );
}

/** A definition with the points that a centre states; a finding that it does not ask for is refused. */
export function withPoints(definition: Classification, points: Readonly<Record<string, number>>): Classification {
  const asked = Object.values(definition.domains).flatMap(Object.keys);
  const stranger = Object.keys(points).find((name) => !asked.includes(name));
  if (stranger !== undefined)
    throw new Error(`${definition.name} asks for no ${stranger}; it asks for ${asked.join(", ")}.`);
  const weighed = (domain: Readonly<Record<string, Weighed>>) =>
    Object.fromEntries(
      Object.entries(domain).map(([name, own]) => [name, { ...own, points: points[name] ?? own.points }]),
    );
  const domains = Object.entries(definition.domains).map(([name, domain]) => [name, weighed(domain)] as const);
  return { ...definition, domains: Object.fromEntries(domains) };
}

function sums({ domains }: Classification, findings: Findings): { readonly lowest: number; readonly highest: number } {
  let [lowest, highest] = [0, 0];
  for (const domain of Object.values(domains)) {
    const weights = Object.entries(domain).map(([name, { points }]) => ({ is: findings[name], points: points ?? 0 }));
    lowest += Math.max(0, ...weights.map(({ is, points }) => (is === 1 ? points : 0)));
    highest += Math.max(0, ...weights.map(({ is, points }) => (is === 0 ? 0 : points)));
  }
  return { lowest, highest };
}

function answerOf(definition: Classification, findings: Findings): Classified["answer"] {
  const entry = Object.keys(definition.entry).map((name) => findings[name]);
  const exclusions = Object.keys(definition.exclusions).map((name) => findings[name]);
  const { lowest, highest } = sums(definition, findings);
  if (entry.includes(0) || exclusions.includes(1) || highest < definition.atLeast) return "not_met";
  const isOpen = [...entry, ...exclusions].some((finding) => !isKnown(finding)) || lowest < definition.atLeast;
  return isOpen ? "undecided" : "met";
}

/** Is there a way to know the others in which this finding alone makes the difference? */
function decides(definition: Classification, findings: Findings, name: string): boolean {
  const others = findingsOf(definition).filter((other) => other !== name && !isKnown(findings[other]));
  const differs = (known: Findings) =>
    answerOf(definition, { ...known, [name]: 0 }) !== answerOf(definition, { ...known, [name]: 1 });
  const tried = (known: Findings, [next, ...rest]: readonly string[]): boolean =>
    next === undefined ? differs(known) : tried({ ...known, [next]: 0 }, rest) || tried({ ...known, [next]: 1 }, rest);
  return tried(findings, others);
}

type Rows<V> = Readonly<Record<string, Stated & V>>;

/** The tables by which the models `classification_item` and `classification` know some definitions. Throws where weights are missing. */
export function classificationTables(definitions: readonly Classification[]) {
  definitions.forEach(mustBeWeighed);
  const items: [string, Rows<Item>[string]][] = definitions.flatMap((definition) => itemRows(definition));
  return {
    classification: {
      key: "classification",
      rows: Object.fromEntries(
        definitions.map(({ name, says, source, atLeast }) => [name, { says, source, atLeast }]),
      ) as Rows<{ readonly atLeast: number }>,
    },
    classification_item: { key: "item", rows: Object.fromEntries(items) as Rows<Item> },
  };
}

type Item = {
  readonly classification: string;
  readonly finding: string;
  readonly role: "entry" | "exclusion" | "points";
  readonly domain: string;
  readonly points: number;
};

function itemRows({ name, source, entry, exclusions, domains }: Classification): [string, Rows<Item>[string]][] {
  const row = (finding: string, says: string, role: Item["role"], domain: string, points: number) =>
    [`${name} ${role} ${finding}`, { says, source, classification: name, finding, role, domain, points }] as [
      string,
      Rows<Item>[string],
    ];
  return [
    ...Object.entries(entry).map(([finding, says]) => row(finding, says, "entry", "entry", 0)),
    ...Object.entries(exclusions).map(([finding, says]) => row(finding, says, "exclusion", "exclusion", 0)),
    ...Object.entries(domains).flatMap(([domain, own]) =>
      Object.entries(own).map(([finding, { says, points }]) => row(finding, says, "points", domain, points ?? 0)),
    ),
  ];
}
