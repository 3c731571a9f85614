import type { Me } from "@osteon/api";
import { listed } from "@osteon/words";
import { useMe } from "../api/me.ts";
import { bilingual, useLanguage, useWords } from "../words/words.ts";
import { noticeIn } from "./notice-words.ts";

const WORDS = bilingual({ title: ["What is said of these charts", "Was zu diesen Akten zu sagen ist"] });

/** What must be said of the charts behind a page, on every page: that its children are invented. Centres are named where not all say so. */
export function Notices() {
  const me = useMe();
  const says = useWords(WORDS);
  const language = useLanguage();
  const all = new Set(me.rights.flatMap(({ centre }) => centre ?? []));
  const said = saidBy(me).map(([line, centres]) => {
    const { words, ...lang } = noticeIn(line, language);
    const by = [...all].every((centre) => centres.includes(centre)) ? "" : `${listed(centres, language)}: `;
    return (
      <p key={line} className="frame-notice">
        {by}
        <span {...lang}>{words}</span>
      </p>
    );
  });
  return said.length === 0 ? null : <aside aria-label={says.title}>{said}</aside>;
}

/** Each sentence once, with the centres of which it is true. */
function saidBy({ notices }: Me): readonly (readonly [line: string, centres: readonly string[]])[] {
  const lines = new Set(notices.flatMap((one) => one.lines));
  return [...lines].map((line) => [
    line,
    notices.flatMap(({ centre, lines: its }) => (its.includes(line) ? [centre] : [])),
  ]);
}
