import type { CheckedPaper } from "../check-paper.ts";
import type { ReadText } from "../reading/read-text.ts";
import { plainCharacters } from "../structure/plain-characters.ts";
import type { Finding, Quote } from "./finding.ts";

const STYLE = `:root{color-scheme:light dark;--ink:#1c2733;--muted:#52616f;--rule:#d5dce3;--page:#fff;--impossible:#9b2335;--inconsistent:#7a4a00;--query:#1f5f99}
@media (prefers-color-scheme:dark){:root{--ink:#e6ebf0;--muted:#a5b2bf;--rule:#364352;--page:#141a21;--impossible:#ff9aa8;--inconsistent:#ffd894;--query:#85bdf0}}
body{margin:0 auto;padding:1.5rem;max-width:76rem;font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--page)}
main{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:2rem}@media(max-width:56rem){main{display:block}}
.line{display:flex;gap:1rem}.line>a{flex:none;width:3.5em;text-align:right;color:var(--muted);text-decoration:none;font-size:.8rem}.line>span{white-space:pre-wrap;overflow-wrap:anywhere;min-width:0}
mark{color:inherit;background:none;border-bottom:.2em solid currentColor}.impossible{color:var(--impossible)}.inconsistent{color:var(--inconsistent)}.query{color:var(--query)}
article{border-top:1px solid var(--rule);padding:.75rem 0}article h3{margin:0;font-size:1rem}article p,article ul{margin:.25rem 0}blockquote{margin:.25rem 0;padding-left:.75rem;border-left:3px solid var(--rule);color:var(--muted)}
aside{position:sticky;top:0;align-self:start;max-height:100vh;overflow:auto}@media(max-width:56rem){aside{position:static;max-height:none}}:target{outline:2px solid var(--query)}`;

const NAMES = { impossible: "Impossible", inconsistent: "Inconsistent", query: "Query" } as const;

/** The paper with its findings beside it, as one page that asks for no other file. */
export function annotatedHtml(
  name: string,
  { lines }: ReadText,
  { findings, roundingRule, claims }: CheckedPaper,
): string {
  const marks = new Map<number, { readonly finding: Finding; readonly quote: Quote }[]>();
  for (const finding of findings) {
    for (const quote of finding.quotes) marks.set(quote.line, [...(marks.get(quote.line) ?? []), { finding, quote }]);
  }
  const text = lines.map((line, index) => lineHtml(line, index + 1, marks.get(index + 1) ?? [])).join("\n");
  const cards =
    findings.length === 0 ? "<p>Nothing was found that contradicts itself.</p>" : findings.map(card).join("\n");
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(name)}: numbers checked</title><style>${STYLE}</style></head>
<body><h1>${escaped(name)}</h1><p>${summary(findings)} ${claims.length} claims read. Percentages are rounded ${escaped(roundingRule)}.</p>
<main><section aria-label="The text as it was read">
${text}
</section><aside aria-label="Findings">
${cards}
</aside></main></body></html>
`;
}

/** `2 impossible, 6 inconsistent, 3 queries.` */
export function summary(findings: readonly Finding[]): string {
  const count = (kind: Finding["class"]) => findings.filter((finding) => finding.class === kind).length;
  const queries = count("query");
  return `${count("impossible")} impossible, ${count("inconsistent")} inconsistent, ${queries} ${queries === 1 ? "query" : "queries"}.`;
}

function lineHtml(
  line: string,
  number: number,
  found: readonly { readonly finding: Finding; readonly quote: Quote }[],
): string {
  let spans = [{ text: line, of: undefined as Finding | undefined }];
  for (const { finding, quote } of found) {
    spans = spans.flatMap((span) => {
      const part = span.of === undefined ? sharedPart(span.text, quote.text) : undefined;
      if (part === undefined) return [span];
      return [
        { text: span.text.slice(0, part.start), of: undefined },
        { text: span.text.slice(part.start, part.end), of: finding },
        { text: span.text.slice(part.end), of: undefined },
      ];
    });
  }
  const html = spans
    .map(({ text, of }) =>
      of === undefined
        ? escaped(text)
        : `<mark class="${of.class}"><a class="${of.class}" href="#${of.id}" title="${escaped(of.says)}">${escaped(text)}</a></mark>`,
    )
    .join("");
  return `<div class="line" id="line-${number}"><a href="#line-${number}">${number}</a><span>${html}</span></div>`;
}

/** The longest run of words of a line that its quotation holds. */
function sharedPart(line: string, quote: string): { readonly start: number; readonly end: number } | undefined {
  const plain = plainCharacters(line);
  const words = [...plain.matchAll(/\S+/g)].map((word) => ({ start: word.index, end: word.index + word[0].length }));
  let best: { readonly start: number; readonly end: number } | undefined;
  for (const [first, word] of words.entries()) {
    let end = -1;
    for (const later of words.slice(first, first + 40)) {
      if (!quote.includes(plain.slice(word.start, later.end))) break;
      end = later.end;
    }
    if (end > 0 && (best === undefined || end - word.start > best.end - best.start)) best = { start: word.start, end };
  }
  return best !== undefined && /\d|\p{L}{4}/u.test(plain.slice(best.start, best.end)) ? best : undefined;
}

function card({ id, class: kind, says, quotes, recomputed, consistentValues, cause }: Finding): string {
  const said = quotes
    .map(
      ({ text, section, line }) =>
        `<blockquote>${escaped(text)} <a href="#line-${line}">${escaped(section)}, line ${line}</a></blockquote>`,
    )
    .join("");
  const more = [
    recomputed === "" ? "" : `<p>Recomputed: ${escaped(recomputed)}</p>`,
    consistentValues.length === 0 ? "" : `<p>Consistent would be: ${escaped(consistentValues.join("; "))}</p>`,
    cause === "" ? "" : `<p>${escaped(cause)}</p>`,
  ].join("");
  return `<article id="${id}"><h3 class="${kind}">${NAMES[kind]}: ${escaped(says)}</h3>${said}${more}</article>`;
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
