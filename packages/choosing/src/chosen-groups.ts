import type { ChosenGroups, DrugGroups } from "@osteon/api";
import { DRUG_CLASSES, DRUGS, GERMAN_BOOK } from "@osteon/codebook";
import type { Entry, Protocol } from "@osteon/protocol";
import type { Pair } from "@osteon/words";
import { conditionWords } from "./condition-words.ts";
import { asTyped, both, type Spoken } from "./spoken.ts";

/** The group of all children; its days count from the diagnosis, and relapses are read along it. */
export const EVERY_CHILD = "everyone";

/** The levels of a stratum. */
export const STRATA = ["stratum-yes", "stratum-no"] as const;

type DrugGroup = DrugGroups["groups"][number];

/** A group or stratum as reports print it. */
export interface NamedGroup {
  readonly id: string;
  readonly label: Pair;
}

/** The three plans that CARRA agreed on, in the order in which one counts that was begun together with another. */
export const PLANS: readonly (DrugGroup & { readonly label: Pair })[] = [
  {
    classes: [],
    drugs: ["methotrexate", "sulfasalazine"],
    label: both("Methotrexate or sulfasalazine", "Methotrexat oder Sulfasalazin"),
  },
  { classes: ["bisphosphonate"], drugs: [], label: both("Bisphosphonate", "Bisphosphonat") },
  { classes: ["tnf_inhibitor"], drugs: [], label: both("TNF-α inhibitor", "TNF-α-Inhibitor") },
];

const german = (english: string): Pair => both(english, GERMAN_BOOK[english] ?? english);

/** The words of a drug or class by its code. */
export const drugWords = (code: string): Pair =>
  german([...DRUG_CLASSES, ...DRUGS].find((one) => one.code === code)?.says ?? "Another drug");

/** What is compared: the groups, the two strata, or all children. */
export function namedGroups(groups: ChosenGroups): readonly NamedGroup[] {
  if (groups.by === "everyone") return [{ id: EVERY_CHILD, label: both("All children", "Alle Kinder") }];
  if (groups.by === "stratum") {
    const { en, de } = conditionWords(groups.condition);
    const [withIt, without] = STRATA;
    return [
      { id: withIt, label: both(en, de) },
      { id: without, label: both(`Not so: ${en}`, `Nicht so: ${de}`) },
    ];
  }
  const named = groups.groups.map((group) => ({ id: idOf(group), label: labelOf(group) }));
  const ids = named.map(({ id }) => id);
  return named.map(({ id, label }, index) => ({
    id: ids.indexOf(id) === index ? id : `${id}-${index + 1}`,
    label,
  }));
}

const idOf = ({ classes, drugs }: DrugGroup): string => `on-${[...classes, ...drugs].join("-")}`.slice(0, 48);

function labelOf({ name, classes, drugs }: DrugGroup): Pair {
  if (name !== undefined) return asTyped(name);
  const words = [...classes, ...drugs].map(drugWords);
  const plan = PLANS.find((one) => same(one.classes, classes) && same(one.drugs, drugs));
  return plan?.label ?? both(words.map(({ en }) => en).join(" or "), words.map(({ de }) => de).join(" oder "));
}

const same = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((code) => other.includes(code));

/** The groups of the protocol: all children, and those that are compared by what they were given. */
export function protocolGroups(groups: ChosenGroups, { say }: Spoken): Protocol["groups"] {
  const compared = groups.by === "everyone" || groups.by === "stratum" ? [] : groups.groups;
  const named = namedGroups(groups);
  return {
    [EVERY_CHILD]: group(
      say(both("All children with CNO, from diagnosis.", "Alle Kinder mit CNO, ab Diagnose.")),
      "diagnosis",
      compared.length === 0,
    ),
    ...Object.fromEntries(
      compared.map((one, index) => {
        const { id = "", label = both("", "") } = named[index] ?? {};
        const says = both(`${label.en}: from its first day.`, `${label.de}: ab dem ersten Tag.`);
        return [id, group(say(says), entryOf(one), true)];
      }),
    ),
  };
}

const group = (says: string, entry: Entry, inResponse: boolean): Protocol["groups"][string] => ({
  ...{ says, assumption: true, entry, step: 0, inResponse, aloneOnly: false },
});

const entryOf = ({ classes, drugs }: DrugGroup): Entry =>
  classes.length > 0
    ? { drugClasses: DRUG_CLASSES.flatMap(({ code }) => (classes.includes(code) ? [code] : [])) }
    : { drugs };
