/** What an element may say of its look: nothing by which it could leave its place or fetch something. */
const PROPERTIES = new RegExp(
  `^(?:${[
    "align-(?:content|items|self)",
    "background(?:-color)?",
    "border(?:-(?:bottom|left|right|top))?(?:-(?:color|style|width))?",
    "border(?:-(?:bottom|top)-(?:left|right))?-radius|border-(?:collapse|spacing)",
    "box-sizing|caption-side|color|column-gap|display|empty-cells",
    "flex(?:-(?:basis|direction|flow|grow|shrink|wrap))?",
    "font(?:-(?:family|size|stretch|style|variant|variant-numeric|weight))?",
    "gap|grid-template-(?:columns|rows)|(?:max-|min-)?(?:height|width)",
    "justify-(?:content|items|self)|letter-spacing|line-height|list-style-type",
    "(?:margin|padding)(?:-(?:bottom|left|right|top))?",
    "opacity|overflow(?:-[xy]|-wrap)?|row-gap|tab-size|table-layout",
    "text-(?:align|decoration|indent|overflow|transform)",
    "vertical-align|white-space|word-(?:break|spacing|wrap)",
  ].join("|")})$`,
);

/** Of functions only those of colours and of the page's own values; nothing negative, which would reach beyond its place. */
const VALUE =
  /^(?!.*(?:^|[\s,(])[-+]\s*[\d.])(?:[\w\s.,%#"'!-]|\b(?:hsla?|oklch|rgba?|var)\([\w\s.,%-]*\))+$/i;

/**
 * Whether a `style` attribute does nothing but give its element a look, in its place.
 *
 * @example
 * safeStyle("margin:0.4em 0;color:#1B87C9"); // true
 * safeStyle("position:fixed;top:0"); // false
 */
export function safeStyle(style: string): boolean {
  return style
    .split(";")
    .filter((line) => line.trim() !== "")
    .every((line) => {
      const [name, value = ""] = line.split(/:(.*)/s).map((part) => part.trim());
      return PROPERTIES.test(name.toLowerCase()) && VALUE.test(value);
    });
}
