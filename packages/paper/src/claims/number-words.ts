const ENGLISH_ONES =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const GERMAN_ONES =
  "null|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|dreizehn|vierzehn|fünfzehn|sechzehn|siebzehn|achtzehn|neunzehn".split(
    "|",
  );
const GERMAN_TENS = "zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig".split("|");
const GERMAN_UNITS = "ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun".split("|");

function table(): ReadonlyMap<string, number> {
  const words = new Map<string, number>();
  for (const [value, word] of ENGLISH_ONES.entries()) words.set(word, value);
  for (const [value, word] of GERMAN_ONES.entries()) words.set(word, value);
  for (const [place, tens] of ENGLISH_TENS.entries()) {
    words.set(tens, (place + 2) * 10);
    for (let one = 1; one < 10; one += 1) words.set(`${tens}-${ENGLISH_ONES[one]}`, (place + 2) * 10 + one);
  }
  for (const [place, tens] of GERMAN_TENS.entries()) {
    words.set(tens, (place + 2) * 10);
    for (const [one, unit] of GERMAN_UNITS.entries()) words.set(`${unit}und${tens}`, (place + 2) * 10 + one + 1);
  }
  for (const word of ["zero", "null"]) words.delete(word);
  return words;
}

const WORDS = table();

/** Alternatives of a pattern that finds numbers in words, the longer first; `ein` and `one` alone are too often no numbers. */
export const WORD_NUMBERS: string = [...WORDS.keys()].sort((a, b) => b.length - a.length).join("|");

/** 21 of `twenty-one` and of `einundzwanzig`. */
export const numberOfWord = (word: string): number | undefined => WORDS.get(word.toLowerCase().replaceAll(/\s+/g, "-"));
