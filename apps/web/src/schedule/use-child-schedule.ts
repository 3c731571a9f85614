import { schedule } from "@osteon/api";
import type { ChildName } from "../api/addresses.ts";
import { useGet } from "../api/use-get.ts";

/** The visits expected of one child on the server's day. */
export const useChildSchedule = ({ centre, patient }: ChildName) =>
  useGet(schedule.readSchedule, { params: { centre, patient } });
