/** Controls that a value is typed into or chosen with; why there is none is reached by Tab. */
const VALUES =
  "input:not([type=search], [type=radio], [type=checkbox], [readonly]), [role=radiogroup] input:checked, [role=radiogroup]:not(:has(input:checked)) input, select, textarea, [data-step]";

const isBeside = (control: Element): boolean => control.matches("[tabindex='-1']");

const isSeen = (control: HTMLElement): boolean => control.getClientRects().length > 0 && !control.matches(":disabled");

/** The controls in the order of the page; of a group of choices the first or the chosen one. */
function steps(within: Element): readonly HTMLElement[] {
  const groups = new Set<Element>();
  return [...within.querySelectorAll<HTMLElement>(VALUES)].filter((control) => {
    if (isBeside(control) || !isSeen(control)) return false;
    const group = control.closest("[role=radiogroup]");
    if (group === null) return true;
    if (groups.has(group)) return false;
    groups.add(group);
    return true;
  });
}

/** Puts the focus into the control after the given one; false where there is none. */
export function goOn(form: Element, from: Element, back = false): boolean {
  const group = from.closest("[role=radiogroup]");
  const all = steps(form);
  const here = all.findIndex((one) => one === from || group?.contains(one));
  const place = here >= 0 ? here : all.findIndex((one) => (from.compareDocumentPosition(one) & 4) !== 0) - 1;
  return focusOn(all[place + (back ? -1 : 1)]);
}

/** Puts the focus into the first control of the next part of the page, or the one before. */
export function goToSection(form: Element, from: Element | null, back = false): boolean {
  const sections = [...form.querySelectorAll<HTMLElement>("[data-section]")];
  const here = sections.findIndex((one) => from !== null && one.contains(from));
  const next = sections[here < 0 ? 0 : here + (back ? -1 : 1)];
  if (next === undefined) return false;
  const first = steps(next)[0] ?? next.querySelector<HTMLElement>("button");
  next.scrollIntoView({ block: "nearest" });
  return focusOn(first ?? undefined);
}

function focusOn(control: HTMLElement | undefined): boolean {
  if (control === undefined) return false;
  control.focus();
  if (control instanceof HTMLInputElement && !["radio", "checkbox"].includes(control.type)) control.select();
  return true;
}

/** Brings a field of the page into view, unfolds what hides it, and puts the focus in it. */
export function goToPlace(place: string, column: string | undefined): boolean {
  const own = [...document.querySelectorAll<HTMLElement>("[data-place-of]")].filter(
    ({ dataset }) => dataset.placeOf === place,
  );
  const field = own
    .flatMap((one) => [
      ...one.querySelectorAll<HTMLElement>("[data-field]"),
      ...(one.dataset.field === undefined ? [] : [one]),
    ])
    .find(({ dataset }) => column !== undefined && dataset.field?.split(" ").includes(column) === true);
  const found = field ?? own[0];
  if (found === undefined) return false;
  const section = found.closest("[data-section]");
  section?.querySelector<HTMLElement>(".fold[aria-expanded=false]")?.click();
  for (let fold = found.closest("details"); fold !== null; fold = fold.parentElement?.closest("details") ?? null)
    fold.open = true;
  const control = found.querySelector<HTMLElement>("input:not([type=search]), select, textarea, button");
  // What unfolds is drawn before it can have the focus.
  requestAnimationFrame(() => {
    control?.focus({ preventScroll: true });
    found.scrollIntoView({ block: "center" });
  });
  return true;
}
