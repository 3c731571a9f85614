import { faultsOf } from "@osteon/words";
import { INTEROP_PROBLEMS } from "../problems.ts";

/** Problems of a file rather than of a value are all refused, since rows would be lost or misread. */
export const { refused } = faultsOf(INTEROP_PROBLEMS);
