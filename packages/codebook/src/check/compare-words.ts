/** What a query asks for whose value may be right. */
export const COMPARE = {
  en: "Compare with the chart; if the chart says so, leave it.",
  de: "Mit der Akte vergleichen; wenn es dort so steht, so lassen.",
} as const;
