import { DIRECTIONS } from "./directions.ts";

const BEGIN = /^<!-- directions: .*$/m;
const END = "<!-- directions end -->";

/** The table of directions as the page on architecture shows it. */
export function directionsTable(): string {
  const list = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(", ");
  const rows = Object.entries(DIRECTIONS).map(
    ([name, { uses, names }]) => `| \`${name}\` | ${list(uses)} | ${list(names)} |`,
  );
  return [
    "| package | may use | may only name (types) |",
    "| ------- | ------- | --------------------- |",
    ...rows,
  ].join("\n");
}

/** The page with the table as the tests read it now. */
export function withDirections(page: string): string {
  const begin = BEGIN.exec(page);
  const end = page.indexOf(END);
  if (begin === null || end < 0) throw new Error("the page has no place for the directions");
  return `${page.slice(0, begin.index + begin[0].length)}\n\n${directionsTable()}\n\n${page.slice(end)}`;
}
