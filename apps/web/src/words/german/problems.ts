import type { Problem } from "@osteon/codebook";

export const germanProblem = ({ says, fix }: Problem): { says: string; fix: string } => ({ says, fix });
