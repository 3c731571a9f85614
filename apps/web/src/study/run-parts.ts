import type { Block, Pages, Part } from "@osteon/api";

/** Parts that every run has beside those of its report, in their order. */
export const OWN_PARTS = ["sensitivity", "published", "protocol", "downloads", "compare"] as const;
export type OwnPart = (typeof OWN_PARTS)[number];

export const isOwnPart = (key: string): key is OwnPart => OWN_PARTS.some((own) => own === key);

/** The parts of a run that its study has: what nobody varies or printed has none. */
export function ownParts({ varies, printed }: Pages): readonly OwnPart[] {
  return OWN_PARTS.filter(
    (part) => !(part === "sensitivity" && varies === false) && !(part === "published" && printed === false),
  );
}

/** The parts of the report, each with an address that no other part of a run has. A run of an older version has one of all. */
export function reportParts(pages: Pages, whole: string): readonly (Part & { readonly key: string })[] {
  const parts = pages.parts ?? [{ id: "report", title: whole, blocks: allBlocks(pages) }];
  return parts.map((part) => ({ ...part, key: isOwnPart(part.id) ? `part-${part.id}` : part.id }));
}

function allBlocks({ figures, tables, words }: Pages): readonly Block[] {
  return [
    { headlines: true },
    ...figures.map(({ id }) => ({ figure: id })),
    ...Object.keys(tables).map((table) => ({ table })),
    ...words.map((section) => ({ section })),
  ];
}
