import { unzipSync, zipSync } from "fflate";
import { ROWS_GO_HERE } from "./rows-xml.ts";

/** The time that every part of a document is given: the first one that a ZIP can hold. */
const WRITTEN = "1980-01-01T00:00:00";
const DATE = /<dcterms:(created|modified)([^>]*)>[^<]*<\/dcterms:\1>/g;
const PICTURE = /(<wp:docPr id=")\d+"/g;

/**
 * Rewrites a Word document so that equal content is equal bytes: the library stamps the time, and counts pictures over
 * all documents of the process. The rows of its tables come to the places that they have, in the order of the tables.
 */
export function sameBytes(docx: Uint8Array, rows: readonly string[]): Uint8Array {
  const parts = Object.entries(unzipSync(docx)).sort(([a], [b]) => (a < b ? -1 : 1));
  const settled = parts.map(([name, content]) => [name, name.endsWith(".xml") ? settle(content, rows) : content]);
  return zipSync(Object.fromEntries(settled), { level: 9, mtime: new Date(WRITTEN) });
}

const PLACE = `<${ROWS_GO_HERE}/>`;

function settle(content: Uint8Array, rows: readonly string[]): Uint8Array {
  let pictures = 0;
  let tables = 0;
  const text = new TextDecoder()
    .decode(content)
    .replaceAll(DATE, `<dcterms:$1$2>${WRITTEN}Z</dcterms:$1>`)
    .replaceAll(PICTURE, (_, head: string) => {
      pictures += 1;
      return `${head}${pictures}"`;
    })
    .replaceAll(PLACE, () => {
      tables += 1;
      return rows[tables - 1] ?? "";
    });
  return new TextEncoder().encode(text);
}
