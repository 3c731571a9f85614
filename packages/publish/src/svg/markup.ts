/** A piece of SVG: text that is already escaped. */
export type Markup = string & { readonly __markup: never };

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Hundredths of a point: finer than any printer, coarser than any machine's rounding. */
export function coordinate(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return String(rounded === 0 ? 0 : rounded);
}

export function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** An element; attributes that are undefined are left out, numbers are rounded as coordinates. */
export function element(name: string, attributes: Attributes, ...children: readonly (Markup | undefined)[]): Markup {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === "number" ? coordinate(value) : escapeText(String(value))}"`)
    .join("");
  const inside = children.filter((child) => child !== undefined).join("");
  return (inside === "" ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`) as Markup;
}

/** Text as markup. */
export const letters = (text: string): Markup => escapeText(text) as Markup;

/** Several pieces as one. */
export const group = (attributes: Attributes, ...children: readonly (Markup | undefined)[]): Markup =>
  element("g", attributes, ...children);
