import type { FollowUpPlan, FollowUpPoint } from "@osteon/codebook";
import { useFormat } from "../../words/format.ts";
import { useLanguage, useWords } from "../../words/words.ts";
import { FOLLOW_UP_WORDS } from "./follow-up-words.ts";

/** What one plan has that another has not, a sentence each; time points are known by their names. */
export function usePlanChanges(): (before: FollowUpPlan, after: FollowUpPlan) => readonly string[] {
  const says = useWords(FOLLOW_UP_WORDS);
  const language = useLanguage();
  const { number } = useFormat();
  const daysOf = ({ firstDay, lastDay }: FollowUpPoint): string => says.days(number(firstDay), number(lastDay));
  const changeOf = (before: FollowUpPoint, after: FollowUpPoint): readonly string[] => {
    const label = after.label[language];
    return [
      ...(before.label.en === after.label.en && before.label.de === after.label.de
        ? []
        : [says.renamed(`${before.label.en} / ${before.label.de}`, `${after.label.en} / ${after.label.de}`)]),
      ...(daysOf(before) === daysOf(after) ? [] : [says.moved(label, daysOf(before), daysOf(after))]),
      ...(before.targetDay === after.targetDay
        ? []
        : [says.aimed(label, number(before.targetDay), number(after.targetDay))]),
    ];
  };
  return (before, after) => [
    ...before
      .filter(({ name }) => !after.some((point) => point.name === name))
      .map(({ label }) => says.removed(label[language])),
    ...after.flatMap((point) => {
      const there = before.find(({ name }) => name === point.name);
      return there === undefined ? [says.added(point.label[language], daysOf(point))] : changeOf(there, point);
    }),
  ];
}
