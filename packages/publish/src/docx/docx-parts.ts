import { Footer, Header, HeadingLevel, ImageRun, PageNumber, Paragraph, TextRun } from "docx";
import type { StudyFigure } from "../outline/draw-figure.ts";
import { plainText, type Section } from "../prose/sentence.ts";

type Level = (typeof HeadingLevel)[keyof typeof HeadingLevel];

export const heading = (text: string, level: Level = HeadingLevel.HEADING_1, fresh = false): Paragraph =>
  new Paragraph({ text, heading: level, keepNext: true, pageBreakBefore: fresh });

export const body = (text: string): Paragraph =>
  new Paragraph({ spacing: { after: 120 }, children: [new TextRun(text)] });

export const note = (text: string): Paragraph =>
  new Paragraph({ spacing: { before: 60, after: 120 }, children: [new TextRun({ text, size: 17, color: "52616F" })] });

/** The title of a table, kept on the page of its first row. */
export const tableTitle = (text: string): Paragraph =>
  new Paragraph({ keepNext: true, spacing: { before: 200, after: 80 }, children: [new TextRun({ text, bold: true })] });

/** Sections of text under headings of the second level. */
export const sections = (all: readonly Section[]): readonly Paragraph[] =>
  all.flatMap(({ heading: title, paragraphs }) => [
    heading(title, HeadingLevel.HEADING_2),
    ...paragraphs.map((paragraph) => body(plainText(paragraph))),
  ]);

/** Width of the text on the page, in pixels of 1/96 inch as Word counts pictures. */
const TEXT_WIDTH = 620;

/** A figure with its caption. The PNG stands for the SVG that is a file beside the report. */
export function figure({ title, caption, svg }: StudyFigure, png: Uint8Array): readonly Paragraph[] {
  const [, width = 1, height = 1] = (/viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []).map(Number);
  const picture = new ImageRun({
    type: "png",
    data: png,
    transformation: { width: TEXT_WIDTH, height: Math.round((TEXT_WIDTH * height) / width) },
    altText: { title, description: caption, name: title },
  });
  return [
    new Paragraph({ keepNext: true, spacing: { before: 160 }, children: [picture] }),
    new Paragraph({
      spacing: { after: 200 },
      children: [new TextRun({ text: `${title}. `, bold: true, size: 18 }), new TextRun({ text: caption, size: 18 })],
    }),
  ];
}

const centred = (children: readonly TextRun[]): Paragraph =>
  new Paragraph({ alignment: "center", children: [...children] });

/** The notice of the charts on every page. */
export const pageHeader = (notice: string | undefined): Header =>
  new Header({
    children: notice === undefined ? [] : [centred([new TextRun({ text: notice, size: 16, bold: true })])],
  });

export const pageFooter = (): Footer =>
  new Footer({
    children: [centred([new TextRun({ size: 16, children: [PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES] })])],
  });
