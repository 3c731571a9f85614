import { crc32 } from "node:zlib";

/** What the directory of an archive says of one of its entries. */
interface Listed {
  /** CRC-32 of what was packed. */
  readonly crc: number;
  /** Bytes that were packed; beyond 4 GB the directory says it elsewhere, and the checksum has to do. */
  readonly size: number | undefined;
  /** Packed with a password. */
  readonly locked: boolean;
}

/** The entries of an archive by name. */
export type ZipDirectory = ReadonlyMap<string, Listed>;

const [END, END_64, LOCATOR_64, ENTRY] = [0x06054b50, 0x06064b50, 0x07064b50, 0x02014b50];
const [END_BYTES, END_64_BYTES, LOCATOR_BYTES, ENTRY_BYTES] = [22, 56, 20, 46];
const SAID_ELSEWHERE = 0xffffffff;

/**
 * Reads the directory that a ZIP archive ends with (PKWARE APPNOTE 4.3.12 to 4.3.16). `end` are its last bytes, the whole
 * directory among them. Nothing where there is none that is whole: the archive was cut.
 */
export function zipDirectory(end: Uint8Array): ZipDirectory | undefined {
  const view = new DataView(end.buffer, end.byteOffset, end.byteLength);
  const last = endRecord(view);
  if (last === undefined) return undefined;
  const { from, to, count } = last;
  const listed = new Map<string, Listed>();
  let place = from;
  for (let entry = 0; entry < count; entry++) {
    if (place < 0 || place + ENTRY_BYTES > to || view.getUint32(place, true) !== ENTRY) return undefined;
    const [name, more, comment] = [28, 30, 32].map((at) => view.getUint16(place + at, true)) as [
      number,
      number,
      number,
    ];
    const size = view.getUint32(place + 24, true);
    const begin = place + ENTRY_BYTES;
    const flags = view.getUint16(place + 8, true);
    listed.set(new TextDecoder((flags & 0x800) !== 0 ? "utf-8" : "latin1").decode(end.subarray(begin, begin + name)), {
      crc: view.getUint32(place + 16, true),
      size: size === SAID_ELSEWHERE ? undefined : size,
      locked: (flags & 1) !== 0,
    });
    place = begin + name + more + comment;
  }
  return place === to ? listed : undefined;
}

/** Where the directory begins and ends, and how many entries it lists. */
function endRecord(view: DataView): { readonly from: number; readonly to: number; readonly count: number } | undefined {
  for (let place = view.byteLength - END_BYTES; place >= 0; place--) {
    if (view.getUint32(place, true) !== END) continue;
    if (place + END_BYTES + view.getUint16(place + 20, true) !== view.byteLength) continue;
    const whole = place - LOCATOR_BYTES - END_64_BYTES;
    if (whole >= 0 && isEnd64(view, whole)) {
      const [count, bytes] = [32, 40].map((at) => Number(view.getBigUint64(whole + at, true))) as [number, number];
      return { from: whole - bytes, to: whole, count };
    }
    return { from: place - view.getUint32(place + 12, true), to: place, count: view.getUint16(place + 10, true) };
  }
  return undefined;
}

const isEnd64 = (view: DataView, place: number): boolean =>
  view.getUint32(place, true) === END_64 && view.getUint32(place + END_64_BYTES, true) === LOCATOR_64;

/** Counts what an entry unpacks to; `isAs` tells whether that is what was packed. */
export class Unpacked {
  #crc = 0;
  #size = 0;
  take(piece: Uint8Array): void {
    this.#crc = crc32(piece, this.#crc);
    this.#size += piece.length;
  }
  isAs(listed: Listed | undefined): boolean {
    return listed !== undefined && listed.crc === this.#crc && (listed.size ?? this.#size) === this.#size;
  }
}
