/** A table as it is drawn in a test: one row a line, cells between bars, the first line names the columns. */
export interface Drawn {
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
}

export function readDrawn(text: string): Drawn {
  const [head = [], ...lines] = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => line.split("|").map((cell) => cell.trim()));
  for (const cells of lines) {
    if (cells.length !== head.length)
      throw new Error(`drawn table: ${cells.join(" | ")} has not the columns ${head.join(" | ")}`);
  }
  return {
    columns: head,
    rows: lines.map((cells) => Object.fromEntries(head.map((column, index) => [column, cells[index] ?? ""]))),
  };
}
