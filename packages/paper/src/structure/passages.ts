import type { ReadText } from "../reading/read-text.ts";
import type { Part, Passage, Table } from "./passage.ts";
import { joined, plainCharacters } from "./plain-characters.ts";
import { partOf, runInPart, topic } from "./section-names.ts";
import { cellsOf, isHead, isRule, noTable, tableLabel, withSizes } from "./table-rows.ts";

const TABLE = /^\s*(Table|Tabelle|Tab\.)\s?[\dIVX]+[a-z]?\s?[.:]/;
const FIGURE = /^\s*(Figure|Fig\.|Abbildung|Abb\.)\s?\d+[a-z]?\s?[.:]/;
const NOTE = /^\s*([§*†‡¶#]|[A-Za-z-]{2,12}(-[A-Z]\d+)?: \p{Ll})/u;
const SENTENCE_END = /(?:[.!?:;]["”)\]]?|(?<!\d)[.!?:;]["”)\]]?\d+(?:[,–-]\d+)*)$/;
const RESUMES = /^\s*[\p{Ll}(,]/u;

interface Open {
  text: string;
  marks: { at: number; line: number }[];
  page: number | undefined;
}

/** Cuts the text into paragraphs, rows, captions and notes; mends what pages, columns and floats have torn apart. */
export function passagesOf({ lines, pages }: ReadText): readonly Passage[] {
  const found: Passage[] = [];
  let part: Part = "other";
  let section = "";
  let prose: Open | undefined;
  /** A paragraph that a table or a figure has interrupted in the middle of a sentence. */
  let held: Open | undefined;
  let float: { readonly kind: "table" | "figure"; open: Open | undefined; note: boolean; table: Table } | undefined;

  const close = (open: Open | undefined, kind: Passage["kind"], more: Partial<Passage> = {}) => {
    if (open === undefined || open.text.trim() === "") return;
    const page = open.page === undefined ? {} : { page: open.page };
    found.push({ kind, part, section, text: open.text, marks: open.marks, ...page, ...more });
  };
  const begin = (line: string, index: number): Open => ({
    text: line.trim(),
    marks: [{ at: 0, line: index + 1 }],
    page: pages?.[index],
  });
  const extend = (open: Open, line: string, index: number) => {
    const { text, at } = joined(open.text, line);
    open.text = text;
    open.marks.push({ at, line: index + 1 });
  };
  const endProse = () => {
    close(prose, "prose");
    prose = undefined;
  };
  const endFloat = () => {
    if (float === undefined) return;
    close(float.open, float.note ? "note" : "caption", float.kind === "table" ? { table: float.table } : {});
    float = undefined;
  };
  const newSection = (name: string, next: Part | undefined) => {
    endFloat();
    endProse();
    close(held, "prose");
    held = undefined;
    section = name.trim();
    if (next !== undefined) part = next;
  };

  for (const [index, raw] of lines.entries()) {
    const line = plainCharacters(raw);
    const blank = line.trim() === "";
    const title = headingOf(line);
    if (title !== undefined) {
      newSection(title, partOf(title));
      continue;
    }
    if (TABLE.test(line) || FIGURE.test(line)) {
      endFloat();
      if (prose !== undefined && !SENTENCE_END.test(prose.text)) held ??= prose;
      else endProse();
      prose = undefined;
      const kind = TABLE.test(line) ? "table" : "figure";
      const table = { ...noTable, label: tableLabel(line), caption: line.trim() };
      float = { kind, open: begin(line, index), note: false, table };
      continue;
    }
    if (line.trim().startsWith("|") && line.trim().length > 2) {
      if (isRule(line)) continue;
      if (float?.kind !== "table") {
        endFloat();
        const title = prose ?? lastShort(found);
        float = { kind: "table", open: undefined, note: false, table: captioned(title?.text ?? "") };
        endProse();
      }
    }
    if (float?.kind === "table") {
      const apart =
        (lines[index - 1] ?? "").trim() === "" &&
        line.trim().split(/\s+/).length > 3 &&
        cellsOf(line, raw) === undefined;
      const resumes: boolean =
        held !== undefined && RESUMES.test(line) && (apart || /\.$/.test(textBefore(lines, index)));
      if (!blank && !resumes && !isProse(line, lines[index + 1] ?? "")) {
        readTableLine(line, raw, index);
        continue;
      }
      if (blank) {
        close(float.open, float.note ? "note" : "caption", { table: float.table });
        float.open = undefined;
        if (!inBars(lines, index)) continue;
        endFloat();
        continue;
      }
      endFloat();
      if (resumes && held !== undefined) {
        prose = held;
        held = undefined;
      }
    } else if (float?.kind === "figure") {
      const resumes = held !== undefined && RESUMES.test(line) && /[.)]$/.test(textBefore(lines, index));
      if (!resumes && !blank) {
        if (float.open !== undefined) extend(float.open, line, index);
        continue;
      }
      endFloat();
      if (resumes) {
        prose = held;
        held = undefined;
      }
    }
    if (blank) {
      if (prose !== undefined && held === undefined && SENTENCE_END.test(prose.text)) endProse();
      continue;
    }
    if (held !== undefined && prose === undefined && RESUMES.test(line)) {
      prose = held;
      held = undefined;
    }
    readProseLine(line, index);
  }
  endFloat();
  endProse();
  close(held, "prose");
  return found;

  function readProseLine(line: string, index: number): void {
    const run = runInPart(line);
    const fresh = prose === undefined || SENTENCE_END.test(prose.text);
    if (run !== undefined && (fresh || run.part === "abstract")) {
      const inside: Part = part === "abstract" ? "abstract" : run.part;
      newSection(part === "abstract" ? `Abstract, ${run.name}` : run.name, inside);
      prose = begin(line, index);
      return;
    }
    const about = fresh ? topic(line) : undefined;
    if (about !== undefined && part !== "abstract") {
      endProse();
      section = about;
    }
    if (prose === undefined) {
      // A structured abstract ends with its conclusion; what follows without a heading introduces the paper.
      if (part === "abstract" && /conclusion|schluss|fazit/i.test(section)) newSection("Introduction", "introduction");
      prose = begin(line, index);
      return;
    }
    const torn = !SENTENCE_END.test(prose.text) && lines[index - 1]?.trim() === "" && !/^\s*[\p{Ll}\d(–-]/u.test(line);
    if (torn) {
      endProse();
      prose = begin(line, index);
    } else extend(prose, line, index);
  }

  function readTableLine(line: string, raw: string, index: number): void {
    if (float === undefined) return;
    if (float.note || NOTE.test(line)) {
      if (!float.note) {
        close(float.open, "caption", { table: float.table });
        float.open = undefined;
        float.note = true;
      }
      if (float.open === undefined) float.open = begin(line, index);
      else extend(float.open, line, index);
      return;
    }
    const cells = cellsOf(line, raw);
    if (cells === undefined) {
      if (float.open === undefined || !/^\p{Ll}/u.test(line.trim())) {
        close(float.open, "caption", { table: float.table });
        float.open = begin(line, index);
      } else extend(float.open, line, index);
      return;
    }
    close(float.open, "caption", { table: float.table });
    float.open = undefined;
    if (float.table.heads.length === 0 && isHead(cells)) {
      float.table = { ...float.table, heads: cells };
      return;
    }
    const sized = withSizes(float.table.heads, cells);
    if (sized !== undefined) float.table = { ...float.table, heads: sized };
    close(begin(line, index), "row", { cells, table: float.table });
  }
}

/** A heading: of Markdown, or a line that is nothing but the name of a part. */
function headingOf(line: string): string | undefined {
  const marked = /^#{1,6}\s+(?<title>\S.*)$/.exec(line)?.groups?.title;
  if (marked !== undefined) return marked.replace(/\s+#+$/, "");
  const bare = line.trim();
  return bare.length < 60 &&
    partOf(bare) !== undefined &&
    /^[\d.\s*]*\p{Lu}/u.test(bare) &&
    !/[.:]\s*\S/.test(bare.replace(/^[\d.\s]+/, ""))
    ? bare
    : undefined;
}

/** Long, ending in words, and going on: a paragraph that follows a table without a heading. */
function isProse(line: string, next: string): boolean {
  if (line.trim().startsWith("|") || NOTE.test(line)) return false;
  const words = line.trim().split(/\s+/).length;
  return (
    words >= 9 &&
    !/\s{3,}/.test(line.trim()) &&
    (/[.!?]$/.test(line.trim()) || /^\s*\p{Ll}/u.test(next)) &&
    /^\s*\p{Lu}/u.test(line)
  );
}

/** Whether the table around this blank line is drawn with bars; such a table ends here. */
const inBars = (lines: readonly string[], index: number): boolean => (lines[index - 1] ?? "").trim().startsWith("|");

function textBefore(lines: readonly string[], index: number): string {
  for (let before = index - 1; before >= 0; before -= 1) {
    const text = (lines[before] ?? "").trim();
    if (text !== "") return text;
  }
  return "";
}

const lastShort = (found: readonly Passage[]): Passage | undefined => {
  const last = found.at(-1);
  return last?.kind === "prose" && last.text.split(/\s+/).length <= 25 ? last : undefined;
};

const captioned = (caption: string): Table => ({ ...noTable, label: tableLabel(caption), caption });
