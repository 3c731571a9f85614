import { type Protocol, type Scaled, type Stated, scaled, type Window } from "@osteon/protocol";

/** What the models of this package read; a study states each, and adds its own. */
export type CnoRules = {
  readonly visitTie: Stated & { readonly counts: "earlier" | "later" };
  readonly baseline: Stated & { readonly window: Window };
  readonly concomitant: Stated & { readonly withinDays: number };
  readonly escalation: Stated & { readonly counts: "failure" | "missing" | "ignored" };
  readonly fever: Stated & { readonly aboveCel: Scaled };
  /** Upper limits used where a laboratory gives none. */
  readonly markers: Stated & { readonly crpAboveMgPerL: Scaled; readonly esrAboveMmPerH: Scaled };
  /** What medians and means count of a result of which the laboratory gives no more than a limit. */
  readonly measurementLimit: Stated & { readonly counts: "left-out" | "at-limit" };
  readonly fullRemission: Stated;
  readonly partialRemission: Stated;
  readonly inefficacy: Stated;
  readonly relapse: Stated & { readonly needs: "symptoms-and-lesion" | "symptoms" | "lesion" | "either" };
  readonly relapseImaging: Stated & { readonly window: Window };
  readonly radiologicalResponse: Stated;
  readonly diagnosisImaging: Stated & { readonly window: Window };
};

export type CnoProtocol = Protocol & { readonly rules: CnoRules };

/** Signs, markers, remission and relapse as most studies of CNO read them; all of it is a choice until a study names its source. */
const RULES: CnoRules = {
  visitTie: {
    says: "Of two visits equally close to a time point, the earlier counts.",
    assumption: true,
    counts: "earlier",
  },
  baseline: {
    says: "The state at the start of a line, and at diagnosis, is that of the closest visit from 30 days before to 14 days after.",
    assumption: true,
    window: [-30, 14],
  },
  concomitant: {
    says: "A treatment is concomitant at the start of a line if it runs on that day or starts within 30 days after it; a later start of a higher step is an escalation.",
    assumption: true,
    withinDays: 30,
  },
  escalation: {
    says: "Once treatment was escalated, or stopped for inefficacy, the line counts as ineffective at every later time point up to 24 months.",
    assumption: true,
    counts: "failure",
  },
  fever: { says: "Fever is a temperature above 38.0 °C.", assumption: true, aboveCel: scaled(38, 10) },
  markers: {
    says: "A marker is elevated above the upper limit of the laboratory; where the chart gives none, CRP above 5 mg/l and ESR above 15 mm/h.",
    assumption: true,
    crpAboveMgPerL: scaled(5, 1000),
    esrAboveMmPerH: scaled(15, 1000),
  },
  measurementLimit: {
    says: "Where a laboratory gives no more than a limit of measurement (below 5, above 200), every value on that side is possible: a question that all of them answer alike is answered, any other is undecided; medians and means leave the result out.",
    assumption: true,
    counts: "left-out",
  },
  fullRemission: {
    says: "Full remission is the absence of subjective signs (pain, painful sites) and objective signs (swelling, redness, heat, fever, elevated CRP or ESR) of inflammation; a marker that was not measured is not held against it, local signs must be recorded.",
    assumption: true,
  },
  partialRemission: {
    says: "Partial remission is overall subjective improvement and reduction of inflammatory variables: elevated CRP or ESR lower than at the start, or fewer local signs; if nothing was elevated at the start, nothing may be now.",
    assumption: true,
  },
  inefficacy: {
    says: "Inefficacy is the absence of improvement or disease progression resulting in treatment escalation; stopping for inefficacy counts as well.",
    assumption: true,
  },
  relapse: {
    says: "A relapse is a visit with symptoms and subjective worsening and a new lesion visible on MRI, after temporary remission: the last telling visit before it was in partial or full remission.",
    assumption: true,
    needs: "symptoms-and-lesion",
  },
  relapseImaging: {
    says: "The MRI that shows the new lesion lies between 30 days before and 60 days after the visit.",
    assumption: true,
    window: [-30, 60],
  },
  radiologicalResponse: {
    says: "An MRI shows a new lesion, or else remaining activity (a lesion active or remaining), or else no visible lesion.",
    assumption: true,
  },
  diagnosisImaging: {
    says: "Lesions at diagnosis are those visible from 90 days before to 30 days after diagnosis.",
    assumption: true,
    window: [-90, 30],
  },
};

type Own = { readonly [K in keyof CnoRules]?: Partial<CnoRules[K]> };

/** The rules, each with what a study says otherwise. A rule whose source it names is an assumption no more, unless it says so. */
export function cnoRules(own: Own = {}): CnoRules {
  const merged = Object.entries(RULES).map(([name, rule]) => {
    const { assumption, ...stated } = rule;
    const changed: Partial<Stated> = own[name as keyof CnoRules] ?? {};
    const isAssumed = changed.source === undefined || changed.assumption === true;
    return [name, { ...stated, ...(isAssumed && assumption ? { assumption } : {}), ...changed }];
  });
  return Object.fromEntries(merged);
}
