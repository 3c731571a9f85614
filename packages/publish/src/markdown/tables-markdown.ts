import type { PageTable } from "../tables/page-table.ts";

/** Tables as Markdown with pipes: a title, each table under its own, notes after it. Inner labels are indented by no-break spaces. */
export function tablesMarkdown(title: string, tables: readonly PageTable[], notes: readonly string[]): string {
  const blocks = [
    `# ${cell(title)}`,
    ...tables.flatMap((table) => [
      ...(table.title === title ? [] : [`## ${cell(table.title)}`]),
      tableText(table),
      ...table.notes.map(cell),
    ]),
    ...(notes.length === 0 ? [] : ["## Notes", notes.map((note) => `- ${cell(note)}`).join("\n")]),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function tableText({ heads, rows }: PageTable): string {
  const line = (cells: readonly string[]) => `| ${heads.map((_, place) => cell(cells[place] ?? "")).join(" | ")} |`;
  return [
    line(heads),
    `|${heads.map((_, place) => (place === 0 ? ":--" : "--:")).join("|")}|`,
    ...rows.map(({ label, level = 0, cells }) =>
      line([`${"\u00a0\u00a0".repeat(level)}${label}`, ...cells.map(({ text }) => text)]),
    ),
  ].join("\n");
}

/** What would be read as Markdown stands for itself. */
const cell = (text: string): string => text.replaceAll(/[\\|*_`<>[\]#~]/g, "\\$&").replaceAll(/[\r\n]+/g, " ");
