import { type DefaultTreeAdapterTypes, parse } from "parse5";
import type { ReadText } from "./read-text.ts";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const HIDDEN = new Set(["script", "style", "template", "noscript", "head", "svg", "nav", "math", "button"]);
const BLOCKS = new Set(
  "address article aside blockquote body caption dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table ul".split(
    " ",
  ),
);

/** What is written before and after an element's text, by its attributes; for readers that must know elements again. */
export type ElementMarks = (attributes: Readonly<Record<string, string>>) => readonly [string, string] | undefined;

/** Text of a web page: a line for each block, `#` before headings, rows of tables between bars. */
export function htmlText(html: string, marks?: ElementMarks): ReadText {
  const lines: string[] = [];
  let open = "";
  const end = (prefix = "") => {
    const line = open.replaceAll(/\s+/g, " ").trim();
    if (line !== "") lines.push(`${prefix}${line}`, "");
    open = "";
  };
  // A stack instead of recursion: hostile pages nest a hundred thousand deep.
  const stack: (Node | (() => void))[] = [...parse(html).childNodes].reverse();
  while (stack.length > 0) {
    const node = stack.pop();
    if (node === undefined) break;
    if (typeof node === "function") node();
    else if (node.nodeName === "#text" && "value" in node) open += node.value;
    else if (isElement(node) && !HIDDEN.has(node.tagName)) {
      if (node.tagName === "tr") {
        end();
        if (lines.at(-1) === "" && (lines.at(-2) ?? "").startsWith("| ")) lines.pop();
        lines.push(rowLine(node, marks), "");
      } else if (node.tagName === "br") open += " ";
      else if (node.tagName === "sup" || node.tagName === "sub") open += marked(node);
      else {
        const block = BLOCKS.has(node.tagName);
        const mark = marksOf(node, marks);
        if (mark !== undefined) {
          open += mark[0];
          stack.push(() => {
            open += mark[1];
          });
        }
        if (block) {
          end();
          const level = /^h([1-6])$/.exec(node.tagName)?.[1];
          stack.push(() => end(level === undefined ? "" : `${"#".repeat(Number(level))} `));
        }
        for (let index = node.childNodes.length - 1; index >= 0; index -= 1) {
          const child = node.childNodes[index];
          if (child !== undefined) stack.push(child);
        }
      }
    }
  }
  end();
  return { lines };
}

const marksOf = (element: Element, marks: ElementMarks | undefined): readonly [string, string] | undefined =>
  marks?.(Object.fromEntries(element.attrs.map(({ name, value }) => [name, value])));

const isElement = (node: Node): node is Element => "tagName" in node;

/** Raised numbers are citations, raised letters marks of footnotes; a caret keeps them from being read with the number before. */
function marked(element: Element): string {
  const text = textOf(element);
  return element.tagName === "sup" && /^[\s\d,;–-]+$|^\s*\p{Ll}\s*$/u.test(text)
    ? `^${text.trim().replaceAll(/\s/g, "")}`
    : text;
}

function rowLine(row: Element, marks?: ElementMarks): string {
  const cells = row.childNodes
    .filter(isElement)
    .filter(({ tagName }) => tagName === "td" || tagName === "th")
    .flatMap((cell) => {
      const span = Number(cell.attrs.find(({ name }) => name === "colspan")?.value ?? 1);
      const text = textOf(cell, marks).replaceAll(/\s+/g, " ").replaceAll("|", "/").trim();
      return [text, ...Array.from({ length: Math.min(Math.max(1, span), 50) - 1 }, () => "")];
    });
  return `| ${cells.join(" | ")} |`;
}

/** Everything written inside an element, without its markup. */
export function textOf(element: Element, marks?: ElementMarks): string {
  const stack: (Node | string)[] = [element];
  let text = "";
  while (stack.length > 0) {
    const node = stack.pop();
    if (node === undefined) break;
    if (typeof node === "string") text += node;
    else if (node.nodeName === "#text" && "value" in node) text += node.value;
    else if (isElement(node) && !HIDDEN.has(node.tagName)) {
      const mark = marksOf(node, marks);
      if (mark !== undefined) {
        text += mark[0];
        stack.push(mark[1]);
      }
      if (BLOCKS.has(node.tagName) || node.tagName === "br") text += " ";
      if (node !== element && node.tagName === "sup") text += marked(node);
      else for (const child of [...node.childNodes].reverse()) stack.push(child);
    }
  }
  return text;
}
