import { Option } from "commander";

const NAMES = ["wilson", "wilson-corrected", "clopper-pearson", "agresti-coull", "jeffreys"] as const;
/** Limits of a share, as `--limits` names them. */
export type ShareLimitsName = (typeof NAMES)[number];

export const limitsOption = (): Option =>
  new Option("--limits <method>", "limits of shares").choices(NAMES).default("wilson");
