import type { ReadText } from "../reading/read-text.ts";
import { endsSentence, floatBegun, goesOn, headingOf, isBarred, isNote, isProse } from "./line-kinds.ts";
import type { Part, Passage, Table } from "./passage.ts";
import { joined, plainCharacters } from "./plain-characters.ts";
import { partOf, runInPart, topic } from "./section-names.ts";
import { cellsOf, isHead, isRule, noTable, tableLabel, withSizes } from "./table-rows.ts";

/** Cuts the text into paragraphs, rows, captions and notes; mends what pages, columns and floats have torn apart. */
export function passagesOf(read: ReadText): readonly Passage[] {
  const reader = new PassageReader(read);
  for (const index of read.lines.keys()) reader.readLine(index);
  return reader.end();
}

/** A passage that is still being read. */
interface Open {
  text: string;
  marks: { at: number; line: number }[];
  page: number | undefined;
}

/** A table or figure that is being read, with the caption or note that is open in it. */
interface Float {
  readonly kind: "table" | "figure";
  open: Open | undefined;
  note: boolean;
  table: Table;
}

/** Where the reader stands: the section, the open paragraph, the open float, and the paragraph that the float has torn. */
class PassageReader {
  readonly #lines: readonly string[];
  readonly #pages: readonly number[] | undefined;
  readonly #found: Passage[] = [];
  #part: Part = "other";
  #section = "";
  #prose: Open | undefined;
  #held: Open | undefined;
  #float: Float | undefined;

  constructor({ lines, pages }: ReadText) {
    this.#lines = lines;
    this.#pages = pages;
  }

  readLine(index: number): void {
    const raw = this.#lines[index] ?? "";
    const line = plainCharacters(raw);
    const title = headingOf(line);
    const begun = floatBegun(line);
    if (title !== undefined) this.#newSection(title, partOf(title));
    else if (begun !== undefined) this.#beginFloat(begun, line, index);
    else if (!isBarred(line) || !isRule(line)) this.#readText(line, raw, index);
  }

  #readText(line: string, raw: string, index: number): void {
    if (isBarred(line)) this.#beginBarredTable();
    if (this.#float?.kind === "table" && this.#stayInTable(this.#float, line, raw, index)) return;
    if (this.#float?.kind === "figure" && this.#stayInFigure(this.#float, line, index)) return;
    if (line.trim() === "") this.#readBlank();
    else {
      if (this.#prose === undefined && goesOn(line)) this.#resume();
      this.#readProse(line, index);
    }
  }

  end(): readonly Passage[] {
    this.#endFloat();
    this.#endProse();
    this.#close(this.#held, "prose");
    return this.#found;
  }

  #close(open: Open | undefined, kind: Passage["kind"], more: Partial<Passage> = {}): void {
    if (open === undefined || open.text.trim() === "") return;
    const { text, marks } = open;
    const page = open.page === undefined ? {} : { page: open.page };
    this.#found.push({ kind, part: this.#part, section: this.#section, text, marks, ...page, ...more });
  }

  #begin(line: string, index: number): Open {
    return { text: line.trim(), marks: [{ at: 0, line: index + 1 }], page: this.#pages?.[index] };
  }

  #endProse(): void {
    this.#close(this.#prose, "prose");
    this.#prose = undefined;
  }

  #endFloat(): void {
    const float = this.#float;
    if (float === undefined) return;
    this.#close(float.open, float.note ? "note" : "caption", float.kind === "table" ? { table: float.table } : {});
    this.#float = undefined;
  }

  #newSection(name: string, next: Part | undefined): void {
    this.#endFloat();
    this.#endProse();
    this.#close(this.#held, "prose");
    this.#held = undefined;
    this.#section = name.trim();
    if (next !== undefined) this.#part = next;
  }

  /** The paragraph that a float has interrupted goes on. */
  #resume(): void {
    if (this.#held === undefined) return;
    this.#prose = this.#held;
    this.#held = undefined;
  }

  #beginFloat(kind: Float["kind"], line: string, index: number): void {
    this.#endFloat();
    if (this.#prose !== undefined && !endsSentence(this.#prose.text)) this.#held ??= this.#prose;
    else this.#endProse();
    this.#prose = undefined;
    const table = { ...noTable, label: tableLabel(line), caption: line.trim() };
    this.#float = { kind, open: this.#begin(line, index), note: false, table };
  }

  /** A table without a caption of its own takes the short paragraph before it for one. */
  #beginBarredTable(): void {
    if (this.#float?.kind === "table") return;
    this.#endFloat();
    const last = this.#found.at(-1);
    const short = last?.kind === "prose" && last.text.split(/\s+/).length <= 25 ? last : undefined;
    const caption = (this.#prose ?? short)?.text ?? "";
    const table = { ...noTable, label: tableLabel(caption), caption };
    this.#float = { kind: "table", open: undefined, note: false, table };
    this.#endProse();
  }

  /** Reads a line of a table; false where the table has ended before it. */
  #stayInTable(float: Float, line: string, raw: string, index: number): boolean {
    const resumes = this.#resumesAfterTable(line, raw, index);
    if (line.trim() === "") {
      this.#close(float.open, float.note ? "note" : "caption", { table: float.table });
      float.open = undefined;
      if ((this.#lines[index - 1] ?? "").trim().startsWith("|")) this.#endFloat();
      return true;
    }
    if (!resumes && !isProse(line, this.#lines[index + 1] ?? "")) {
      this.#readTableLine(float, line, raw, index);
      return true;
    }
    this.#endFloat();
    if (resumes) this.#resume();
    return false;
  }

  #resumesAfterTable(line: string, raw: string, index: number): boolean {
    if (this.#held === undefined || !goesOn(line)) return false;
    const afterGap = (this.#lines[index - 1] ?? "").trim() === "";
    const apart = afterGap && line.trim().split(/\s+/).length > 3 && cellsOf(line, raw) === undefined;
    return apart || /\.$/.test(this.#textBefore(index));
  }

  #stayInFigure(float: Float, line: string, index: number): boolean {
    const resumes = this.#held !== undefined && goesOn(line) && /[.)]$/.test(this.#textBefore(index));
    if (line.trim() !== "" && !resumes) {
      if (float.open !== undefined) this.#extend(float.open, line, index);
      return true;
    }
    this.#endFloat();
    if (resumes) this.#resume();
    return false;
  }

  #extend(open: Open, line: string, index: number): void {
    const { text, at } = joined(open.text, line);
    open.text = text;
    open.marks.push({ at, line: index + 1 });
  }

  #readBlank(): void {
    if (this.#prose !== undefined && this.#held === undefined && endsSentence(this.#prose.text)) this.#endProse();
  }

  #readProse(line: string, index: number): void {
    const inAbstract = this.#part === "abstract";
    const run = runInPart(line);
    const fresh = this.#prose === undefined || endsSentence(this.#prose.text);
    if (run !== undefined && (fresh || run.part === "abstract")) {
      this.#newSection(inAbstract ? `Abstract, ${run.name}` : run.name, inAbstract ? "abstract" : run.part);
      this.#prose = this.#begin(line, index);
      return;
    }
    const about = fresh && !inAbstract ? topic(line) : undefined;
    if (about !== undefined) {
      this.#endProse();
      this.#section = about;
    }
    const open = this.#prose;
    if (open === undefined) {
      // A structured abstract ends with its conclusion; what follows without a heading introduces the paper.
      if (inAbstract && /conclusion|schluss|fazit/i.test(this.#section))
        this.#newSection("Introduction", "introduction");
      this.#prose = this.#begin(line, index);
      return;
    }
    const afterGap = this.#lines[index - 1]?.trim() === "";
    if (!endsSentence(open.text) && afterGap && !/^\s*[\p{Ll}\d(–-]/u.test(line)) {
      this.#endProse();
      this.#prose = this.#begin(line, index);
    } else this.#extend(open, line, index);
  }

  #readTableLine(float: Float, line: string, raw: string, index: number): void {
    const cells = cellsOf(line, raw);
    const goesOnBelow = float.open !== undefined && /^\p{Ll}/u.test(line.trim());
    if (float.note || isNote(line)) this.#readNote(float, line, index);
    else if (cells !== undefined) this.#readRow(float, cells, line, index);
    else if (float.open !== undefined && goesOnBelow) this.#extend(float.open, line, index);
    else {
      this.#close(float.open, "caption", { table: float.table });
      float.open = this.#begin(line, index);
    }
  }

  #readRow(float: Float, cells: readonly string[], line: string, index: number): void {
    this.#close(float.open, "caption", { table: float.table });
    float.open = undefined;
    if (float.table.heads.length === 0 && isHead(cells)) {
      float.table = { ...float.table, heads: cells };
      return;
    }
    const sized = withSizes(float.table.heads, cells);
    if (sized !== undefined) float.table = { ...float.table, heads: sized };
    this.#close(this.#begin(line, index), "row", { cells, table: float.table });
  }

  #readNote(float: Float, line: string, index: number): void {
    if (!float.note) {
      this.#close(float.open, "caption", { table: float.table });
      float.open = undefined;
      float.note = true;
    }
    if (float.open === undefined) float.open = this.#begin(line, index);
    else this.#extend(float.open, line, index);
  }

  #textBefore(index: number): string {
    for (let before = index - 1; before >= 0; before -= 1) {
      const text = (this.#lines[before] ?? "").trim();
      if (text !== "") return text;
    }
    return "";
  }
}
