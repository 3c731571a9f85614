import { parentPort, workerData } from "node:worker_threads";
import { docxText } from "./docx-text.ts";
import { htmlText } from "./html-text.ts";
import { Unreadable } from "./paper-problem.ts";
import { pdfText } from "./pdf-text.ts";
import { plainText } from "./plain-text.ts";
import type { PaperFormat, ReadText } from "./read-text.ts";

const { bytes, format } = workerData as { readonly bytes: Uint8Array; readonly format: PaperFormat };

async function read(): Promise<ReadText> {
  if (format === "docx") return docxText(bytes);
  if (format === "pdf") return pdfText(bytes);
  return htmlText(plainText(bytes).lines.join("\n"));
}

try {
  parentPort?.postMessage({ ok: true, text: await read() });
} catch (error) {
  const says = error instanceof Error ? error.message : String(error);
  const known = error instanceof Unreadable;
  parentPort?.postMessage({
    ok: false,
    code: known ? error.code : "paper-damaged",
    says: known ? says : `The file cannot be read: ${says.split("\n")[0]?.replace(/\.$/, "")}.`,
    fix: known ? error.fix : "Save the paper again, or as plain text.",
  });
}
