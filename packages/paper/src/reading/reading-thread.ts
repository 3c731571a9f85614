import { serveConfined } from "@osteon/interop";
import { checkPaper } from "../check-paper.ts";
import { docxText } from "./docx-text.ts";
import { htmlText } from "./html-text.ts";
import { LIMITS } from "./limits.ts";
import { Unreadable } from "./paper-problem.ts";
import { pdfText } from "./pdf-text.ts";
import { plainText } from "./plain-text.ts";
import type { ReadingAnswer, ReadingWork } from "./read-paper.ts";
import { charactersOf, type ReadText } from "./read-text.ts";

async function textOf({ bytes, format }: ReadingWork): Promise<ReadText> {
  if (format === "docx") return docxText(bytes);
  if (format === "pdf") return pdfText(bytes);
  const text = plainText(bytes);
  return format === "html" ? htmlText(text.lines.join("\n")) : text;
}

serveConfined(async (given): Promise<ReadingAnswer> => {
  const work = given as ReadingWork;
  try {
    const text = await textOf(work);
    const checks = work.check && charactersOf(text) <= LIMITS.characters;
    return { ok: true, text, ...(checks ? { checked: checkPaper(text) } : {}) };
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error);
    const known = error instanceof Unreadable;
    return {
      ok: false,
      code: known ? error.code : "paper-damaged",
      says: known ? says : `The file cannot be read: ${says.split("\n")[0]?.replace(/\.$/, "")}.`,
      fix: known ? error.fix : "Save the paper again, or as plain text.",
    };
  }
});
