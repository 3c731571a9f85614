import type { Stated } from "@osteon/protocol";
import type { Pair } from "@osteon/words";
import { PEDCNO_TABLES } from "../pedcno.ts";
import { type CnoRules, cnoRules } from "../rules.ts";
import { OUTCOME_ITEMS, type OutcomeItemName } from "./outcome-item.ts";
import { OUTCOME_RULES, type OutcomeRules } from "./outcome-rules.ts";

/** One way to say how a child is at a time point of a line. */
export interface OutcomeDefinition {
  /** Its column in `model`: 1 met, 0 not met, null not known; of a number the number. */
  readonly id: string;
  readonly title: Pair;
  /** What is said of those whom it takes for well or improved, where that is not the title. */
  readonly wellTitle: Pair;
  /** How the child is, how it is against day 0, or a number of which no answer is made. */
  readonly kind: "state" | "response" | "number";
  /** Who meets it is well; a state that is not good is met by those who are ill. */
  readonly good: boolean;
  /** What it asks of a chart at the time point, and what there and around day 0; `outcome_missing` names those that a child lacks. */
  readonly needs: readonly OutcomeItemName[];
  readonly needsFromStart: readonly OutcomeItemName[];
  readonly says: string;
  readonly source?: string;
  readonly assumption: boolean;
  readonly model: "outcome_profile";
}

const SCHNABEL = "Schnabel A et al., J Rheumatol 2017;44:1058-65, doi:10.3899/jrheum.161255";
const REISER = "Reiser 2025, doi:10.1002/acr2.70061, proposes this level";
const STATES = cnoRules();

const LOCAL_SIGNS = ["swelling", "redness", "heat"] as const;
const STATE_ITEMS = ["visit", "after_escalation", "symptoms", "subjective_change"] as const;
const STATE_ITEMS_FROM_START = ["start_visit", ...LOCAL_SIGNS, "marker"] as const;
const CORE_SET = ["esr", "lesions", "physician_global", "patient_global", "chaq"] as const;
const CDAS = ["pain", "patient_global", "clinical_lesions"] as const;

type Told = Pick<OutcomeDefinition, "id" | "title" | "kind" | "needs"> &
  Partial<Pick<OutcomeDefinition, "good" | "needsFromStart" | "wellTitle">>;

const defined = (
  { good = true, needsFromStart = [], wellTitle, ...told }: Told,
  { says, source, assumption = false }: { says: string; source?: string; assumption?: boolean },
): OutcomeDefinition => ({
  ...told,
  wellTitle: wellTitle ?? told.title,
  needsFromStart,
  good,
  says,
  ...(source === undefined ? {} : { source }),
  assumption,
  model: "outcome_profile",
});

/** A state as the Dresden study words it; how its words are read is our choice. */
const state = (id: string, title: Pair, rule: keyof CnoRules, good = true): OutcomeDefinition =>
  defined(
    { id, title, kind: "state", good, needs: STATE_ITEMS, needsFromStart: STATE_ITEMS_FROM_START },
    { ...STATES[rule], source: SCHNABEL, assumption: true },
  );

const ofRule = (told: Told, rule: keyof OutcomeRules): OutcomeDefinition => defined(told, OUTCOME_RULES[rule]);

const response = ([level, { says, percent }]: [string, { says: string; percent: number }]): OutcomeDefinition =>
  defined(
    {
      id: level,
      title: { en: `PedCNO${percent}`, de: `PedCNO${percent}` },
      kind: "response",
      needs: ["visit"],
      needsFromStart: ["start_visit", ...CORE_SET],
    },
    {
      says: `${says} ${OUTCOME_RULES.pedcno.says}`,
      source: percent === 90 ? REISER : (OUTCOME_RULES.pedcno.source ?? ""),
      assumption: true,
    },
  );

/** Every outcome definition of this package, in the order in which reports print them. */
export const OUTCOME_DEFINITIONS: readonly OutcomeDefinition[] = [
  state("full_remission", { en: "Full remission", de: "Vollremission" }, "fullRemission"),
  state("partial_remission", { en: "Partial remission", de: "Teilremission" }, "partialRemission"),
  {
    ...state("any_remission", { en: "Full or partial remission", de: "Voll- oder Teilremission" }, "partialRemission"),
    says: `${STATES.fullRemission.says} ${STATES.partialRemission.says}`,
  },
  {
    ...state("relapse", { en: "Relapse", de: "Rückfall" }, "relapse", false),
    wellTitle: { en: "No relapse", de: "Kein Rückfall" },
  },
  {
    ...state("inefficacy", { en: "Inefficacy", de: "Fehlende Wirksamkeit" }, "inefficacy", false),
    wellTitle: { en: "No inefficacy", de: "Keine fehlende Wirksamkeit" },
  },
  ...Object.entries(PEDCNO_TABLES.pedcno_level.rows).map(response),
  ofRule(
    {
      id: "cdas",
      title: { en: "Clinical disease activity score (CDAS)", de: "Klinischer Aktivitätsscore (CDAS)" },
      kind: "number",
      good: false,
      needs: ["visit", ...CDAS],
    },
    "cdas",
  ),
  ofRule(
    {
      id: "cdas_fall",
      title: { en: "CDAS lower by at least 2.5", de: "CDAS um mindestens 2,5 niedriger" },
      kind: "response",
      needs: ["visit"],
      needsFromStart: ["start_visit", ...CDAS],
    },
    "cdasFall",
  ),
  ofRule(
    {
      id: "severe_disease",
      title: { en: "Physician global of 4 or more", de: "Globalurteil Arzt von 4 oder mehr" },
      wellTitle: { en: "Physician global below 4", de: "Globalurteil Arzt unter 4" },
      kind: "state",
      good: false,
      needs: ["visit", "physician_global"],
    },
    "severeDisease",
  ),
  ofRule(
    {
      id: "mri_inactive",
      title: { en: "Inactive by MRI", de: "Inaktiv im MRT" },
      kind: "state",
      needs: ["mri", "whole_body_mri"],
    },
    "mriInactive",
  ),
  ofRule(
    {
      id: "low_pain",
      title: { en: "Pain of at most 1", de: "Schmerz von höchstens 1" },
      kind: "state",
      needs: ["visit", "pain"],
    },
    "lowPain",
  ),
];

type Row<V> = Stated & V;
type Rows<V> = Readonly<Record<string, Row<V>>>;

const needRows = ({ id, needs, needsFromStart }: OutcomeDefinition) =>
  [...needs.map((item) => [item, false] as const), ...needsFromStart.map((item) => [item, true] as const)].map(
    ([item, fromStart]): readonly [string, Row<Need>] => [
      `${id} ${item}`,
      { says: `${OUTCOME_ITEMS[item].title.en}.`, definition: id, item, fromStart },
    ],
  );

type Need = { readonly definition: string; readonly item: string; readonly fromStart: boolean };

const outcomeRow = ({ id, kind, good, title }: OutcomeDefinition): [string, Row<Outcome>] => [
  id,
  { says: `${title.en}.`, ...(kind === "number" ? {} : { wellAt: good ? 1 : 0 }) },
];

/** The answer of a child who is well; a number is no answer. */
type Outcome = { readonly wellAt?: number };

/** The tables by which the models know the definitions; a study spreads them beside its own. */
export const OUTCOME_TABLES = {
  ...PEDCNO_TABLES,
  outcome: { key: "definition", rows: Object.fromEntries(OUTCOME_DEFINITIONS.map(outcomeRow)) as Rows<Outcome> },
  outcome_need: { key: "need", rows: Object.fromEntries(OUTCOME_DEFINITIONS.flatMap(needRows)) as Rows<Need> },
} as const;
