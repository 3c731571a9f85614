import { type Format, formatFor } from "@osteon/words";
import { useMemo } from "react";
import { useLanguage } from "./words.ts";

/** Dates and numbers in the manner of the page's language. */
export function useFormat(): Format {
  const language = useLanguage();
  return useMemo(() => formatFor(language), [language]);
}
