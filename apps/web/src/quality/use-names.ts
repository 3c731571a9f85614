import { accounts } from "@osteon/api";
import { useGet } from "../api/use-get.ts";
import { bilingual, useWords } from "../words/words.ts";

const WORDS = bilingual({
  rule: ["A rule", "Eine Regel"],
  elsewhere: ["someone of another centre", "jemand eines anderen Zentrums"],
});

/** Turns accounts into names; a rule has one too. */
export function useNames(): (account: string) => string {
  const says = useWords(WORDS);
  const { data } = useGet(accounts.listPeople, {});
  const names = new Map(data?.people.map(({ account, name }) => [account, name]));
  return (account) => (account === "rule" ? says.rule : (names.get(account) ?? (data ? says.elsewhere : "…")));
}
