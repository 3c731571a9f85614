// Runs in the browser: each function is handed there by its own source, so it names nothing but the functions beside it.

/** A box on the screen in pixels: what of it is seen, and what it is called when it is told. */
interface Drawn {
  readonly element: Element;
  readonly layer: Element;
  readonly kind: "text" | "control";
  readonly says: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Sides {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export function nameOf(element: Element): string {
  const words = (element.getAttribute("aria-label") ?? element.textContent ?? "").replace(/\s+/g, " ").trim();
  const kind = element.getAttribute("class")?.split(" ")[0] ?? "";
  return `${element.tagName.toLowerCase()}${kind === "" ? "" : `.${kind}`} "${words.slice(0, 50)}"`;
}

/** Nothing of it is drawn: hidden, clipped to nothing for screen readers, or moved away until it has the focus. */
export function unseen(element: Element): boolean {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return true;
  if (element.closest(".skip, datalist") !== null) return true;
  for (let one: Element | null = element; one !== null; one = one.parentElement)
    if (getComputedStyle(one).clipPath.startsWith("inset(50%")) return true;
  return false;
}

/** What scrolls or stacks by itself is compared with its own kind only. */
export function layerOf(element: Element): Element {
  for (let one: Element | null = element; one !== null; one = one.parentElement) {
    const { position, zIndex, backgroundColor } = getComputedStyle(one);
    if (one.tagName === "DIALOG" || position === "fixed" || position === "sticky") return one;
    const opaque = !/^rgba\(.+, 0\)$|^transparent$/.test(backgroundColor);
    if (position === "absolute" && (zIndex !== "auto" || opaque)) return one;
  }
  return document.documentElement;
}

/** What of a box is left by everything from `around` outwards that clips or scrolls; `undefined` where nothing is. */
export function seenPart(around: Element | null, box: DOMRect): Sides | undefined {
  const seen: Sides = { left: box.left, right: box.right, top: box.top, bottom: box.bottom };
  for (let one = around; one !== null && one !== document.body; one = one.parentElement) {
    const { overflowX, overflowY, position } = getComputedStyle(one);
    const edge = one.getBoundingClientRect();
    if (overflowX !== "visible") {
      seen.left = Math.max(seen.left, edge.left);
      seen.right = Math.min(seen.right, edge.right);
    }
    if (overflowY !== "visible") {
      seen.top = Math.max(seen.top, edge.top);
      seen.bottom = Math.min(seen.bottom, edge.bottom);
    }
    if (position === "fixed" || one.tagName === "DIALOG") break;
  }
  return seen.right - seen.left < 1 || seen.bottom - seen.top < 1 ? undefined : seen;
}

/** Lines of text by their letters: a line box is higher than what is drawn in it. */
export function textsIn(root: Element): readonly Drawn[] {
  const found: Drawn[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = (node.nodeValue ?? "").trim();
    if (element === null || text === "" || element.closest("option, script, style, noscript") !== null) continue;
    if (unseen(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const layer = layerOf(element);
    for (const line of range.getClientRects()) {
      const seen = line.width < 1 ? undefined : seenPart(element, line);
      const air = line.height * 0.18;
      if (seen !== undefined && seen.bottom - seen.top > 2 * air)
        found.push({
          element,
          layer,
          kind: "text",
          says: `text "${text.replace(/\s+/g, " ").slice(0, 50)}"`,
          ...seen,
          top: seen.top + air,
          bottom: seen.bottom - air,
        });
    }
  }
  return found;
}

/** What a person may use. Bones and marks of a drawing lie over each other by their nature. */
export function controlsIn(root: Element): readonly Drawn[] {
  const found: Drawn[] = [];
  const controls = "a[href], button, input, select, textarea, summary, [role=button], [role=link], [tabindex='0']";
  for (const element of root.querySelectorAll(controls)) {
    if (element.closest("svg") !== null || unseen(element)) continue;
    const layer = layerOf(element);
    // A link that wraps has a box for each of its lines.
    for (const line of getComputedStyle(element).display === "inline"
      ? element.getClientRects()
      : [element.getBoundingClientRect()]) {
      const seen = seenPart(element.parentElement, line);
      if (seen !== undefined) found.push({ element, layer, kind: "control", says: nameOf(element), ...seen });
    }
  }
  return found;
}

/** Two that lie over each other though neither holds the other: by more than `slack` pixels, both ways. */
export function overlaps(drawn: readonly Drawn[], slack: number): readonly string[] {
  const faults: string[] = [];
  const sorted = [...drawn].sort((one, other) => one.top - other.top);
  for (const [place, one] of sorted.entries())
    for (let next = place + 1; next < sorted.length; next++) {
      const other = sorted[next];
      if (other === undefined || other.top > one.bottom - slack) break;
      if (one.layer !== other.layer || one.element.contains(other.element) || other.element.contains(one.element))
        continue;
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - other.top;
      if (across <= slack || down <= slack || belongs(one, other)) continue;
      faults.push(`overlap: ${one.says} and ${other.says} by ${Math.round(across)} x ${Math.round(down)}`);
    }
  return faults;
}

/** A label and the words over its own control are one thing. */
export function belongs(one: Drawn, other: Drawn): boolean {
  const labels = (element: Element): readonly Element[] => [...((element as HTMLInputElement).labels ?? [])];
  return (
    labels(one.element).some((label) => label.contains(other.element)) ||
    labels(other.element).some((label) => label.contains(one.element))
  );
}

/** Words that are cut: by a box that hides what is too wide or too high for it, without saying them in a title. */
export function cutIn(root: Element): readonly string[] {
  const faults: string[] = [];
  for (const element of root.querySelectorAll("*")) {
    if (element.closest("svg") !== null || unseen(element)) continue;
    if (element.matches("input, select")) faults.push(...cutControl(element as HTMLInputElement | HTMLSelectElement));
    const { overflowX, overflowY } = getComputedStyle(element);
    const hides = (overflow: string): boolean => overflow === "hidden" || overflow === "clip";
    const wide = hides(overflowX) ? element.scrollWidth - element.clientWidth : 0;
    const high = hides(overflowY) ? element.scrollHeight - element.clientHeight : 0;
    if ((wide > 1 || high > 3) && element.clientWidth > 1 && (element.textContent ?? "").trim() !== "")
      if (element.closest("[title]") === null && element.querySelector("[title]") === null)
        faults.push(`cut: ${nameOf(element)} by ${wide} x ${high}`);
  }
  return faults;
}

/** The words in a control are wider than the control. What a person types may be; what it offers may not. */
export function cutControl(control: HTMLInputElement | HTMLSelectElement): readonly string[] {
  const style = getComputedStyle(control);
  const words =
    control instanceof HTMLSelectElement
      ? (control.selectedOptions[0]?.textContent ?? "").trim()
      : control.value === ""
        ? control.placeholder
        : /^(text|search|email|number|url|)$/.test(control.type)
          ? control.value
          : "";
  const below = document.getElementById(control.getAttribute("aria-describedby") ?? "")?.textContent ?? "";
  if (words === "" || control.title !== "" || below.includes(words)) return [];
  const pen = document.createElement("canvas").getContext("2d");
  if (pen === null) return [];
  pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const arrow = control instanceof HTMLSelectElement && style.appearance !== "none" ? 17 : 0;
  const room =
    control.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight) - arrow;
  const wide = pen.measureText(words).width - room;
  return wide > 2 ? [`cut: ${control.tagName.toLowerCase()} "${words.slice(0, 60)}" by ${Math.round(wide)}`] : [];
}

/** Letters of a drawing beyond its edge. */
export function cutInDrawings(root: Element): readonly string[] {
  return [...root.querySelectorAll("svg text")].flatMap((text) => {
    const drawing = text.closest("svg");
    if (drawing === null || unseen(text) || (text.textContent ?? "").trim() === "") return [];
    if (getComputedStyle(drawing).overflow === "visible") return [];
    const [letters, edge] = [text.getBoundingClientRect(), drawing.getBoundingClientRect()];
    const beyond = Math.max(
      edge.left - letters.left,
      letters.right - edge.right,
      edge.top - letters.top,
      letters.bottom - edge.bottom,
    );
    return beyond > 2 ? [`cut: ${nameOf(text)} of a drawing by ${Math.round(beyond)}`] : [];
  });
}

/** Letters of a drawing that was made so small that nobody reads them. */
export function tooSmall(root: Element): readonly string[] {
  return [...root.querySelectorAll("svg text")].flatMap((text) => {
    if (unseen(text) || (text.textContent ?? "").trim() === "") return [];
    const scale = (text as SVGTextElement).getScreenCTM()?.a ?? 1;
    const px = Number.parseFloat(getComputedStyle(text).fontSize) * Math.abs(scale);
    return px < 8 ? [`too small: ${nameOf(text)} at ${px.toFixed(1)} px`] : [];
  });
}

/** What cannot be reached: beside the window, or of a dialog above or below it. */
export function outside(drawn: readonly Drawn[]): readonly string[] {
  const wide = document.documentElement.clientWidth;
  const beside = new Map(
    drawn.filter(({ left, right }) => left < -1 || right > wide + 1).map((one) => [one.says, one]),
  );
  const faults = [...beside.values()].map(
    ({ says, left, right }) => `outside the window: ${says} from ${Math.round(left)} to ${Math.round(right)}`,
  );
  const sideways = document.documentElement.scrollWidth - wide;
  if (sideways > 0) faults.unshift(`the page scrolls sideways by ${sideways}`);
  for (const dialog of document.querySelectorAll("dialog[open]")) {
    const { top, bottom } = dialog.getBoundingClientRect();
    if (top < -1 || bottom > innerHeight + 1)
      faults.push(`outside the window: ${nameOf(dialog)} from ${Math.round(top)} to ${Math.round(bottom)}`);
  }
  return faults;
}

/** What is cut, lies over something else, or lies beside the window; of a page under a dialog only the dialog counts. */
export function faultsInPage(): readonly string[] {
  const [dialog] = [...document.querySelectorAll("dialog:modal")].slice(-1);
  const root = dialog ?? document.body;
  const drawn = [...textsIn(root), ...controlsIn(root)];
  return [
    ...new Set([...outside(drawn), ...cutIn(root), ...cutInDrawings(root), ...tooSmall(root), ...overlaps(drawn, 2)]),
  ];
}
