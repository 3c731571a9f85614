import { useCallback } from "react";
import type { BonePlace } from "../skeleton/place.ts";
import { useBook } from "../words/codebook-words.ts";
import { bilingual, useWords } from "../words/words.ts";

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
