import { Worker } from "node:worker_threads";
import { LIMITS } from "./limits.ts";
import type { PaperProblem, PaperProblemCode } from "./paper-problem.ts";
import { plainText } from "./plain-text.ts";
import type { PaperFormat, ReadText } from "./read-text.ts";

/** The text of a paper, or why there is none. */
export type PaperRead =
  | { readonly ok: true; readonly text: ReadText }
  | { readonly ok: false; readonly problems: readonly PaperProblem[] };

const ENDINGS: Readonly<Record<string, PaperFormat>> = {
  txt: "text",
  text: "text",
  md: "text",
  markdown: "text",
  html: "html",
  htm: "html",
  xhtml: "html",
  docx: "docx",
  pdf: "pdf",
};

/**
 * Reads a paper by its bytes and its file name. Word files, PDF and web pages are read in a worker of limited memory and
 * time, so that no file can take the process with it.
 */
export async function readPaper(bytes: Uint8Array, name: string): Promise<PaperRead> {
  const refuse = (code: PaperProblemCode, says: string, fix: string): PaperRead => ({
    ok: false,
    problems: [{ code, severity: "refused", where: { file: name }, says, fix }],
  });
  if (bytes.length > LIMITS.bytes) {
    return refuse(
      "paper-too-large",
      `The file has ${Math.round(bytes.length / 1_000_000)} MB; ${LIMITS.bytes / 1_000_000} are read at most.`,
      "Take the paper without its supplements, or as text.",
    );
  }
  const format = formatOf(bytes, name);
  if (format === undefined) {
    return refuse(
      "unknown-paper-format",
      "The file is none of .txt, .md, .html, .docx, .pdf.",
      "Save the paper as one of these; an old .doc as .docx.",
    );
  }
  const answer = format === "text" ? { ok: true as const, text: plainText(bytes) } : await inWorker(bytes, format);
  if (!answer.ok) return refuse(answer.code, answer.says, answer.fix);
  const characters = answer.text.lines.reduce((sum, line) => sum + line.length, 0);
  if (characters > LIMITS.characters) {
    return refuse(
      "paper-too-large",
      `The text has ${Math.round(characters / 1_000_000)} million characters; ${LIMITS.characters / 1_000_000} are read at most.`,
      "Take the paper without its supplements.",
    );
  }
  if (!answer.text.lines.some((line) => /\p{L}{2}/u.test(line))) {
    return refuse("paper-without-text", "There is no text in the file.", "Take a copy whose text can be selected.");
  }
  return answer;
}

/** What the file is: by its first bytes, and only then by the ending of its name. */
function formatOf(bytes: Uint8Array, name: string): PaperFormat | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  const ending = ENDINGS[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ""];
  if (head.includes("%PDF-")) return "pdf";
  if (head.startsWith("PK")) return ending === "docx" || !/\.[a-z]+$/i.test(name) ? "docx" : undefined;
  if (head.startsWith("\u00d0\u00cf\u0011\u00e0")) return undefined;
  return ending;
}

type WorkerAnswer =
  | { readonly ok: true; readonly text: ReadText }
  | { readonly ok: false; readonly code: PaperProblemCode; readonly says: string; readonly fix: string };

const TOO_LONG: WorkerAnswer = {
  ok: false,
  code: "paper-takes-too-long",
  says: `Reading was stopped: the file takes more than ${LIMITS.milliseconds / 1000} seconds or too much memory.`,
  fix: "Save the paper as text, or take its pages alone.",
};

function inWorker(bytes: Uint8Array, format: PaperFormat): Promise<WorkerAnswer> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL("./reading-worker.ts", import.meta.url), {
      workerData: { bytes, format },
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
      stdout: true,
      stderr: true,
    });
    const begin = process.memoryUsage.rss();
    const end = (answer: WorkerAnswer) => {
      clearTimeout(clock);
      clearInterval(watch);
      void worker.terminate();
      resolve(answer);
    };
    const clock = setTimeout(() => end(TOO_LONG), LIMITS.milliseconds);
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - begin > LIMITS.growth) end(TOO_LONG);
    }, 50);
    worker.once("message", end);
    worker.once("error", () => end(TOO_LONG));
  });
}
