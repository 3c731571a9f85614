import { type ChildName, childPath } from "../api/addresses.ts";
import { useGet } from "../api/use-get.ts";
import type { ChildSchedule, TimePoint } from "./windows.ts";

/** The visits expected of one child on the server's day. */
export interface ToldSchedule extends ChildSchedule {
  readonly asOf: string;
  readonly timePoints: readonly TimePoint[];
}

export const useChildSchedule = (child: ChildName) => useGet<ToldSchedule>(childPath(child, "schedule"));
