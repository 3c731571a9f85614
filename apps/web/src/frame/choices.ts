import type { Language } from "@osteon/words";
import { useSyncExternalStore } from "react";
import { drop, store } from "./device-store.ts";

/** What a person chose for this device: language and theme. */
export type Theme = "light" | "dark" | "device";

const root = document.documentElement;
const changed = new EventTarget();

function subscribe(notify: () => void): () => void {
  changed.addEventListener("changed", notify);
  return () => changed.removeEventListener("changed", notify);
}

export const useChosenLanguage = (): Language =>
  useSyncExternalStore(subscribe, () => (root.lang === "de" ? "de" : "en"));

export function chooseLanguage(language: Language): void {
  store("osteon.language", language);
  root.lang = language;
  changed.dispatchEvent(new Event("changed"));
}

const themeNow = (): Theme => (root.dataset.theme as Theme | undefined) ?? "device";

export const useChosenTheme = (): Theme => useSyncExternalStore(subscribe, themeNow);

export function chooseTheme(theme: Theme): void {
  if (theme === "device") {
    drop("osteon.theme");
    delete root.dataset.theme;
  } else {
    store("osteon.theme", theme);
    root.dataset.theme = theme;
  }
  changed.dispatchEvent(new Event("changed"));
}
