export const GERMAN_BOOK: Readonly<Record<string, string>> = {};
