import { serveConfined } from "@osteon/interop";
import { checkPaper } from "../check-paper.ts";
import { docxText } from "./docx-text.ts";
import { htmlText } from "./html-text.ts";
import { LIMITS } from "./limits.ts";
import { refused, Unreadable } from "./paper-problem.ts";
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
    if (error instanceof Unreadable) return { ok: false, fault: error.fault };
    const message = error instanceof Error ? error.message : String(error);
    const because = message.split("\n")[0]?.replace(/\.$/, "") ?? "";
    return { ok: false, fault: refused("paper-damaged", { of: "file", because }) };
  }
});
