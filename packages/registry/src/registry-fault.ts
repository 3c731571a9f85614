import { faultsOf } from "@osteon/words";
import { REGISTRY_PROBLEMS } from "./problems.ts";

export const { refused, queried } = faultsOf(REGISTRY_PROBLEMS);
