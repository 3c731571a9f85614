/** What the codes of a registry's own entries begin with: no shipped code ever does, so that a later version collides with none. */
export const OWN_PREFIX = "own_";

const OWN_CODE = /^own_[a-z0-9][a-z0-9_]{0,39}$/;

/** Whether a code is one of a registry's own. */
export const isOwnCode = (code: string): boolean => OWN_CODE.test(code);

/** A code of one's own made of an English name: `Vitamin K2 (oral)` becomes `own_vitamin_k2_oral`. Blank where the name has no letter or digit. */
export function ownCodeOf(name: string): string {
  const word = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "")
    .slice(0, 40);
  return word === "" ? "" : `${OWN_PREFIX}${word}`.replace(/_+$/, "");
}
