import { type Attributes, escapeText, type Markup } from "../svg/markup.ts";

/** An HTML element; attributes that are undefined are left out. Text must come through `letters`. */
export function element(name: string, attributes: Attributes, ...children: readonly (Markup | undefined)[]): Markup {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeText(String(value))}"`)
    .join("");
  return `<${name}${written}>${children.filter((child) => child !== undefined).join("")}</${name}>` as Markup;
}
