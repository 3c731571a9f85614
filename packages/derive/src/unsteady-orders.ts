/** Columns that a window may order by: whole numbers, known by the ends of their names. */
const NUMBERS = /(^|_)(day|distance|sign|ordinal|no)$/;

/**
 * What is unsteady about the orders of a model: windows alone have an order, it ends in a row number, and texts are not in it,
 * for engines sort them by different alphabets.
 */
export function unsteadyOrders(code: string): readonly string[] {
  const windows = [...code.matchAll(/\bOVER\s*\(/g)].map(({ index }) => inBrackets(code, code.indexOf("(", index)));
  const orders = [...code.matchAll(/\bORDER\s+BY\b/g)].length;
  const ordered = windows.filter((window) => /\bORDER\s+BY\b/.test(window)).length;
  return [
    ...(orders > ordered ? ["rows have no order outside a window: no ORDER BY"] : []),
    ...windows.flatMap(unsteadyWindow),
    ...(/\bOVER\s+\w/.test(code) ? ["a window is written where it is used"] : []),
  ];
}

function unsteadyWindow(window: string): readonly string[] {
  const [partition = "", order] = window.split(/\bORDER\s+BY\b/);
  if (order === undefined) return ["a window without ORDER BY numbers rows as it likes"];
  const last = order.split(",").at(-1)?.trim() ?? "";
  const lastColumn = last.split(".").at(-1) ?? "";
  const unique = /(^|_)(no|ordinal)$/.test(lastColumn) && !new RegExp(`\\b${lastColumn}\\b`).test(partition);
  const texts = [...order.matchAll(/\b[a-z]\w*\b(?!\s*[.(])/g)]
    .map(([word]) => word)
    .filter((word) => !NUMBERS.test(word));
  return [
    ...(unique ? [] : [`the window's order ends in ${last}, which is not unique: end it in a row number`]),
    ...texts.map(
      (word) => `the window orders by ${word}: windows order by days, distances and row numbers, not by texts`,
    ),
  ];
}

/** The text between the bracket that opens at `start` and the one that closes it. */
function inBrackets(code: string, start: number): string {
  let depth = 0;
  for (let at = start; at < code.length; at++) {
    if (code[at] === "(") depth++;
    if (code[at] === ")") depth--;
    if (depth === 0) return code.slice(start + 1, at);
  }
  return code.slice(start + 1);
}
