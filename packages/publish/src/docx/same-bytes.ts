import { unzipSync, zipSync } from "fflate";

/** The time that every part of a document is given: the first one that a ZIP can hold. */
const WRITTEN = "1980-01-01T00:00:00";
const DATE = /<dcterms:(created|modified)([^>]*)>[^<]*<\/dcterms:\1>/g;
const PICTURE = /(<wp:docPr id=")\d+"/g;

/**
 * Rewrites a Word document so that equal content is equal bytes: the library stamps the time, and counts pictures over
 * all documents of the process.
 */
export function sameBytes(docx: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(docx)).sort(([a], [b]) => (a < b ? -1 : 1));
  const settled = parts.map(([name, content]) => [name, name.endsWith(".xml") ? settle(content) : content]);
  return zipSync(Object.fromEntries(settled), { level: 9, mtime: new Date(WRITTEN) });
}

function settle(content: Uint8Array): Uint8Array {
  let pictures = 0;
  const text = new TextDecoder()
    .decode(content)
    .replaceAll(DATE, `<dcterms:$1$2>${WRITTEN}Z</dcterms:$1>`)
    .replaceAll(PICTURE, (_, head: string) => {
      pictures += 1;
      return `${head}${pictures}"`;
    });
  return new TextEncoder().encode(text);
}
