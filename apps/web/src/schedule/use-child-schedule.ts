import { schedule } from "@osteon/api";
import type { ChildName } from "../api/addresses.ts";
import { useMe } from "../api/me.ts";
import { useGet } from "../api/use-get.ts";
import { isKept } from "../frame/kept-note.tsx";

/** The visits expected of one child on the server's day; their days count from a treatment, so not for whom these are kept from. */
export function useChildSchedule({ centre, patient }: ChildName) {
  const asked = isKept(useMe(), centre, "treatment") ? undefined : { params: { centre, patient } };
  return useGet(schedule.readSchedule, asked);
}
