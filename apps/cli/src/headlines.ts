import { decimalText, indexResults, type Result, type ResultIndex } from "@osteon/estimate";

/** A number for a sentence, or why there is none. */
function text(index: ResultIndex, id: string, decimals: number, times = 1): string {
  const result = index.get(id);
  if (result === undefined) return "not analysed";
  return result.value === null ? `not estimable (${result.because})` : decimalText(result.value * times, decimals);
}

/** The results that a reader asks for first, one line each. */
export function headlines(results: readonly Result[]): readonly string[] {
  const index = indexResults(results);
  const of = (id: string, decimals = 0, times = 1) => text(index, id, decimals, times);
  const median = `${of("relapse-free.all.median")} months (95 % CI ${of("relapse-free.all.median-lower")} to ${of("relapse-free.all.median-upper")})`;
  const share = (id: string) => `${of(`${id}.all.n`)}/${of(`${id}.all.N`)} (${of(`${id}.all.percent`)} %)`;
  return [
    `Children                        ${of("cno-patients.all.n")} with CNO, ${of("control-patients.all.n")} controls`,
    `Follow-up                       median ${of("follow-up.all.median", 1)} years`,
    `Relapsed                        ${share("relapsed")}; median time ${median}`,
    `Relapse-free                    ${of("relapse-free.all.survival@365", 0, 100)} % at 1 year, ${of("relapse-free.all.survival@1826", 0, 100)} % at 5 years`,
    `Not in remission under NSAID    ${share("nsaid-month12-failure")} at 12 months, ${share("nsaid-month24-failure")} at 24`,
    `  after corticosteroids         ${share("steroid-month3-failure")} at 3 months, ${share("steroid-month12-failure")} at 12`,
    `In remission, TNF-α inhibitors  ${share("tnf-inhibitor-month3-remission")} at 3 months, ${share("tnf-inhibitor-month12-remission")} at 12`,
    `  bisphosphonates               ${share("bisphosphonate-month6-remission")} at 6 months, ${share("bisphosphonate-month24-remission")} at 24`,
  ];
}
