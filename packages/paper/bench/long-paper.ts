import { BENCH_TEXTS } from "./measure-texts.ts";

/** A paper of at least so many words: sections of the true texts, one after the other, again and again. */
export function longPaper(words: number): string {
  const sections = BENCH_TEXTS.filter(({ planted }) => planted.length === 0).map(({ text }) => text);
  const lines: string[] = [];
  let count = 0;
  for (let place = 0; count < words; place += 1) {
    const section = sections[place % sections.length] ?? "";
    lines.push(`# Results`, "", `## Topic ${place}`, "", section, "");
    count += section.split(/\s+/).length;
  }
  return lines.join("\n");
}
