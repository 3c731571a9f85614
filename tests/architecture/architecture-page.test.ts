import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { DIRECTIONS } from "./directions.ts";
import { directionsTable, withDirections } from "./directions-page.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const PAGE = "docs/explanation/architecture.md";
const page = readFileSync(join(ROOT, PAGE), "utf8");

/** Links of a page, those to elsewhere left out; without the place within their page. */
const linksOf = (text: string): readonly string[] =>
  [...text.matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g)].map(([, link = ""]) => link);

const dead = (path: string, text: string): readonly string[] =>
  linksOf(text).filter((link) => !existsSync(join(ROOT, dirname(path), link)));

const foldersOf = (parent: string): readonly string[] =>
  readdirSync(join(ROOT, parent), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${parent}/${name}`);

describe("the page on architecture", () => {
  test("shows the directions that the tests keep; mend with `node tests/architecture/write-directions.ts`", () => {
    assert.equal(page, withDirections(page));
    const stale = page.replace(directionsTable().split("\n").at(-1) ?? "", "");
    assert.notEqual(stale, withDirections(stale), "an older table would be found");
  });

  test("has a row for every room, and none that is not there", () => {
    const rooms = [...page.matchAll(/^\| `((?:packages|apps)\/\w+|studies)` \|/gm)].map(([, room]) => room);
    assert.deepEqual(rooms.toSorted(), [...foldersOf("packages"), ...foldersOf("apps"), "studies"].toSorted());
    const ruled = Object.keys(DIRECTIONS).map((name) => `packages/${name}`);
    assert.deepEqual(ruled.toSorted(), foldersOf("packages").toSorted());
  });

  test("leads to files that are there, and README and map lead to it", () => {
    assert.ok(linksOf(page).length > 40);
    assert.deepEqual(dead(PAGE, page), []);
    assert.deepEqual(dead(PAGE, "[gone](../../packages/gone.ts)"), ["../../packages/gone.ts"]);
    for (const path of ["README.md", "docs/README.md", "CONTRIBUTING.md"])
      assert.ok(
        linksOf(readFileSync(join(ROOT, path), "utf8")).some((link) => join(dirname(path), link) === PAGE),
        path,
      );
  });

  test("follows the number through rooms in the order in which it goes", () => {
    const way = page.slice(page.indexOf("## The way of one number"), page.indexOf("## Where to go on"));
    const rooms = [...new Set(linksOf(way).map((link) => link.split("/").slice(2, 4).join("/")))];
    const wanted = [
      "apps/web",
      "apps/server",
      "packages/registry",
      "packages/interop",
      "packages/freeze",
      "packages/derive",
    ];
    const stages = [...wanted, "packages/engine", "packages/stats", "packages/publish"];
    assert.deepEqual(
      rooms.filter((room) => stages.includes(room)),
      stages,
    );
  });
});
