import { Unzip, UnzipInflate } from "fflate";
import { Oversized } from "./oversized.ts";
import { type XmlEvents, xmlReader } from "./xml-events.ts";

/** Reads the named parts of a workbook as they unpack; the rest is not even unpacked. Throws where one of them breaks off. */
export type ReadParts = (parts: ReadonlyMap<string, XmlEvents>) => void;

/** Parts of an archive: a workbook with a picture in each of thousands of rows has fewer. */
const MOST_PARTS = 20_000;
/** Bytes at a time, so that what unpacks to too much is noticed while it unpacks. */
const PIECE = 16_384;

/** The parts of a workbook's archive. What they unpack to is counted over all of them, whatever its directory claims. */
export function partsOf(bytes: Uint8Array, largest: number): ReadParts {
  let unpacked = 0;
  return (parts) => {
    const open = new Set<string>();
    const seen = new Set<string>();
    let entries = 0;
    const unzip = new Unzip((entry) => {
      entries += 1;
      if (entries > MOST_PARTS) throw new Oversized();
      const events = parts.get(entry.name);
      if (events === undefined || seen.has(entry.name)) return;
      seen.add(entry.name);
      open.add(entry.name);
      const xml = xmlReader(events);
      const text = new TextDecoder("utf-8");
      entry.ondata = (error, piece, final) => {
        if (error !== null) throw error;
        unpacked += piece.length;
        if (unpacked > largest) throw new Oversized();
        xml.write(text.decode(piece, { stream: !final }));
        if (!final) return;
        xml.end();
        open.delete(entry.name);
      };
      entry.start();
    });
    unzip.register(UnzipInflate);
    for (let from = 0; from < bytes.length; from += PIECE)
      unzip.push(bytes.subarray(from, from + PIECE), from + PIECE >= bytes.length);
    if (open.size > 0) throw new Error("a part breaks off");
  };
}
