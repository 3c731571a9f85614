import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { circles, wrongDirections } from "./directions.ts";
import { atTerminal, machinePaths, recordedDownloads, silenced, undeclared, unused } from "./hygiene.ts";
import { importsOf } from "./imports.ts";
import { type RepositoryFile, repositoryFiles } from "./repository-files.ts";
import { badFolders, badNames, grainless, medianLines, tooLong } from "./shape.ts";
import { sqlElsewhere } from "./sql-rooms.ts";
import { studyShares, studyWords } from "./study-words.ts";

const all = repositoryFiles();

/** A rule, and files that offend against it: it must hold here and bite there. */
interface Rule {
  readonly says: string;
  readonly find: (files: readonly RepositoryFile[]) => readonly string[];
  readonly offences: readonly RepositoryFile[];
  /** Which of the offences are at fault; all that declare nothing, where it is not said. */
  readonly guilty?: readonly string[];
}

const file = (path: string, text: string): RepositoryFile => ({ path, text });
const word = (...pieces: readonly string[]): string => pieces.join("");

/** What a template of an offence puts in. */
const PUT = word("$", "{put}");

const RULES: readonly Rule[] = [
  {
    says: "imports follow the table of directions",
    find: wrongDirections,
    offences: [
      file("packages/publish/src/a.ts", 'import { kaplanMeier } from "@osteon/stats";'),
      file("packages/stats/src/a.ts", 'import type { Protocol } from "@osteon/protocol";'),
      file("packages/derive/src/a.ts", 'export { freeze } from "@osteon/freeze";'),
      file("packages/derive/src/b.ts", 'import { x } from "../../freeze/src/x.ts";'),
      file("apps/cli/src/a.ts", 'import { x } from "@osteon/stats/src/x.ts";'),
      file("packages/protocol/src/a.ts", 'const a = await import("@osteon/stats");'),
      file("packages/words/src/a.ts", 'import type { Protocol } from "@osteon/protocol";'),
      file("packages/words/src/b.ts", 'import { readFileSync } from "node:fs";'),
      file("packages/run/src/a.ts", 'import study from "@osteon/study-some-2020";'),
      file("packages/run/src/b.ts", 'import study from "../../../studies/some-2020/protocol.ts";'),
      file("packages/run/src/c.ts", 'import { openRegistry } from "@osteon/registry";'),
      file("apps/server/src/a.ts", 'import study from "@osteon/study-some-2020";'),
      file("apps/server/src/b.ts", 'import study from "../../../studies/some-2020/protocol.ts";'),
      file("apps/server/src/c.ts", 'import { say } from "@osteon/cli";'),
      file("apps/cli/src/b.ts", 'import { welch } from "@osteon/stats";'),
      file("apps/cli/src/c.ts", 'import type { Results } from "@osteon/estimate";'),
      file("apps/cli/src/d.ts", 'const { openDuckDb } = await import("@osteon/engine");'),
      file("packages/questions/src/a.ts", 'import { Stop } from "@osteon/run";'),
    ],
  },
  {
    says: "no file imports itself in a circle",
    find: (files) => circles(files),
    offences: [
      file("packages/x/src/a.ts", 'import { b } from "./b.ts";'),
      file("packages/x/src/b.ts", 'import { a } from "./a.ts";'),
    ],
  },
  {
    says: "no file is longer than 500 lines",
    find: tooLong,
    offences: [file("packages/x/src/a.ts", "\n".repeat(501))],
  },
  {
    says: "names say what is in a file and are written alike",
    find: badNames,
    offences: [
      file("packages/x/src/utils.ts", ""),
      file("packages/x/src/helpers/a.ts", ""),
      file("packages/x/src/MyFile.ts", ""),
      file("packages/x/models/staging/my-model.sql", ""),
    ],
  },
  {
    says: "packages are flat, and only an index re-exports",
    find: badFolders,
    offences: [file("packages/x/src/a/b/c/d.ts", ""), file("packages/x/src/a.ts", 'export * from "./b.ts";')],
  },
  {
    says: "every model begins with its grain",
    find: grainless,
    offences: [file("packages/cno/models/staging/a.sql", "SELECT 1\n")],
  },
  {
    says: "nothing is unfinished, skipped or silenced",
    find: silenced,
    offences: [
      file("a.ts", `// ${word("TO", "DO")} later`),
      file("b.ts", `test.${word("sk", "ip")}("x", () => {});`),
      file("c.ts", `const x: ${word("an", "y")} = 1;`),
      file("d.ts", `// ${word("@ts-", "ignore")}`),
      file("e.ts", `// ${word("biome-", "ignore")} lint: no`),
      file("f.ts", `return x as ${word("an", "y")};`),
    ],
  },
  {
    says: "no study, analysis or group of a study is named outside of it",
    find: studyWords,
    offences: [
      file("packages/publish/src/a.ts", 'const id = "relapse-free-by-sex";'),
      file("apps/cli/src/a.ts", 'readStudy("some-2020")'),
      file("apps/web/src/a.tsx", 'const one = <A of="plan-drug" />;'),
    ],
  },
  {
    says: "no share that a study found stands outside of it",
    find: studyShares,
    offences: [
      file("packages/publish/src/a.ts", 'const label = "70 %";'),
      file("apps/web/src/b.tsx", "<p>18% of all</p>"),
    ],
  },
  {
    says: "what computes answers with data, and knows no terminal",
    find: atTerminal,
    offences: [
      file("packages/questions/src/a.ts", "process.stdout.write(answer.r);"),
      file("packages/questions/src/b.ts", 'import { Option } from "commander";'),
      file("packages/stats/src/a.ts", 'console.log("p");'),
    ],
  },
  {
    says: "SQL stands in the registry, the models, and what runs, counts and freezes",
    find: sqlElsewhere,
    offences: [
      file("apps/server/src/a.ts", 'import { sql } from "kysely";'),
      file("apps/server/src/routes/b.ts", `await sql\`${PUT} union ${PUT}\`.execute(session);`),
      file("apps/server/src/routes/c.ts", 'const all = "select visit, centre from chart.visit";'),
      file("apps/cli/src/d.ts", `await client.query(\`\n  INSERT INTO work.run (run) VALUES (${PUT})\`);`),
      file("apps/web/src/e.tsx", "const Page = () => <p>don't {ask(`with a as (select 1) select * from a`)}</p>;"),
      file("packages/api/src/f.ts", `run(\`UPDATE ${PUT} SET visit = ${PUT}\`);`),
      file("packages/run/src/g.ts", 'await engine.run("begin");'),
      file("packages/run/src/h.ts", 'const condition = "exists (select 1 from response)";'),
      file("packages/estimate/src/i.ts", "const says = `-- all\ndelete from line;`;"),
      file("packages/derive/src/j.ts", 'await engine.run("CREATE TABLE x AS SELECT 1");'),
      file("packages/publish/models/k.sql", "SELECT 1\n"),
    ],
  },
  {
    says: "no path of a machine stands in the repository",
    find: machinePaths,
    offences: [file("a.md", `see /${word("wo", "rk")}/main`), file("b.ts", `const at = "/${word("ho", "me")}/me/x";`)],
  },
  {
    says: "the lock file names no place of download",
    find: recordedDownloads,
    offences: [file("package-lock.json", '{ "resolved": "https://registry.example/x.tgz" }')],
  },
  {
    says: "what is imported is declared where it is imported",
    find: (files) => undeclared(files),
    offences: [
      file("packages/x/package.json", '{ "dependencies": { "d3-scale": "1" } }'),
      file("packages/x/src/a.ts", 'import { min } from "d3-array";'),
    ],
  },
  {
    says: "what is declared is named by a file there",
    find: (files) => unused(files),
    offences: [
      file("packages/x/package.json", '{ "dependencies": { "d3-scale": "1", "d3-array": "1" } }'),
      file("packages/x/src/a.ts", 'import { min } from "d3-array";'),
      file("packages/y/src/a.ts", 'import { scaleLinear } from "d3-scale";'),
    ],
    guilty: ["packages/x/package.json declares d3-scale"],
  },
];

describe("the repository", () => {
  for (const { says, find } of RULES) {
    test(says, () => assert.deepEqual(find(all), []));
  }

  test("has files of about a hundred lines", () => {
    const median = medianLines(all.filter(({ path }) => /^(packages|apps)\/[^/]+\/src\//.test(path)));
    assert.ok(median <= 100, `the median is ${median}`);
  });
});

/** A study, for the rules that look at studies. */
const LOCK = file(
  "studies/some-2020/study.lock.json",
  JSON.stringify({
    protocol: { id: "some-2020", analyses: { "relapse-free-by-sex": {} }, groups: { "plan-drug": {} } },
  }),
);

describe("each rule bites", () => {
  for (const { says, find, offences, guilty: named } of RULES) {
    test(says, () => {
      const found = find([...offences, LOCK]).join("\n");
      const declared = offences.filter(({ path }) => !path.endsWith("package.json") || path.includes("lock"));
      for (const path of named ?? declared.map((one) => one.path))
        assert.ok(found.includes(path), `${path} was not found:\n${found}`);
    });
  }
});

test("sentences and words of an interface are not taken for SQL", () => {
  const says = [
    "Select a file from your computer",
    "select one of these",
    "with a centre before each number",
    "Update the plan and set a day",
    "update of the row that you set out to mend",
    "delete from here on",
    "commit",
    "set",
    "values that differ",
    "Load more",
    "grant this person the role of an investigator",
    "copy to the clipboard",
    "create a table of contents",
  ];
  const text = says.map((one) => `say(${JSON.stringify(one)});`).join("\n");
  assert.deepEqual(sqlElsewhere([file("apps/web/src/a.ts", text)]), []);
});

test("what says SQL elsewhere is told where it belongs", () => {
  const [told] = sqlElsewhere([file("apps/server/src/routes/a.ts", '\n"select 1"')]);
  assert.match(told ?? "", /^apps\/server\/src\/routes\/a\.ts:2 says SQL: .* function of packages\/registry/);
});

describe("the reader of imports", () => {
  const read = (text: string) => importsOf({ text }).map(({ specifier, typeOnly }) => [specifier, typeOnly]);

  test("tells types from values", () => {
    assert.deepEqual(
      read('import type { A } from "a";\nimport { type B, type C } from "b";\nimport { type D, e } from "c";'),
      [
        ["a", true],
        ["b", true],
        ["c", false],
      ],
    );
    assert.deepEqual(read('export type * from "a";\nexport * from "b";\nimport x, { type Y } from "c";'), [
      ["a", true],
      ["b", false],
      ["c", false],
    ]);
  });

  test("reads imports over several lines, bare ones and those at run time, and no comments", () => {
    assert.deepEqual(
      read(
        'import {\n  a,\n  b,\n} from "a";\nimport "b";\nconst c = await import("c");\n// import "d";\n/* import "e"; */',
      ),
      [
        ["a", false],
        ["b", false],
        ["c", false],
      ],
    );
  });
});
