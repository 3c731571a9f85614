import { type NumberFormat, numberFormat } from "./number-format.ts";
import type { ReadParts } from "./workbook-parts.ts";
import type { XmlEvents } from "./xml-events.ts";

/** A workbook without its sheets' cells. */
export interface WorkbookFrame {
  /** Names of the sheets and the parts that hold them, in order. */
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  /** The texts that cells refer to by number, and the part that holds them. */
  readonly texts: readonly string[];
  readonly textsPart: string;
  /** How styles, by number, show a number; a style that is not here shows it as it is. */
  readonly formats: ReadonlyMap<number, NumberFormat>;
  /** The part that should hold the formats, where the archive has it not. */
  readonly lostFormats: string | undefined;
  /** Days count from 1904 instead of 1900. */
  readonly from1904: boolean;
}

type Relations = ReadonlyMap<string, { readonly type: string; readonly part: string }>;

/** What a workbook says about itself. */
export function workbookFrame(read: ReadParts): WorkbookFrame {
  const top = relationsOf(read, "");
  const workbook = partOfType(top, "officeDocument") ?? "xl/workbook.xml";
  const relations = relationsOf(read, workbook);
  const sheets: { name: string; part: string }[] = [];
  let from1904 = false;
  let found = false;
  read(
    new Map([
      [
        workbook,
        {
          open: (name, attributes) => {
            found = true;
            if (name === "workbookPr") from1904 = /^(1|true)$/.test(attributes().date1904 ?? "");
            if (name !== "sheet") return;
            const { name: sheet = "", id = "" } = attributes();
            sheets.push({ name: sheet, part: relations.get(id)?.part ?? `sheet ${sheet}` });
          },
        },
      ],
    ]),
  );
  if (!found) throw new Error("there is no workbook");
  const texts: string[] = [];
  const formats = new Map<number, NumberFormat>();
  const textsPart = partOfType(relations, "sharedStrings") ?? "xl/sharedStrings.xml";
  const stylesPart = partOfType(relations, "styles");
  const there = read(
    new Map<string, XmlEvents>([
      [textsPart, textsInto(texts)],
      [stylesPart ?? "", formatsInto(formats)],
    ]),
  );
  const lostFormats = stylesPart === undefined || there.has(stylesPart) ? undefined : stylesPart;
  return { sheets, texts, textsPart, formats, lostFormats, from1904 };
}

const partOfType = (relations: Relations, type: string): string | undefined =>
  [...relations.values()].find((one) => one.type.endsWith(`/${type}`))?.part;

/** What a part refers to, by id. */
function relationsOf(read: ReadParts, part: string): Relations {
  const folder = part.slice(0, part.lastIndexOf("/") + 1);
  const relations = new Map<string, { type: string; part: string }>();
  const open = (name: string, attributes: () => Readonly<Record<string, string>>): void => {
    if (name !== "Relationship") return;
    const { Id = "", Type = "", Target = "" } = attributes();
    const path = new URL(Target, `file:///${folder}`).pathname.slice(1);
    relations.set(Id, { type: Type, part: decodeURIComponent(path) });
  };
  read(new Map([[`${folder}_rels/${part.slice(folder.length)}.rels`, { open }]]));
  return relations;
}

/** Texts of a shared table; the reading aids that East Asian texts carry (`rPh`) are no part of them. */
function textsInto(texts: string[]): XmlEvents {
  let text = "";
  let takes = false;
  let aid = 0;
  return {
    open: (name) => {
      if (name === "si") text = "";
      if (name === "rPh") aid += 1;
      takes = name === "t" && aid === 0;
    },
    text: (piece) => {
      if (takes) text += piece;
    },
    close: (name) => {
      takes = false;
      if (name === "rPh") aid -= 1;
      if (name === "si") texts.push(text);
    },
  };
}

function formatsInto(styles: Map<number, NumberFormat>): XmlEvents {
  const codes = new Map<number, string>();
  let inCells = false;
  let style = 0;
  return {
    open: (name, attributes) => {
      if (name === "cellXfs") inCells = true;
      if (name === "numFmt") codes.set(Number(attributes().numFmtId), attributes().formatCode ?? "");
      if (name !== "xf" || !inCells) return;
      const id = Number(attributes().numFmtId ?? 0);
      if (id !== 0) styles.set(style, numberFormat(id, codes.get(id)));
      style += 1;
    },
    close: (name) => {
      if (name === "cellXfs") inCells = false;
    },
  };
}
