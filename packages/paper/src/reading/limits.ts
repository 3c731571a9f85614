/** What a paper may be at most. A paper has about 60,000 characters, one with supplements ten times as many. */
export const LIMITS = {
  /** Bytes of the file. */
  bytes: 64_000_000,
  /** Characters of the text read. */
  characters: 4_000_000,
  /** Bytes of one part of a Word file, unpacked. */
  partBytes: 64_000_000,
  /** Pages of a PDF. */
  pages: 1_000,
  /** Milliseconds for one file. */
  milliseconds: 60_000,
  /** Bytes that the process may grow by while one file is read. */
  growth: 1_500_000_000,
} as const;
