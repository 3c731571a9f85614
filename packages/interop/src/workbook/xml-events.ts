import { Parser } from "saxen";

/** What a reader of one XML part does with it; names come without their prefix. */
export interface XmlEvents {
  open?(name: string, attributes: () => Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Reads XML as it comes in; nothing is kept of it but what the events keep. Entities of its own are never resolved. */
export function xmlReader(events: XmlEvents): { write(piece: string): void; end(): void } {
  const parser = new Parser();
  let depth = 0;
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("warn", () => {});
  parser.on("openTag", (name, attributes, decode) => {
    depth += 1;
    events.open?.(bare(name), () => decoded(attributes(), decode));
  });
  parser.on("closeTag", (name) => {
    depth -= 1;
    events.close?.(bare(name));
  });
  parser.on("text", (text, decode) => events.text?.(decode(text)));
  parser.on("cdata", (text) => events.text?.(text));
  return {
    write: (piece) => void parser.write(piece),
    end: () => {
      parser.end();
      if (depth !== 0) throw new Error("the XML breaks off");
    },
  };
}

const bare = (name: string): string => name.slice(name.indexOf(":") + 1);

const decoded = (attributes: Readonly<Record<string, string>>, decode: (text: string) => string) =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [bare(name), decode(value)]));
