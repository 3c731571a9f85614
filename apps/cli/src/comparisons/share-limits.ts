import { agrestiCoull, clopperPearson, jeffreys, wilson, wilsonCorrected } from "@osteon/stats";
import { Option } from "commander";
import type { ShareLimits } from "./effects.ts";

/** Limits of a share by the name that `--limits` gives them. */
export const SHARE_LIMITS: Readonly<Record<string, ShareLimits>> = {
  wilson: { name: "Wilson", of: wilson },
  "wilson-corrected": { name: "Wilson, corrected", of: wilsonCorrected },
  "clopper-pearson": { name: "Clopper-Pearson", of: clopperPearson },
  "agresti-coull": { name: "Agresti-Coull", of: agrestiCoull },
  jeffreys: { name: "Jeffreys", of: jeffreys },
};

export const limitsOption = (): Option =>
  new Option("--limits <method>", "limits of shares").choices(Object.keys(SHARE_LIMITS)).default("wilson");
