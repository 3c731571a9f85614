const ENTERED = ".dialog-body :is(input, select, textarea, button):not(:disabled)";

/**
 * Gives the focus a place where what had it is gone or can no longer be pressed, so that whoever goes by keys does not begin again
 * at the top of the page: the place that is named, else the dialog that is open, else the page. A focus that stands is left alone.
 */
export function catchFocus(place?: Element | null): void {
  const now = document.activeElement;
  if (now !== null && now !== document.body && !now.matches(":disabled")) return;
  const open = [...document.querySelectorAll("dialog[open]")].at(-1);
  const fits =
    place?.isConnected === true && !place.matches(":disabled, body") && (open === undefined || open.contains(place));
  const found = fits ? place : (open?.querySelector(ENTERED) ?? document.getElementById("content"));
  if (found instanceof HTMLElement || found instanceof SVGElement)
    found.focus({ preventScroll: found.id === "content" });
}
