/** One way of looking at a page. */
export interface Way {
  readonly size: keyof typeof SIZES;
  readonly theme: "light" | "dark";
  readonly language: "en" | "de";
}

/** Windows in CSS pixels; a window of 1440 by 900 enlarged to 200 % has 720 by 450 of them. */
export const SIZES = {
  desk: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
  "200 %": { width: 720, height: 450 },
} as const;

const LANGUAGES = ["en", "de"] as const;
const THEMES = ["light", "dark"] as const;

/** Every way, in an order in which little changes from one to the next. */
export const WAYS: readonly Way[] = LANGUAGES.flatMap((language) =>
  THEMES.flatMap((theme) => (Object.keys(SIZES) as Way["size"][]).map((size) => ({ size, theme, language }))),
);

export const wayName = ({ size, theme, language }: Way): string => `${size}, ${theme}, ${language}`;

/** The way of a page when each page is looked at once: from one page to the next every part of it changes. */
export const wayInTurn = (place: number): Way => {
  const sizes = Object.keys(SIZES) as Way["size"][];
  return {
    size: sizes[place % 3] ?? "desk",
    theme: THEMES[Math.floor(place / 3) % 2] ?? "light",
    language: LANGUAGES[(place + Math.floor(place / 6)) % 2] ?? "en",
  };
};
