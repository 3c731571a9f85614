import { useNavigate } from "@tanstack/react-router";

/** What is chosen on the page; it stands in the address, so that it can be sent to a colleague. */
export type Search = Readonly<Record<string, string | undefined>>;

/** Changes parts of the address and keeps the rest; an empty text takes a part away. */
export function useSearchChange(): (changed: Search) => void {
  const navigate = useNavigate();
  return (changed) =>
    void navigate({
      to: ".",
      replace: true,
      resetScroll: false,
      search: (before: Search) => withoutBlanks({ ...before, ...changed }),
    });
}

/** The address with some parts changed, for links. */
export const withSearch =
  (changed: Search) =>
  (before: Search): Search =>
    withoutBlanks({ ...before, ...changed });

const withoutBlanks = (search: Search): Search =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined && value !== ""));
