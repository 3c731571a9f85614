import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type PageTable, tableCsv, tablesDocx, tablesHtml, tablesMarkdown } from "@osteon/publish";
import { EXIT, Stop } from "@osteon/run/exit-code";
import { bold, dim, say, sayJson, tell } from "../terminal/say.ts";
import { tableLines } from "../terminal/text-table.ts";
import type { AnswerFormat, DataOptions } from "./data-options.ts";

/** What a command on data answers, before anybody says how it is written. */
export interface DataAnswer {
  /** Of the command, and of the files it writes. */
  readonly name: string;
  readonly title: string;
  readonly tables: readonly PageTable[];
  readonly notes: readonly string[];
  /** Every number with all its digits. */
  readonly json: unknown;
  /** The R script that gives the same numbers. */
  readonly r: string;
  /** Further files of a folder asked for by --out, by their names. */
  readonly files?: () => Readonly<Record<string, string | Uint8Array>>;
}

export type OutputChoices = Pick<DataOptions, "format" | "json" | "r" | "out">;

/** The format asked for; a Stop where what is asked for cannot be had together. */
export function formatOf({ format, json, r, out }: OutputChoices): AnswerFormat {
  if (json === true && format !== undefined && format !== "json")
    throw new Stop(EXIT.usage, `--json and --format ${format}: take one of them.`);
  if (r === true && (format !== undefined || json === true || out !== undefined))
    throw new Stop(EXIT.usage, "--r prints a script alone: leave out --format, --json and --out.");
  if (format === "docx" && out === undefined)
    throw new Stop(EXIT.usage, "--format docx is a file: name its folder with --out.");
  return json === true ? "json" : (format ?? "text");
}

/** Writes an answer as it was asked for: to standard output, and with --out into a folder as well. */
export async function giveAnswer(answer: DataAnswer, choices: OutputChoices): Promise<void> {
  const format = formatOf(choices);
  if (choices.r === true) {
    process.stdout.write(answer.r);
    return;
  }
  if (format === "json") sayJson(answer.json);
  else if (format === "text" || format === "docx") sayText(answer);
  else process.stdout.write(await written(answer, format));
  if (choices.out === undefined) return;
  const files = {
    ...answer.files?.(),
    ...(format === "text" ? {} : { [`${answer.name}.${format}`]: await written(answer, format) }),
  };
  await mkdir(choices.out, { recursive: true });
  for (const [name, content] of Object.entries(files)) await writeFile(join(choices.out, name), content);
  const told = `\nWrote ${Object.keys(files).join(", ")} into ${choices.out}`;
  if (format === "text" || format === "docx") say(told);
  else tell(told);
}

async function written({ title, tables, notes, json }: DataAnswer, format: Exclude<AnswerFormat, "text">) {
  switch (format) {
    case "md":
      return tablesMarkdown(title, tables, notes);
    case "html":
      return tablesHtml(title, tables, notes);
    case "docx":
      return tablesDocx(title, tables, notes);
    case "csv":
      return tables.length === 1 && notes.length === 0
        ? tables.map(tableCsv).join("")
        : [
            ...tables.map((table) => `${csvCell(table.title)}\n${tableCsv(table)}`),
            ...notes.map((note) => `${csvCell(note)}\n`),
          ].join("\n");
    case "json":
      return `${JSON.stringify(json, null, 2)}\n`;
  }
}

const csvCell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

function sayText({ title, tables, notes }: DataAnswer): void {
  say(bold(title));
  for (const [place, table] of tables.entries()) {
    if (place > 0 || table.title !== title) say(`${place > 0 ? "\n" : ""}${bold(table.title)}`);
    const rows = table.rows.map(({ label, level = 0, cells }) => [
      "  ".repeat(level) + label,
      ...cells.map(({ text }) => text),
    ]);
    for (const line of tableLines([table.heads, ...rows])) say(`  ${line}`.trimEnd());
    for (const note of table.notes) say(dim(`  ${note}`));
  }
  if (notes.length > 0) say(`\n${bold("Notes")}`);
  for (const note of notes) say(`  ${note}`);
}
