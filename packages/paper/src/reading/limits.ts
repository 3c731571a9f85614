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
  /** The thread that reads: time for one file, its heap, and bytes that the process may grow by meanwhile. */
  thread: { milliseconds: 60_000, heapMegabytes: 512, growth: 550_000_000 },
} as const;
