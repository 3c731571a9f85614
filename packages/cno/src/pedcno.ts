import type { Protocol, Stated, Window } from "@osteon/protocol";

const BECK =
  "Beck C et al., Arthritis Res Ther 2010;12:R74, doi:10.1186/ar2992, names the response; how it is read is our choice";

/** What the models of PedCNO read; a study spreads it beside `cnoRules()`. */
export type PedcnoRules = {
  readonly coreSetImaging: Stated & { readonly window: Window };
  readonly pedcno: Stated & {
    readonly itemsKnownAtLeast: number;
    readonly itemsBetterAtLeast: number;
    readonly itemsWorseAtMost: number;
    readonly worseByMoreThanPercent: number;
  };
};

export const PEDCNO_RULES: PedcnoRules = {
  coreSetImaging: {
    says: "Radiological lesions are those visible on the MRI closest to day 0, from 84 days before to 14 days after it, and on the MRI of the same kind closest to the time point within its window.",
    assumption: true,
    window: [-84, 14],
  },
  pedcno: {
    says: "PedCNO reads five items at day 0 and at the time point: ESR, radiological lesions, physician global, patient global and CHAQ. A response is an improvement by the stated share in at least 3, while of the others at most 1 is worse by more than 30 per cent. An item that was 0 cannot improve, and is worse once it is above 0. With fewer than 3 items known at both times nothing is estimated.",
    source: BECK,
    assumption: true,
    itemsKnownAtLeast: 3,
    itemsBetterAtLeast: 3,
    itemsWorseAtMost: 1,
    worseByMoreThanPercent: 30,
  },
};

const level = (percent: number) => ({
  says: `PedCNO${percent}: an improvement by at least ${percent} per cent.`,
  assumption: true as const,
  percent,
});

/** Levels of the response; the model `pedcno` has a row for each. */
export const PEDCNO_TABLES = {
  pedcno_level: {
    key: "level",
    rows: { pedcno30: level(30), pedcno50: level(50), pedcno70: level(70), pedcno90: level(90) },
  },
} as const;

/** A protocol with the rules and levels of PedCNO. */
export type PedcnoProtocol = Protocol & {
  readonly rules: PedcnoRules;
  readonly tables: {
    readonly pedcno_level: { readonly rows: Readonly<Record<string, Stated & { readonly percent: number }>> };
  };
};
