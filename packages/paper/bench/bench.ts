import { checkPaper } from "../src/index.ts";
import { longPaper } from "./long-paper.ts";
import { BENCH_TEXTS, judged } from "./measure-texts.ts";

const all = BENCH_TEXTS.map(judged);
const planted = all.flatMap(({ text }) => text.planted);
const missed = all.flatMap((one) => one.missed.map((error) => `${one.text.name}: ${error.quotes}`));
const milder = all.flatMap((one) => one.milder.map((error) => `${one.text.name}: ${error.quotes}`));
const falses = all.flatMap((one) => one.falseFindings.map((finding) => ({ name: one.text.name, finding })));
const words = all.reduce((sum, one) => sum + one.words, 0);
const count = (kind: string) => falses.filter(({ finding }) => finding.class === kind).length;
const ofClass = (kind: string) => {
  const wanted = planted.filter((error) => error.class === kind).length;
  const lost = all.flatMap((one) => one.missed).filter((error) => error.class === kind).length;
  return `${wanted - lost} of ${wanted}`;
};

const print = (line: string) => process.stdout.write(`${line}\n`);
print(
  `${all.length} texts, ${words} words, ${planted.length} planted errors, ${all.filter(({ text }) => text.planted.length === 0).length} texts without any`,
);
print(`found: impossible ${ofClass("impossible")}, inconsistent ${ofClass("inconsistent")}`);
print(
  `false alarms: impossible ${count("impossible")}, inconsistent ${count("inconsistent")}, query ${count("query")} (${((1000 * count("query")) / words).toFixed(2)} per thousand words)`,
);
for (const name of missed) print(`  missed: ${name}`);
for (const name of milder) print(`  found as milder: ${name}`);
for (const { name, finding } of falses) print(`  false ${finding.class}: ${name}: ${finding.says}`);

const paper = longPaper(10_000);
const begin = performance.now();
const { claims } = checkPaper({ lines: paper.split("\n") });
print(
  `a paper of ${paper.split(/\s+/).length} words with ${claims.length} claims: ${((performance.now() - begin) / 1000).toFixed(2)} s`,
);
