import type { Leveled, Protocol } from "@osteon/protocol";
import { CORE_ITEMS } from "../tables.ts";
import { CENTRE, share } from "./kinds.ts";

export const ITEMS = Object.keys(CORE_ITEMS);
export const VISIT_ITEMS = Object.entries(CORE_ITEMS).flatMap(([item, { atEachVisit }]) => (atEachVisit ? [item] : []));

const OF_CHILD: Leveled = { column: "item", levels: ITEMS };
const OF_VISIT: Leveled = { column: "item", levels: VISIT_ITEMS };

/** Which core items charts have: at the last visit of each child, and at all visits. */
export const COMPLETENESS: Protocol["analyses"] = {
  complete: share("Core item recorded, of children", "recorded", { from: "core_item_child", by: [OF_CHILD] }),
  "complete-by-centre": share("Core item recorded, of children, by centre", "recorded", {
    from: "core_item_child",
    by: [CENTRE, OF_CHILD],
  }),
  "complete-at-visits": share("Core item recorded, of visits", "recorded", { from: "core_item_visit", by: [OF_VISIT] }),
};
