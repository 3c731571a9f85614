import type { Row } from "@osteon/api";
import { useCallback } from "react";
import type { BonePlace } from "../skeleton/place.ts";
import { useBook } from "../words/codebook-words.ts";
import { bilingual, useLanguage, useWords } from "../words/words.ts";
import { placeOf } from "./lesion-states.ts";

export const LESION_WORDS = bilingual({
  title: ["Lesions", "Läsionen"],
  front: ["Front", "Vorderansicht"],
  back: ["Back", "Rückansicht"],
  left: ["Left", "Links"],
  right: ["Right", "Rechts"],
  new: ["new", "neu"],
  active: ["active", "aktiv"],
  remaining: ["remaining activity", "Restaktivität"],
  not_visible: ["no longer visible", "nicht mehr sichtbar"],
  notLooked: ["not looked at", "nicht beurteilt"],
  examination: ["Examination", "Untersuchung"],
  lesion: ["Lesion", "Läsion"],
  state: ["State", "Zustand"],
  before: ["Before", "Zuvor"],
  none: ["No examination has looked at lesions yet.", "Noch hat keine Untersuchung Läsionen beurteilt."],
  enterImaging: ["Enter an examination", "Untersuchung erfassen"],
  count: [
    (n: number) => `${n} ${n === 1 ? "lesion" : "lesions"}`,
    (n: number) => `${n} ${n === 1 ? "Läsion" : "Läsionen"}`,
  ],
  healthy: ["no lesion", "keine Läsion"],
});

/** What a place on the skeleton is called: `Left femur`, `Thoracic vertebra T7`. */
export function usePlaceName(): (place: Pick<BonePlace, "bone" | "side" | "level">) => string {
  const book = useBook();
  const says = useWords(LESION_WORDS);
  return useCallback(
    ({ bone, side, level }) => {
      const name = book.cell("lesion", "bone", bone);
      const sided =
        side === "midline" ? name : `${name}, ${side === "left" ? says.left.toLowerCase() : says.right.toLowerCase()}`;
      return level === undefined ? sided : `${sided} ${level}`;
    },
    [book, says],
  );
}

/** What a lesion is called: its place and its part, such as `Femur, left, metaphysis`. Its number tells nobody anything. */
export function useLesionName(): (lesion: Pick<Row, "cells">) => string {
  const book = useBook();
  const language = useLanguage();
  const placeName = usePlaceName();
  return useCallback(
    (lesion) => {
      const part = book.cell("lesion", "part", lesion.cells.part ?? "").split(" (")[0] ?? "";
      // German writes nouns with a capital wherever they stand.
      const told = language === "de" ? part : part.toLowerCase();
      return told === "" ? placeName(placeOf(lesion)) : `${placeName(placeOf(lesion))}, ${told}`;
    },
    [book, language, placeName],
  );
}
