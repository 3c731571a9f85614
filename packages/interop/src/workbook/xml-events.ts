import { Parser } from "saxen";
import { Oversized } from "./oversized.ts";

/**
 * What a reader of one XML part does with it; names come without their prefix. What stands in extensions (`extLst`) and in choices for
 * readers that know more (`mc:Choice`) is left out: Excel for Mac repeats `workbookPr` there, without its 1904.
 */
export interface XmlEvents {
  open?(name: string, attributes: () => Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Letters of one text or tag: far more than the longest cell has with every letter written as a number. */
const LONGEST_TOKEN = 1_000_000;

/**
 * Reads XML as it comes in; nothing is kept of it but what the events keep, and of what has not ended no more than a cell can
 * hold. Entities of its own are never resolved.
 */
export function xmlReader(events: XmlEvents): { write(piece: string): void; end(): void } {
  const parser = new Parser();
  let depth = 0;
  let unread = 0;
  let sinceEvent = 0;
  const passed = (): void => {
    sinceEvent = 0;
  };
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("warn", () => {});
  parser.on("openTag", (name, attributes, decode) => {
    passed();
    depth += 1;
    if (unread > 0 || EXTENSIONS.has(bare(name))) unread += 1;
    else events.open?.(bare(name), () => decoded(attributes(), decode));
  });
  parser.on("closeTag", (name) => {
    passed();
    depth -= 1;
    if (unread > 0) unread -= 1;
    else events.close?.(bare(name));
  });
  parser.on("text", (text, decode) => {
    passed();
    if (unread === 0) events.text?.(letters(text, decode));
  });
  parser.on("cdata", (text) => {
    passed();
    if (unread === 0) events.text?.(text);
  });
  for (const unread of ["comment", "question", "attention"] as const) parser.on(unread, passed);
  return {
    write: (piece) => {
      for (let from = 0; from < piece.length; from += SLICE) {
        const slice = piece.slice(from, from + SLICE);
        sinceEvent += slice.length;
        parser.write(slice);
        if (sinceEvent > LONGEST_TOKEN) throw new Oversized();
      }
    },
    end: () => {
      parser.end();
      if (depth !== 0) throw new Error("the XML breaks off");
    },
  };
}

/** Letters at a time, since what has not ended is looked at anew with each. */
const SLICE = 65_536;

const EXTENSIONS: ReadonlySet<string> = new Set(["extLst", "Choice"]);

const bare = (name: string): string => name.slice(name.indexOf(":") + 1);

type Decode = (text: string) => string;

const decoded = (attributes: Readonly<Record<string, string>>, decode: Decode) =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [bare(name), letters(value, decode)]));

const BY_NUMBER = /&#(?:x([0-9a-f]+)|(\d+));/gi;

/** The library cuts numbers of letters to sixteen bits, which makes another letter of a rare one. */
const letters = (text: string, decode: Decode): string =>
  decode(
    text.includes("&#")
      ? text.replaceAll(BY_NUMBER, (written, hex?: string, decimal?: string) => {
          const number = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
          if (number <= 0xffff) return written;
          return number <= 0x10ffff ? String.fromCodePoint(number) : "\ufffd";
        })
      : text,
  );
