import { agrestiCoull, clopperPearson, jeffreys, wilson, wilsonCorrected } from "@osteon/stats";
import type { ShareLimits } from "./effects.ts";
import type { ShareLimitsName } from "./limits-option.ts";

/** Limits of a share by the name that `--limits` gives them. */
export const SHARE_LIMITS: Readonly<Record<ShareLimitsName, ShareLimits>> = {
  wilson: { name: "Wilson", of: wilson },
  "wilson-corrected": { name: "Wilson, corrected", of: wilsonCorrected },
  "clopper-pearson": { name: "Clopper-Pearson", of: clopperPearson },
  "agresti-coull": { name: "Agresti-Coull", of: agrestiCoull },
  jeffreys: { name: "Jeffreys", of: jeffreys },
};
