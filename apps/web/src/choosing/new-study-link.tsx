import { Link } from "@tanstack/react-router";
import { may, useMe } from "../api/me.ts";
import { useWords } from "../words/words.ts";
import { CHOOSING_WORDS } from "./choosing-words.ts";

/** The way to a study of one's own; not drawn for those who may run none. */
export function NewStudyLink() {
  const says = useWords(CHOOSING_WORDS);
  if (!may(useMe(), "study run")) return null;
  return (
    <Link to="/new-study" className="button">
      {says.link}
    </Link>
  );
}
