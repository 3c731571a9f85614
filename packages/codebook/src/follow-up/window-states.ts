/**
 * How a visit that is expected stands on a day:
 * done      a complete visit lies in the window
 * part      only a draft does
 * due       the window is open and has no visit
 * upcoming  the window opens later
 * late      the window closed without a visit, not longer ago than the registry's `LATE_DAYS`
 * missed    it closed longer ago
 */
export const WINDOW_STATES = ["done", "part", "due", "upcoming", "late", "missed"] as const;
export type WindowState = (typeof WINDOW_STATES)[number];
