import { openPlaces } from "../entry/open-places.ts";

/** The visits whose pages are open in this tab: they send themselves. */
export const openVisits = openPlaces();
