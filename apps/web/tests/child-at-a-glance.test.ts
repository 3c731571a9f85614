import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { appoint } from "@osteon/registry";
import type { Browser, Page } from "playwright-core";
import { pdfText } from "../../../packages/paper/src/reading/pdf-text.ts";
import { openChromium } from "../../../tests/acceptance/chromium.ts";
import type { Client } from "../../server/tests/running-server.ts";
import { violations } from "./app-in-browser.ts";
import { daysAgo, enterLongCourse, enterOddChildren } from "./odd-children.ts";
import { inTheme, signedInPage } from "./signed-in-page.ts";
import { studyServer } from "./study-server.ts";

/** The children of the cohort are Dresden's. */
const centreOf = (patient: string): string => (patient.startsWith("DD-") ? "Dresden" : "Aachen");
const SOAK = process.env.OSTEON_SOAK !== undefined;
const ODD = ["O-NEW", "O-LAB", "O-DEAD", "O-OUT", "O-OPTED", "O-DRAFTS", "O-COURSE", "DD-008"];

describe("a child at a glance", () => {
  let server: Awaited<ReturnType<typeof studyServer>>;
  let browser: Browser;
  let nurse: Client;
  const complaints: string[] = [];
  before(async () => {
    [server, browser] = await Promise.all([studyServer(), openChromium()]);
    nurse = await server.person("nora", "study_nurse", "Aachen");
    await appoint(server.database, nurse.account, "study_nurse", "Dresden");
    await enterOddChildren(nurse, "Aachen");
    await enterLongCourse(nurse, "Aachen");
  });
  after(async () => {
    await browser?.close();
    await server?.end();
  });

  const open = async (path: string, width = 1440, language: "en" | "de" = "en"): Promise<Page> => {
    const page = await signedInPage(browser, server, nurse, language);
    await page.setViewportSize({ width, height: 900 });
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.goto(`${server.address}${path}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    return page;
  };
  const ready = async (page: Page) => {
    await page
      .getByRole("status")
      .filter({ hasText: /Reading|gelesen/ })
      .first()
      .waitFor({ state: "detached" });
    await page.waitForLoadState("networkidle");
  };
  const strip = (page: Page) => page.getByRole("region", { name: /^(At a glance|Auf einen Blick)$/ });
  const told = async (page: Page) => (await strip(page).innerText()).replaceAll(/\s+/g, " ");

  test("the course is told one click from the list and without scrolling, all of it in one line", async () => {
    const page = await open("/patients?contains=O-COURSE");
    await page.getByRole("link", { name: "O-COURSE" }).click();
    await strip(page)
      .getByText("14 y")
      .or(strip(page).getByText(/^\d+ y/))
      .first()
      .waitFor();
    await ready(page);
    const words = await told(page);
    for (const wanted of [
      /Age \d+ y \d+ mo \d+ y \d+ mo at diagnosis/,
      /Drugs now Etanercept 0\.8 mg\/kg since \d/,
      /State undetermined last visit, TNF-α inhibitor/,
      /Last pain 0\/10 \d/,
      /CRP 13 mg\/L above the limit, limit 5; \d/,
      /Last MRI 1 new, 0 active, 1 gone, 1 not looked at .+, against /,
      /Next visit Month 24 from /,
      /Open queries none no drafts/,
    ])
      assert.match(words, wanted);
    assert.equal(await page.evaluate("scrollY"), 0);
    const boxes = await Promise.all((await strip(page).locator("dl > div").all()).map((item) => item.boundingBox()));
    assert.equal(boxes.length, 8);
    assert.equal(new Set(boxes.map((box) => box?.y)).size, 1, "one line");
    for (const box of boxes) assert.ok((box?.y ?? 901) + (box?.height ?? 0) < 900, "in the window");
    await page.close();
  });

  test("every item leads to where it comes from", async () => {
    const page = await open("/centres/Aachen/patients/O-COURSE");
    await ready(page);
    for (const [item, address] of [
      ["age", /\/O-COURSE\/patient\/O-COURSE$/],
      ["drugs", /\/treatment\/C-T7$/],
      ["pain", /\/visit\/C-V9$/],
      ["crp", /\/laboratory\/C-Lcrp9$/],
      ["mri", /\/imaging\/C-I3$/],
      ["state", /#state$/],
      ["next", /#schedule$/],
    ] as const) {
      await strip(page).locator(`.glance-${item} a`).first().click();
      await page.waitForURL(address);
      if (item === "state" || item === "next")
        await page.waitForFunction((id) => {
          const box = document.getElementById(id)?.getBoundingClientRect();
          return box !== undefined && box.top >= 0 && box.top < innerHeight;
        }, { state: "state", next: "schedule" }[item]);
      await page.goBack();
      await strip(page).waitFor();
    }
    await page.close();
  });

  test("a child without a visit: first what is overdue and the next steps, no states and no score of nothing", async () => {
    const page = await open("/centres/Aachen/patients/O-NEW");
    await ready(page);
    assert.match(await told(page), /Next visit Overdue Week 2, since /);
    assert.match(
      await told(page),
      /Drugs now none entered .*Last pain no visit yet CRP not measured Last MRI no MRI yet/,
    );
    const overdue = await page
      .getByRole("region", { name: "Expected visits" })
      .getByText("Overdue")
      .first()
      .boundingBox();
    assert.ok((overdue?.y ?? 900) < 900, "seen without scrolling");
    await page.getByRole("region", { name: "First steps" }).getByRole("link", { name: "Visit", exact: true }).waitFor();
    const all = await page.getByRole("main").innerText();
    for (const empty of [/follow-up ended/, /CNO unlikely/, /0 to 63/]) assert.doesNotMatch(all, empty);
    await page.getByRole("link", { name: "Edit patient data" }).click();
    await page.waitForURL(/\/patients\/O-NEW\/patient\/O-NEW$/);
    await page.close();
  });

  test("what is not known of odd children is said as such, and drafts are no answers", async () => {
    const page = await open("/centres/Aachen/patients/O-LAB");
    await ready(page);
    assert.match(await told(page), /CRP 12\.4 mg\/L limit not entered; /);
    const look = async (patient: string, ...wanted: readonly RegExp[]) => {
      await page.goto(`${server.address}/centres/${centreOf(patient)}/patients/${patient}`);
      await strip(page).waitFor();
      await ready(page);
      for (const one of wanted) assert.match(await told(page), one, patient);
    };
    await look(
      "O-DEAD",
      /Age at death 5 y 0 mo/,
      /Drugs at last contact Naproxen 15 mg\/kg\/d since 3 Feb 2018/,
      /Last pain 4\/10 3 Feb 2018; not recorded at the visit since/,
      /Next visit none expected/,
    );
    await page.getByText("Dead", { exact: true }).waitFor();
    await look(
      "O-DRAFTS",
      /Drugs now none entered 1 draft not counted/,
      /Last pain no visit yet/,
      /CRP not measured/,
      /5 drafts/,
    );
    await look("O-OUT");
    await page.getByText("Left out of studies (Consent: withdrawn)").waitFor();
    await look("O-OPTED", /Next visit none expected|Next visit/);
    await page.getByText("Left out of studies (Status: opted out)").waitFor();
    await page.goto(`${server.address}/centres/Aachen/patients/O-NOBODY`);
    await page.getByText("There is no such child that you may see.").waitFor();
    assert.equal(await strip(page).count(), 0);
    await page.close();
  });

  test("curves have a scale, a last value and a limit; the axis has dates; no word is cut on a phone or in German", async () => {
    const page = await open("/centres/Aachen/patients/O-COURSE");
    const drawing = page.getByRole("figure", { name: "Course: O-COURSE" });
    await drawing.getByText("13 mg/L", { exact: true }).waitFor();
    for (const says of ["limit 5", "14 mm/h", "39 kg", "0/10"])
      await drawing.getByText(says, { exact: true }).waitFor();
    assert.ok((await drawing.getByText(/^[A-Z][a-z]+ 20\d\d$/).count()) > 3, "dates on the axis");
    await page.close();
    for (const width of [390, 720, 1440]) {
      const german = await open("/centres/Aachen/patients/O-COURSE", width, "de");
      const figure = german.getByRole("figure", { name: "Verlauf: O-COURSE" });
      await figure.waitFor();
      const text = (await figure.locator(".track-label").allTextContents()).join(" ");
      assert.match(text.replaceAll(" ", ""), /UnerwünschteWirkungen/);
      assert.doesNotMatch(text, /…/);
      const cut = await figure.locator(".track-label, .scale text").evaluateAll(
        (labels) =>
          labels.filter((label) => {
            const own = label.getBoundingClientRect();
            const whole = label.closest("figure")?.getBoundingClientRect() ?? own;
            return own.left < whole.left - 1 || own.right > whole.right + 1;
          }).length,
      );
      assert.equal(cut, 0, `${width}: labels cut`);
      assert.equal(await german.evaluate("document.documentElement.scrollWidth <= innerWidth"), true, `${width} wide`);
      await german.close();
    }
  });

  test("on paper the whole course stands on one page, in either language, theme and wherever one was", async () => {
    const printed = [
      ["O-COURSE", "Letter", "de", "dark", 390],
      ["O-NEW", "A4", "en", "light", 1440],
      ["O-COURSE", "A4", "en", "light", 1440],
      ["DD-008", "A4", "de", "light", 1440],
    ] as const;
    for (const [patient, format, language, theme, width] of SOAK ? printed : printed.slice(0, 1)) {
      const page = await open(`/centres/${centreOf(patient)}/patients/${patient}`, width, language);
      await ready(page);
      await inTheme(page, theme);
      const pdf = await page.pdf({ format });
      const { lines, pages } = await pdfText(pdf);
      const text = lines.join(" ");
      assert.match(pdf.toString("latin1"), /\/Type \/Pages\s*\/Count 1\b/, `${patient} ${format}: one page`);
      assert.deepEqual([...new Set(pages)], [1]);
      assert.match(text, new RegExp(patient));
      await page.close();
      if (patient !== "O-COURSE") continue;
      // Begun in month 38 of 54, with its dose.
      assert.equal(text.match(/Etanercept 0[.,]8 mg\/kg/g)?.length, 3, "in the strip, the drawing and the table");
      for (const drug of [
        /Ibuprofen 30 mg/,
        /Naproxen 15 mg/,
        /Predniso\w+ 2 mg/,
        /Methotrexate? 15 mg/,
        /Sulfasalazine? 30 mg/,
        /Pamidron\w+ 1 mg/,
      ])
        assert.match(text, drug);
      assert.match(text, language === "de" ? /Unerwünschte Wirkungen/ : /Adverse effects/);
      assert.match(text, language === "de" ? /Läsionen jetzt/ : /Lesions now/);
      assert.match(text, language === "de" ? /unwirksam/ : /inefficacy/);
      assert.match(text, new RegExp(daysAgo(0).slice(0, 4)));
    }
  });

  test("in the chart no two columns share a name, lesions are named, numbers do not break, and more to the right is seen", async () => {
    const page = await open("/centres/Aachen/patients/O-COURSE?tab=chart", 1000);
    await page
      .getByRole("region", { name: /^Lesion observations/ })
      .getByText("Tibia, left (C-F1)")
      .first()
      .waitFor();
    for (const table of await page.locator(".chart-rows table").all()) {
      const heads = await table.locator("thead th").allInnerTexts();
      assert.equal(new Set(heads).size, heads.length, heads.join(", "));
    }
    const broken = await page
      .locator(".chart-rows th[scope=row] a")
      .evaluateAll((links) => links.filter((link) => link.getClientRects().length > 1).length);
    assert.equal(broken, 0);
    const visits = page.getByRole("region", { name: /^Visits/ }).locator(".chart-rows");
    const [wider, shadow] = await visits.evaluate((box) => [
      box.scrollWidth > box.clientWidth,
      getComputedStyle(box).backgroundImage.includes("gradient"),
    ]);
    assert.deepEqual([wider, shadow], [true, true]);
    await page.close();
  });

  test("axe finds nothing on any of them, light and dark, wide and narrow", async () => {
    for (const [width, language] of [
      [1440, "en"],
      [390, "de"],
    ] as const) {
      const page = await open("/centres/Aachen/patients/O-NEW", width, language);
      // Every third child on one of the screens, in one of the themes; in the soak all on both.
      for (const [place, patient] of ODD.entries()) {
        const isWide = width === 1440;
        if (!SOAK && place % 6 !== (isWide ? 0 : 3)) continue;
        await page.goto(`${server.address}/centres/${centreOf(patient)}/patients/${patient}`);
        await strip(page).waitFor();
        await ready(page);
        const theme = (place % 2 === 0) === isWide ? "light" : "dark";
        await inTheme(page, theme);
        assert.deepEqual(await violations(page), [], `${patient} ${width} ${theme}`);
        assert.equal(
          await page.evaluate("document.documentElement.scrollWidth <= innerWidth"),
          true,
          `${patient} ${width}`,
        );
      }
      await page.close();
    }
    assert.deepEqual(complaints, []);
  });
});
