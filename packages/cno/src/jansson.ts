import type { Stated } from "@osteon/protocol";
import type { CnoProtocol } from "./rules.ts";

type Rows<V> = Readonly<Record<string, Stated & V>>;

/** Points of the clinical score of Jansson et al., from its odds ratios, and its cut-offs; the model `jansson` reads them. */
export const JANSSON_TABLES = {
  score_item: {
    says: "CNO was defined using the clinical score of Jansson et al. (points from the published odds ratios).",
    source: "Jansson AF et al., Arthritis Rheum 2009;60(4), doi:10.1002/art.24402",
    key: "item",
    rows: {
      normal_blood_count: { says: "Normal blood cell count.", points: 13 },
      symmetric_lesions: { says: "Symmetric bone lesions: the same paired bone on both sides.", points: 10 },
      marginal_sclerosis: { says: "A lesion with marginal sclerosis.", points: 10 },
      normal_temperature: { says: "Normal body temperature.", points: 9 },
      typical_place: { says: "A vertebral, clavicular or sternal lesion.", points: 8 },
      more_than_one_lesion: { says: "More than one radiologically proven lesion.", points: 7 },
      crp_at_least_10: { says: "CRP of 10 mg/l or more.", points: 6 },
    },
  },
  score_cut_off: {
    key: "cut_off",
    rows: {
      probable: { says: "A score of 39 or more: probable CNO.", atLeast: 39 },
      uncertain: { says: "A score of 29 or more: uncertain diagnosis.", atLeast: 29 },
    },
  },
} as const;

/** A protocol with the tables of the score. */
export type JanssonProtocol = CnoProtocol & {
  readonly tables: { readonly score_item: { readonly key: string; readonly rows: Rows<{ readonly points: number }> } };
};
