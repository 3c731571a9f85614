import { strToU8, zip } from "fflate";

/** No clock: equal files are equal archives. A ZIP file knows no day before 1980. */
const ALWAYS = new Date(1980, 0, 1, 12);

/** Files by their paths as a ZIP archive; those of a study stand within a folder of its name. */
export function zipped(files: Readonly<Record<string, string>>, folder?: string): Promise<Buffer> {
  const entries = Object.fromEntries(
    Object.entries(files).map(
      ([path, text]) => [folder === undefined ? path : `${folder}/${path}`, strToU8(text)] as const,
    ),
  );
  return new Promise((resolve, reject) =>
    zip(entries, { level: 6, mtime: ALWAYS }, (error, bytes) => (error ? reject(error) : resolve(Buffer.from(bytes)))),
  );
}
