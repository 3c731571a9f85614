import { openPlaces } from "./open-places.ts";

/** The rows whose forms are open in this tab: they send themselves, and nobody sends half of what is being typed. */
export const openRows = openPlaces();
