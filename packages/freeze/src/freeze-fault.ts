import { faultsOf } from "@osteon/words";
import { FREEZE_PROBLEMS } from "./problems.ts";

export const { refused, queried } = faultsOf(FREEZE_PROBLEMS);
