/** Text that is safe inside XML. */

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Characters XML 1.0 does not allow, and marks that would turn the text around them. */
const unwanted =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Escapes a text for an element or an attribute in quotes; characters XML forbids are dropped. */
export const escapeXml = (text: string): string =>
  text.replace(unwanted, '').replace(/[&<>"']/g, (letter) => entities[letter]!)

/** Any string as an XML name, one to one: `c 1` → `c_20_1`. */
export const xmlName = (prefix: string, text: string): string =>
  `${prefix}-${text.replace(/[^A-Za-z0-9.-]/gu, (letter) => `_${letter.codePointAt(0)!.toString(16)}_`)}`

/** A number with two decimals at most. */
export const number = (value: number): string => String(Math.round(value * 100) / 100)
