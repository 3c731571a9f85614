import { childAddress } from "../api/child-address.ts";
import { useGet } from "../api/use-get.ts";
import type { ChildSchedule, TimePoint } from "./windows.ts";

/** The visits expected of one child on the server's day. */
export interface ToldSchedule extends ChildSchedule {
  readonly asOf: string;
  readonly timePoints: readonly TimePoint[];
}

export const useChildSchedule = (patient: string) => useGet<ToldSchedule>(childAddress(patient, "schedule"));
