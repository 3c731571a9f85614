/** An element of a drawing: its name, its attributes, what stands in it where it is text. */
export interface Drawn {
  readonly name: string;
  readonly at: Readonly<Record<string, string>>;
  readonly text: string;
}

/** The elements of a drawing in their order. */
export function drawnElements(svg: string): readonly Drawn[] {
  const tags = svg.matchAll(/<(text|rect|line|circle|path|g|desc)((?: [\w-]+="[^"]*")*)\/?>([^<]*)/g);
  return [...tags].map(([, name = "", attributes = "", text = ""]) => ({
    name,
    at: Object.fromEntries(
      [...attributes.matchAll(/ ([\w-]+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, value]),
    ),
    text: text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&"),
  }));
}

/** The words of a drawing in their order. */
export const wordsOf = (svg: string): readonly string[] =>
  drawnElements(svg).flatMap(({ name, text }) => (name === "text" ? [text] : []));

/** Where the words stand. */
export function wordAt(svg: string, word: string): { readonly x: number; readonly y: number } {
  const found = drawnElements(svg).find(({ name, text }) => name === "text" && text === word);
  if (found === undefined) throw new Error(`the drawing has no word ${word}`);
  return { x: Number(found.at.x), y: Number(found.at.y) };
}

/** Reads a coordinate back by two words of an axis and what they mean. */
export const readBack =
  (from: number, to: number, [low, high]: readonly [number, number]) =>
  (coordinate: number): number =>
    low + ((coordinate - from) / (to - from)) * (high - low);

/** The corners of a path that goes by M, L, H and V. */
export function cornersOf(path: string): readonly (readonly [x: number, y: number])[] {
  const corners: [number, number][] = [];
  for (const [, command, numbers = ""] of path.matchAll(/([MLHV])([^MLHVZ]*)/g)) {
    const [first = 0, second = 0] = numbers.trim().split(/[ ,]+/).map(Number);
    const [x, y] = corners.at(-1) ?? [0, 0];
    corners.push(command === "H" ? [first, y] : command === "V" ? [x, first] : [first, second]);
  }
  return corners;
}
