import { Unzip, UnzipInflate } from "fflate";
import { damageOf } from "../zip/damaged-archive.ts";
import { Unpacked, zipDirectory } from "../zip/zip-directory.ts";
import { Damaged } from "./damaged.ts";
import { Oversized } from "./oversized.ts";
import { type XmlEvents, xmlReader } from "./xml-events.ts";

/**
 * Reads the named parts of a workbook as they unpack; the rest is not even unpacked. Throws where one is not what was packed.
 * Tells which of them were there.
 */
export type ReadParts = (parts: ReadonlyMap<string, XmlEvents>) => ReadonlySet<string>;

/** Parts of an archive: a workbook with a picture in each of thousands of rows has fewer. */
const MOST_PARTS = 20_000;
/** Bytes at a time, so that what unpacks to too much is noticed while it unpacks. */
const PIECE = 16_384;

/** Names of parts are the same in capitals and small letters (ISO 29500-2); packers of Windows write backslashes. */
const asCompared = (name: string): string => name.replaceAll("\\", "/").replace(/^\//, "").toLowerCase();

/**
 * The encoding in which a part begins, by its mark or its declaration (XML 1.0, appendix F); UTF-8 where it says none. What is not so
 * encoded throws, and no letter of it is replaced by another.
 */
function decoderOf(begin: Uint8Array): TextDecoder {
  const [first = 0, second = 0] = begin;
  const of = (encoding: string) => new TextDecoder(encoding, { fatal: true });
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return of("utf-16be");
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return of("utf-16le");
  const [, declared = "utf-8"] =
    /^[^<]{0,3}<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(String.fromCharCode(...begin.subarray(0, 200))) ??
    [];
  return of(/^(?:utf-?16|ucs)/i.test(declared) ? "utf-8" : declared);
}

/** The parts of a workbook's archive. What they unpack to is counted over all of them, whatever its directory claims. */
export function partsOf(bytes: Uint8Array, largest: number): ReadParts {
  const directory = zipDirectory(bytes);
  let unpacked = 0;
  return (parts) => {
    const named = new Map([...parts.keys()].map((name) => [asCompared(name), name]));
    const open = new Set<string>();
    const seen = new Set<string>();
    let entries = 0;
    let last: string | undefined;
    const unzip = new Unzip((entry) => {
      entries += 1;
      if (entries > MOST_PARTS) throw new Oversized();
      last = entry.name;
      const name = named.get(asCompared(entry.name));
      const events = name === undefined ? undefined : parts.get(name);
      if (name === undefined || events === undefined || seen.has(name)) return;
      seen.add(name);
      open.add(entry.name);
      const xml = xmlReader(events);
      let text: TextDecoder | undefined;
      const content = new Unpacked();
      let unread: unknown;
      entry.ondata = (error, piece, final) => {
        if (error !== null) throw error;
        unpacked += piece.length;
        if (unpacked > largest) throw new Oversized();
        content.take(piece);
        try {
          text ??= piece.length > 0 ? decoderOf(piece) : undefined;
          if (unread === undefined && text !== undefined) xml.write(text.decode(piece, { stream: !final }));
          if (unread === undefined && final) xml.end();
        } catch (fault) {
          if (fault instanceof Oversized) throw fault;
          // What is no XML may be so because a byte was changed, which is known at its end.
          unread = fault;
        }
        if (!final) return;
        if (directory !== undefined && !content.isAs(directory.get(entry.name)))
          throw new Damaged("changed", entry.name);
        if (unread !== undefined) throw unread;
        open.delete(entry.name);
      };
      entry.start();
    });
    unzip.register(UnzipInflate);
    try {
      for (let from = 0; from < bytes.length; from += PIECE)
        unzip.push(bytes.subarray(from, from + PIECE), from + PIECE >= bytes.length);
    } catch (error) {
      const damage = last === undefined ? undefined : damageOf(error);
      throw damage === undefined ? error : new Damaged(damage, last ?? "");
    }
    const [cut] = open;
    if (cut !== undefined) throw new Damaged("breaks-off", cut);
    if (directory === undefined && last !== undefined) throw new Damaged("no-end", last);
    return seen;
  };
}
