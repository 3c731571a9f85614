import { getDocumentProxy } from "unpdf";
import { LIMITS } from "./limits.ts";
import { refused, Unreadable } from "./paper-problem.ts";
import type { ReadText } from "./read-text.ts";

interface Item {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
}

/** Fewer letters than this on a page, on average: a scan. */
const LETTERS_A_PAGE = 25;

/** Text of a PDF, line by line in the order of its text layer, with pages. */
export async function pdfText(bytes: Uint8Array): Promise<ReadText> {
  const document = await opened(bytes);
  if (document.numPages > LIMITS.pages) {
    throw new Unreadable(refused("paper-too-large", { of: "pages", size: document.numPages, most: LIMITS.pages }));
  }
  const pages: (readonly string[])[] = [];
  let letters = 0;
  for (let number = 1; number <= document.numPages && letters <= LIMITS.characters; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const lines = pageLines(items.filter((item): item is never => "str" in item));
    letters += lines.reduce((sum, line) => sum + line.length, 0);
    pages.push(lines);
    page.cleanup();
  }
  const count = document.numPages;
  if (letters < LETTERS_A_PAGE * Math.min(count, 4)) {
    throw new Unreadable(refused("paper-without-text", { pages: count }));
  }
  const kept = withoutRunningTitles(pages);
  return { lines: kept.flat(), pages: kept.flatMap((lines, index) => lines.map(() => index + 1)) };
}

async function opened(bytes: Uint8Array) {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  } catch (error) {
    if (error instanceof Error && error.name === "PasswordException") {
      throw new Unreadable(refused("paper-encrypted"));
    }
    const why = error instanceof Error ? error.message.replace(/\.$/, "") : String(error);
    throw new Unreadable(refused("paper-damaged", { of: "pdf", because: why }));
  }
}

/** Pieces of text put into lines by their height on the page; a wide gap stands for a new column. */
function pageLines(items: readonly Item[]): readonly string[] {
  const lines: string[] = [];
  let line = "";
  let before: Item | undefined;
  for (const item of items) {
    if (item.str.trim() === "") continue;
    if (before !== undefined) {
      const drop = Math.abs((item.transform[5] ?? 0) - (before.transform[5] ?? 0));
      const gap = (item.transform[4] ?? 0) - ((before.transform[4] ?? 0) + before.width);
      const size = item.height || before.height || 10;
      if (drop > size * 0.6 || gap < -size) {
        lines.push(line.trimEnd());
        line = "";
        if (drop > size * 2.2) lines.push("");
      } else if (gap > size * 1.2) line += "   ";
      else if (gap > size * 0.15 && !line.endsWith(" ")) line += " ";
    }
    line += item.str;
    before = item;
  }
  return [...lines, line.trimEnd(), ""];
}

/** Takes out first and last lines that most pages share: running titles and page numbers tear paragraphs apart. */
function withoutRunningTitles(pages: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const masked = (line: string) => line.replaceAll(/\d+/g, "#").trim();
  const edges = pages.map((lines) => {
    const printed = lines.filter((line) => line.trim() !== "");
    return new Set(
      [printed[0], printed.at(-1)].flatMap((line) => (line === undefined || line.length > 90 ? [] : [masked(line)])),
    );
  });
  const counts = new Map<string, number>();
  for (const edge of edges) for (const line of edge) counts.set(line, (counts.get(line) ?? 0) + 1);
  const running = new Set(
    [...counts].filter(([, count]) => count >= 3 && count > pages.length / 2).map(([line]) => line),
  );
  return pages.map((lines, page) => {
    const own = edges[page];
    return lines.map((line) => (own?.has(masked(line)) && running.has(masked(line)) ? "" : line));
  });
}
