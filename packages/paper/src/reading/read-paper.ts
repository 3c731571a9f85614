import { keepConfined, lendConfined } from "@osteon/interop";
import type { Fault } from "@osteon/words";
import type { CheckedPaper } from "../check-paper.ts";
import { LIMITS } from "./limits.ts";
import { type PaperProblem, type PaperProblemCode, refused } from "./paper-problem.ts";
import { plainText } from "./plain-text.ts";
import { charactersOf, type PaperFormat, type ReadText } from "./read-text.ts";

/** The text of a paper, or why there is none. */
export type PaperRead =
  | { readonly ok: true; readonly text: ReadText }
  | { readonly ok: false; readonly problems: readonly PaperProblem[] };

/** What a paper's numbers say of each other, with its text; or why it cannot be read. */
export type PaperChecked =
  | { readonly ok: true; readonly text: ReadText; readonly checked: CheckedPaper }
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
  const read = await reading(bytes, name, false);
  return read.ok ? { ok: true, text: read.text } : read;
}

/** As `readPaper`, and checks the paper in the same thread, so that none can keep others waiting. */
export async function checkPaperFile(bytes: Uint8Array, name: string): Promise<PaperChecked> {
  const read = await reading(bytes, name, true);
  if (!read.ok) return read;
  if (read.checked === undefined) throw new Error("the thread has not checked the paper");
  return { ok: true, text: read.text, checked: read.checked };
}

type Reading =
  | { readonly ok: true; readonly text: ReadText; readonly checked?: CheckedPaper }
  | { readonly ok: false; readonly problems: readonly PaperProblem[] };

async function reading(bytes: Uint8Array, name: string, check: boolean): Promise<Reading> {
  const refuse = (fault: Fault<PaperProblemCode>): Reading => ({
    ok: false,
    problems: [{ ...fault, where: { file: name } }],
  });
  if (bytes.length > LIMITS.bytes) {
    return refuse(
      refused("paper-too-large", {
        of: "file",
        size: Math.round(bytes.length / 1_000_000),
        most: LIMITS.bytes / 1_000_000,
      }),
    );
  }
  const format = formatOf(bytes, name);
  if (format === undefined) {
    return refuse(refused("unknown-paper-format"));
  }
  const answer =
    format === "text" && !check
      ? { ok: true as const, text: plainText(bytes) }
      : await inThread({ bytes, format, check });
  if (!answer.ok) return refuse(answer.fault);
  const characters = charactersOf(answer.text);
  if (characters > LIMITS.characters) {
    return refuse(
      refused("paper-too-large", {
        of: "text",
        size: Math.round(characters / 1_000_000),
        most: LIMITS.characters / 1_000_000,
      }),
    );
  }
  if (!answer.text.lines.some((line) => /\p{L}{2}/u.test(line))) {
    return refuse(refused("paper-without-text"));
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

/** What the thread is given. */
export interface ReadingWork {
  readonly bytes: Uint8Array;
  readonly format: PaperFormat;
  readonly check: boolean;
}

/** What it answers with. */
export type ReadingAnswer =
  | { readonly ok: true; readonly text: ReadText; readonly checked?: CheckedPaper }
  | { readonly ok: false; readonly fault: Fault<PaperProblemCode> };

const TOO_LONG: ReadingAnswer = {
  ok: false,
  fault: refused("paper-takes-too-long", { of: "file", seconds: LIMITS.thread.milliseconds / 1000 }),
};

const THREAD = new URL("./reading-thread.ts", import.meta.url);

async function inThread(work: ReadingWork): Promise<ReadingAnswer> {
  const thread = lendConfined(THREAD, LIMITS.thread);
  try {
    const answer = (await thread.work(work)) as ReadingAnswer;
    // What could not be read may have left anything behind.
    await (answer.ok ? keepConfined(THREAD, LIMITS.thread, thread) : thread.end());
    return answer;
  } catch {
    await thread.end();
    return TOO_LONG;
  }
}
