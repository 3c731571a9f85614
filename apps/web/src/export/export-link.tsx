import { Link } from "@tanstack/react-router";
import { may, useMe } from "../api/me.ts";
import { useWords } from "../words/words.ts";
import { EXPORT_WORDS } from "./export-words.ts";

/** The way to the exports, from pages where one looks for it; not drawn for those who may take nothing away. */
export function ExportLink() {
  const says = useWords(EXPORT_WORDS);
  if (!may(useMe(), "export take")) return null;
  return (
    <Link to="/export" className="button">
      {says.link}
    </Link>
  );
}
