import { getDocumentProxy } from "unpdf";
import { LIMITS } from "./limits.ts";
import { Unreadable } from "./paper-problem.ts";
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
    throw new Unreadable(
      "paper-too-large",
      `The PDF has ${document.numPages} pages; ${LIMITS.pages} are read at most.`,
      "Cut the pages of the paper out of it.",
    );
  }
  const lines: string[] = [];
  const pages: number[] = [];
  let letters = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    for (const line of pageLines(items.filter((item): item is never => "str" in item))) {
      lines.push(line);
      pages.push(number);
      letters += line.length;
    }
    page.cleanup();
    if (letters > LIMITS.characters) break;
  }
  const count = document.numPages;
  if (letters < LETTERS_A_PAGE * Math.min(count, 4)) {
    throw new Unreadable(
      "paper-without-text",
      `The PDF has ${count} ${count === 1 ? "page" : "pages"} and no text layer: its pages are pictures.`,
      "Run text recognition (OCR) on it first, or take the publisher's PDF.",
    );
  }
  return { lines, pages };
}

async function opened(bytes: Uint8Array) {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  } catch (error) {
    if (error instanceof Error && error.name === "PasswordException") {
      throw new Unreadable(
        "paper-encrypted",
        "The PDF is encrypted and opens with a password alone.",
        "Save a copy without a password.",
      );
    }
    const why = error instanceof Error ? error.message.replace(/\.$/, "") : String(error);
    throw new Unreadable(
      "paper-damaged",
      `The PDF cannot be read: ${why}.`,
      "Load it again from where it came, and check that the copy is complete.",
    );
  }
}

/** Pieces of text put into lines; a gap as wide as two letters stands for a new column. */
function pageLines(items: readonly Item[]): readonly string[] {
  const lines: string[] = [];
  let line = "";
  let before: Item | undefined;
  for (const item of items) {
    if (before !== undefined) {
      const drop = Math.abs((item.transform[5] ?? 0) - (before.transform[5] ?? 0));
      const gap = (item.transform[4] ?? 0) - ((before.transform[4] ?? 0) + before.width);
      const size = item.height || before.height || 10;
      if (before.hasEOL || drop > size * 0.6) {
        lines.push(line.trimEnd());
        line = drop > size * 2.2 && line !== "" ? lineAfterGap(lines) : "";
      } else if (gap > size * 1.2) line += "   ";
      else if (gap > size * 0.15 && !line.endsWith(" ")) line += " ";
    }
    line += item.str;
    if (item.str !== "" || item.hasEOL) before = item;
  }
  lines.push(line.trimEnd());
  return [...lines, ""];
}

/** A wide drop between lines ends a paragraph. */
function lineAfterGap(lines: string[]): string {
  lines.push("");
  return "";
}
