import { Unzip, UnzipInflate, zipSync } from "fflate";
import mammoth from "mammoth";
import { htmlText } from "./html-text.ts";
import { LIMITS } from "./limits.ts";
import { refused, Unreadable } from "./paper-problem.ts";
import type { ReadText } from "./read-text.ts";

/** Parts that hold text or say how it is styled; pictures and embedded files are not even unpacked. */
const PARTS = /^(\[Content_Types\]\.xml|_rels\/\.rels|word\/(_rels\/)?[a-z]+\d*\.xml(\.rels)?)$/i;

/** Text of a Word file: headings, paragraphs, tables and notes in their order. */
export async function docxText(bytes: Uint8Array): Promise<ReadText> {
  const parts = unpacked(bytes);
  if (parts["word/document.xml"] === undefined) throw damaged("it holds no word/document.xml");
  const buffer = Buffer.from(zipSync({ ...parts }, { level: 0 }));
  const convertImage = mammoth.images.imgElement(async () => ({ src: "" }));
  const { value } = await mammoth
    .convertToHtml({ buffer }, { convertImage, styleMap: ["p[style-name='Title'] => h1:fresh"] })
    .catch((error: unknown) => {
      throw damaged(error instanceof Error ? error.message : String(error));
    });
  return htmlText(value);
}

/** The parts of the file, unpacked piece by piece and counted, whatever sizes its directory claims. */
function unpacked(bytes: Uint8Array): Readonly<Record<string, Uint8Array>> {
  const parts: Record<string, Uint8Array> = {};
  const begun = new Set<string>();
  const unzip = new Unzip((file) => {
    if (!PARTS.test(file.name)) return;
    begun.add(file.name);
    const chunks: Uint8Array[] = [];
    let size = 0;
    file.ondata = (error, chunk, final) => {
      if (error !== null) throw error instanceof Unreadable ? error : damaged(error.message);
      size += chunk.length;
      if (size > LIMITS.partBytes) {
        throw new Unreadable(
          refused("paper-too-large", {
            of: "part",
            part: file.name,
            size: size / 1_000_000,
            most: LIMITS.partBytes / 1_000_000,
          }),
        );
      }
      chunks.push(chunk);
      if (final) parts[file.name] = Buffer.concat(chunks);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  // Small pieces, so that a bomb is noticed while it unpacks and not after.
  const piece = 16_384;
  for (let from = 0; from < bytes.length; from += piece) {
    unzip.push(bytes.subarray(from, from + piece), from + piece >= bytes.length);
  }
  for (const name of begun) if (parts[name] === undefined) throw damaged(`${name} ends too early`);
  return parts;
}

const damaged = (why: string): Unreadable =>
  new Unreadable(refused("paper-damaged", { of: "word", because: why.replace(/\.$/, "") }));
