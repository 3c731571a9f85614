import { useState } from "react";
import { useMe } from "../api/me.ts";
import { store, stored } from "../frame/device-store.ts";
import { useFormat } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { SIGN_IN_WORDS } from "./sign-in-words.ts";

const SEEN = "osteon.link-seen";

/** Tells a person that a link made by somebody else set the password: whoever made it could have opened it. */
export function LinkNotice() {
  const says = useWords(SIGN_IN_WORDS);
  const format = useFormat();
  const { account, link } = useMe();
  const mark = `${account} ${link?.usedAt ?? ""}`;
  const [seen, setSeen] = useState(() => stored(SEEN));
  if (link === null || seen === mark) return null;
  return (
    <aside className="notice link-notice" aria-label={says.title}>
      <p>{says.linkUsed(link.by, format.date(link.usedAt.slice(0, 10)))}</p>
      <button
        type="button"
        className="small"
        onClick={() => {
          store(SEEN, mark);
          setSeen(mark);
        }}
      >
        {says.wasMe}
      </button>
    </aside>
  );
}
