import type { Pair } from "@osteon/words";
import { warningOf } from "../outline/draw-figure.ts";
import { textOf } from "../outline/fill.ts";
import { formatOf } from "../outline/formats.ts";
import type { Outline, RankingTable } from "../outline/outline.ts";
import type { Reading } from "../outline/read-results.ts";
import { reasonWords } from "../prose/reason-words.ts";
import { type PageCell, type PageTable, plain, shown } from "./page-table.ts";

const SAYS = {
  en: {
    kept: (first: string) => `Pairs of groups in the order of "${first}"`,
    of: "of",
    reversed: "reversed",
    level: "level",
    tooFew: "too few",
    key: "Before each share its place among the groups, 1 for the highest; with = the place is shared. Level: a pair with equal shares under one of the two. The order of shares is not tested.",
  },
  de: {
    kept: (first: string) => `Gruppenpaare in der Reihenfolge von „${first}“`,
    of: "von",
    reversed: "umgekehrt",
    level: "gleichauf",
    tooFew: "zu wenige",
    key: "Vor jedem Anteil sein Platz unter den Gruppen, 1 für den höchsten; mit = ist der Platz geteilt. Gleichauf: ein Paar, das nach einer der beiden Definitionen gleiche Anteile hat. Die Reihenfolge der Anteile wird nicht getestet.",
  },
} satisfies Pair<object>;

/** Place and share of each group under each definition, and how many pairs of groups keep the order of the first one. */
export function rankingTable(
  reading: Reading,
  outline: Outline,
  { id, title, of, results, groups, notes }: RankingTable,
): PageTable {
  const { kept, key } = SAYS[reading.language];
  const warning = warningOf(outline, reading.language);
  return {
    id,
    title,
    heads: ["", ...groups.map(({ label }) => label), kept(results[0]?.label ?? "")],
    rows: results.map(({ name, label }, row) => {
      const own = groups.map((group) => `${of}.${name}/${group.name}`);
      return {
        label,
        cells: [
          ...own.map((group) => placeCell(reading, group, own)),
          row === 0 ? plain("–") : orderCell(reading, `${of}.${name}`),
        ],
      };
    }),
    notes: [key, ...(warning === undefined ? [] : [warning]), ...notes.map((note) => textOf(reading, note))],
  };
}

function placeCell(reading: Reading, group: string, all: readonly string[]): PageCell {
  const place = reading.value(`${group}.place`);
  const share = formatOf("share").says(reading, group, "cell", []);
  if (place === null) {
    const isNobody = reading.value(`${group}.N`) === 0;
    const why = isNobody
      ? reasonWords(reading.row(`${group}.place`).because, reading.language)
      : `${SAYS[reading.language].tooFew}: ${share}`;
    return shown(why, `${group}.n`);
  }
  const isShared = all.some((other) => other !== group && reading.value(`${other}.place`) === place);
  return shown(`${place}${isShared ? "=" : "."} ${share}`, `${group}.n`);
}

function orderCell(reading: Reading, definition: string): PageCell {
  const [same, reversed, level] = ["same", "reversed", "level"].map((kind) =>
    reading.value(`${definition}.pairs-${kind}`),
  );
  const id = `${definition}.pairs-same`;
  const says = SAYS[reading.language];
  if (same === null || same === undefined)
    return shown(`NE: ${reasonWords(reading.row(id).because, reading.language)}`, id);
  const others = [
    ...((reversed ?? 0) > 0 ? [`${reversed} ${says.reversed}`] : []),
    ...((level ?? 0) > 0 ? [`${level} ${says.level}`] : []),
  ];
  const pairs = same + (reversed ?? 0) + (level ?? 0);
  return shown([`${same} ${says.of} ${pairs}`, ...others].join("; "), id);
}
