/** Colours of all figures: told apart by the colour-blind and, with the order of their lightness, in grey. */
export const INK = "#1c2733";
export const MUTED = "#5b6b7a";
export const RULE = "#d5dce3";
export const ACCENT = "#1f5f99";
export const BAND = "#c9dcee";
export const WARM = "#b4501e";

/** Curves and groups, first the accent. */
export const SERIES = [ACCENT, WARM, "#3c7d4f", "#7a4b94"] as const;

/** A state of a child in figures: what the legend says, its fill, and the ink of a number upon it. */
export interface StateColour {
  readonly label: string;
  readonly fill: string;
  readonly ink: string;
}

/** Clinical states, best first; greens are remission, warm colours are not. */
export const CLINICAL_STATES: Readonly<Record<string, StateColour>> = {
  full_remission: { label: "Full remission", fill: "#17635a", ink: "#ffffff" },
  partial_remission: { label: "Partial remission", fill: "#8fcdbd", ink: INK },
  active: { label: "No remission", fill: "#f3cf6b", ink: INK },
  relapse: { label: "Relapse", fill: "#dd7a3c", ink: INK },
  inefficacy: { label: "Escalated or stopped for inefficacy", fill: "#8a2f4b", ink: "#ffffff" },
};

export const RADIOLOGICAL_STATES: Readonly<Record<string, StateColour>> = {
  no_visible_lesion: { label: "No visible lesion", fill: "#17635a", ink: "#ffffff" },
  remaining_activity: { label: "Remaining activity", fill: "#f3cf6b", ink: INK },
  new_lesion: { label: "New lesion", fill: "#8a2f4b", ink: "#ffffff" },
};
