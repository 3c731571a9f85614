/**
 * The lines of a text as it comes, each ended by a line feed alone: JSON keeps U+2028 and U+2029 as they are, at which Node's readline ends
 * a line too. A carriage return before the line feed belongs to the end.
 */
export async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let begun: string[] = [];
  for await (const piece of pieces) {
    const [first = "", ...more] = piece.split("\n");
    begun.push(first);
    for (const next of more) {
      yield withoutReturn(begun.join(""));
      begun = [next];
    }
  }
  const last = begun.join("");
  if (last !== "") yield withoutReturn(last);
}

const withoutReturn = (line: string): string => (line.endsWith("\r") ? line.slice(0, -1) : line);
