import type { ReadParts } from "./workbook-parts.ts";
import type { XmlEvents } from "./xml-events.ts";

/** A workbook without its sheets' cells. */
export interface WorkbookFrame {
  /** Names of the sheets and the parts that hold them, in order. */
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  /** The texts that cells refer to by number. */
  readonly texts: readonly string[];
  /** Styles by number that show a number as a day. */
  readonly dayStyles: ReadonlySet<number>;
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
            const part = relations.get(id)?.part;
            if (part !== undefined) sheets.push({ name: sheet, part });
          },
        },
      ],
    ]),
  );
  if (!found) throw new Error("there is no workbook");
  const texts: string[] = [];
  const dayStyles = new Set<number>();
  read(
    new Map<string, XmlEvents>([
      [partOfType(relations, "sharedStrings") ?? "", textsInto(texts)],
      [partOfType(relations, "styles") ?? "", dayStylesInto(dayStyles)],
    ]),
  );
  return { sheets, texts, dayStyles, from1904 };
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

/** Numbers of formats that spreadsheets know without saying how they look. */
const BUILT_IN_DAYS = (format: number): boolean =>
  (format >= 14 && format <= 22) || (format >= 27 && format <= 36) || (format >= 45 && format <= 58);

/** Whether a format shows a day or a time: its letters, without what is quoted, escaped or in brackets. */
const showsDay = (format: string): boolean =>
  /[dmyhs]/i.test(format.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]|_.|general/gi, ""));

function dayStylesInto(dayStyles: Set<number>): XmlEvents {
  const formats = new Map<number, string>();
  let inCells = false;
  let style = 0;
  return {
    open: (name, attributes) => {
      if (name === "cellXfs") inCells = true;
      if (name === "numFmt") formats.set(Number(attributes().numFmtId), attributes().formatCode ?? "");
      if (name !== "xf" || !inCells) return;
      const format = Number(attributes().numFmtId ?? 0);
      const said = formats.get(format);
      if (said === undefined ? BUILT_IN_DAYS(format) : showsDay(said)) dayStyles.add(style);
      style += 1;
    },
    close: (name) => {
      if (name === "cellXfs") inCells = false;
    },
  };
}
