/**
 * PostgreSQL's text holds every character but U+0000, and no half of a surrogate pair; a text read
 * from a PDF may have both. Such units are written as U+E000 and four hexadecimal digits (and a
 * U+E000 of the text's own as `\ue000e000`), so that every string comes back as it went in.
 */
const mark = '\ue000'
const odd = /\0|\ue000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
/** What no text that was made plain has in it. */
export const noText = `${mark};`
const escaped = /\ue000([0-9a-f]{4})/g

/** `a\0b` becomes `a\ue0000000b`; what is plain already is returned as it is. */
export function toPlainText(text: string): string {
  if (text.isWellFormed() && !text.includes('\0') && !text.includes(mark)) return text
  return text.replace(odd, (unit) => mark + unit.charCodeAt(0).toString(16).padStart(4, '0'))
}

/** The inverse of toPlainText. */
export function fromPlainText(text: string): string {
  if (!text.includes(mark)) return text
  return text.replace(escaped, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
