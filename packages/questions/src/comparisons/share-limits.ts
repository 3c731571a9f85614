import { agrestiCoull, clopperPearson, jeffreys, wilson, wilsonCorrected } from "@osteon/stats";
import type { SHARE_LIMIT_NAMES } from "../choices.ts";
import type { ShareLimits } from "./effects.ts";

export type ShareLimitName = (typeof SHARE_LIMIT_NAMES)[number];

/** Limits of a share by their names. */
export const SHARE_LIMITS: Readonly<Record<ShareLimitName, ShareLimits>> = {
  wilson: { name: "Wilson", of: wilson },
  "wilson-corrected": { name: "Wilson, corrected", of: wilsonCorrected },
  "clopper-pearson": { name: "Clopper-Pearson", of: clopperPearson },
  "agresti-coull": { name: "Agresti-Coull", of: agrestiCoull },
  jeffreys: { name: "Jeffreys", of: jeffreys },
};
