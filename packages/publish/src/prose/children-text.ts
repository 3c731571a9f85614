import { type Language, plural } from "@osteon/words";

/** `1 child`, `12 children`; in German as it stands after a preposition: `von 12 Kindern`. */
export const childrenText = (count: number, language: Language = "en"): string =>
  language === "de"
    ? `${count} ${plural(count, { one: "Kind", other: "Kindern" }, language)}`
    : `${count} ${plural(count, { one: "child", other: "children" }, language)}`;
