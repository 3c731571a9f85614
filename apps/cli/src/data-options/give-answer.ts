import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Answer, Kind } from "@osteon/questions";
import { EXIT, Stop } from "@osteon/run/exit-code";
import { bold, dim, say, sayJson, tell } from "../terminal/say.ts";
import { tableLines } from "../terminal/text-table.ts";
import type { AnswerFormat, OutputOptions } from "./data-options.ts";

/** The format asked for; a Stop where what is asked for cannot be had together. */
export function formatOf({ format, json, r, out }: OutputOptions): AnswerFormat {
  if (json === true && format !== undefined && format !== "json")
    throw new Stop(EXIT.usage, `--json and --format ${format}: take one of them.`);
  if (r === true && (format !== undefined || json === true || out !== undefined))
    throw new Stop(EXIT.usage, "--r prints a script alone: leave out --format, --json and --out.");
  if (format === "docx" && out === undefined)
    throw new Stop(EXIT.usage, "--format docx is a file: name its folder with --out.");
  return json === true ? "json" : (format ?? "text");
}

/** Writes an answer as it was asked for: to standard output, and with --out into a folder as well. */
export async function giveAnswer(kind: Kind, answer: Answer, options: OutputOptions): Promise<void> {
  const format = formatOf(options);
  if (options.r === true) {
    process.stdout.write(answer.r);
    return;
  }
  if (format === "json") sayJson(answer.numbers);
  else if (format === "text" || format === "docx") sayText(answer);
  else process.stdout.write(await written(answer, format));
  if (options.out === undefined) return;
  const files = {
    ...(await ownFiles(kind, answer)),
    ...(format === "text" ? {} : { [`${kind}.${format}`]: await written(answer, format) }),
  };
  await mkdir(options.out, { recursive: true });
  for (const [name, content] of Object.entries(files)) await writeFile(join(options.out, name), content);
  const told = `\nWrote ${Object.keys(files).join(", ")} into ${options.out}`;
  if (format === "text" || format === "docx") say(told);
  else tell(told);
}

const DOTS_PER_INCH = 600;

/** What an answer leaves in a folder whatever the format: the curves and their numbers, the table of a paper. */
async function ownFiles(kind: Kind, answer: Answer): Promise<Readonly<Record<string, string | Uint8Array>>> {
  const figure = answer.figure === undefined ? {} : await drawn(kind, answer.figure);
  if (kind === "survival") return { ...figure, "survival.json": await written(answer, "json") };
  return kind === "table1" ? { ...figure, "table1.csv": await written(answer, "csv") } : figure;
}

async function drawn(kind: Kind, figure: NonNullable<Answer["figure"]>) {
  const [{ kaplanMeierFigure }, { renderPng }] = await Promise.all([
    import("@osteon/publish"),
    import("@osteon/publish/png"),
  ]);
  const svg = kaplanMeierFigure(figure);
  return { [`${kind}.svg`]: svg, [`${kind}.png`]: renderPng(svg, DOTS_PER_INCH) };
}

async function written({ title, tables, notes, numbers }: Answer, format: Exclude<AnswerFormat, "text">) {
  const { tableCsv, tablesDocx, tablesHtml, tablesMarkdown } = await import("@osteon/publish");
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
      return `${JSON.stringify(numbers, null, 2)}\n`;
  }
}

const csvCell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

function sayText({ title, tables, notes }: Answer): void {
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
