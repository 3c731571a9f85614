/** What is used of the XML reader saxen, which ships no types. */
declare module "saxen" {
  export class Parser {
    on(
      event: "openTag",
      does: (
        name: string,
        attributes: () => Readonly<Record<string, string>>,
        decode: (text: string) => string,
        selfClosing: boolean,
      ) => void,
    ): this;
    on(event: "closeTag", does: (name: string) => void): this;
    on(event: "text", does: (text: string, decode: (text: string) => string) => void): this;
    on(event: "cdata", does: (text: string) => void): this;
    on(event: "comment" | "question" | "attention", does: () => void): this;
    on(event: "error", does: (error: Error) => void): this;
    on(event: "warn", does: (error: Error) => void): this;
    write(piece: string): this;
    end(): this;
    stop(): this;
  }
}
