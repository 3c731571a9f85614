import type { Hand } from "./counted-hand.ts";

/** The visit card, typed on the page of a visit by keys, with two clicks where a hand would take the mouse. Begins on the page of the child. */
export async function cardOnOnePage(hand: Hand): Promise<void> {
  const { page } = hand;
  const result = (analyte: string) => page.locator(`[data-analyte=${analyte}] .result-value input`);
  await hand.click(page.getByRole("link", { name: "Enter a visit" }));
  await page.locator("[data-field=visited_on] input:focus").waitFor();
  await hand.value("25.10.2013");
  await hand.press("Enter");
  await hand.value("60.4");
  // The temperature is not on the card.
  await hand.press("Enter", 2);
  for (const value of ["3", "2", "1"]) {
    await hand.value(value);
    await hand.press("Enter");
  }
  await hand.value("0.375");
  // How it feels is not on the card; then none of the signs.
  await hand.press("Enter", 2);
  await hand.press("Enter");
  await page.locator("[data-field=painful_sites] input:focus").waitFor();
  await hand.value("1");
  await hand.press("Alt+PageDown");
  for (const value of ["<0.5", "12", "7.4", "352"]) {
    await hand.value(value);
    await hand.press("Enter");
  }
  await hand.value("24");
  await hand.click(page.locator("[data-section=laboratory] summary"));
  await hand.press("Tab");
  await result("ast").and(page.locator(":focus")).waitFor();
  await hand.value("28");
  await hand.click(result("haemoglobin"));
  await hand.value("12.6");
  await hand.click(result("ferritin"));
  await hand.value("46");
  await hand.press("Alt+PageDown");
  await hand.press("ArrowRight");
  await hand.press("Enter");
  await hand.value("12.5");
  await hand.press("Alt+PageDown", 2);
  await hand.press("Enter");
  await hand.click(page.locator("[data-place-of='mri/seen/F00326']").getByRole("radio", { name: /no longer visible/ }));
  await hand.press("Control+Enter");
  await page.locator("[data-save-state=saved]").waitFor();
}
