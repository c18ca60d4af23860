import { refuse } from './refuse'

/**
 * Bytes to text: by byte order mark, else the encoding the source names, else UTF-8, else the
 * Western encoding of old files, which any bytes fit.
 * @throws AppError invalid_input when the bytes are no text at all, or one of another script in an
 *   encoding that nothing names
 */
export function decodeText(bytes: Uint8Array, name: string, declared?: string): string {
  const known = decode(bytes, declared)
  if (known === undefined && isOfOtherScript(bytes)) {
    throw refuse(
      name,
      'The text is in an old encoding that it does not name, so its letters cannot be told.',
      'Save it as UTF-8, then add that.',
    )
  }
  const text = known ?? decodeWestern(bytes)
  // Control characters other than tab, line breaks and form feed do not occur in text.
  const sample = text.slice(0, 20_000)
  const junk = sample.match(/[^\P{Cc}\t\n\f\r]|\ufffd/gu)?.length ?? 0
  if (sample.includes('\0') || junk > Math.max(4, sample.length / 50)) {
    throw refuse(
      name,
      'This is not a text file.',
      'Add a .txt, .md, .html, .pdf, .docx or .json file.',
    )
  }
  return text
}

function decode(bytes: Uint8Array, declared?: string): string | undefined {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return new TextDecoder('utf-8').decode(bytes)
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const wide = guessWide(bytes)
  if (wide) return new TextDecoder(wide).decode(bytes)
  for (const label of [declared, 'utf-8']) {
    try {
      if (!label) continue
      const decoder = new TextDecoder(label, { fatal: true })
      return decoder.encoding === western ? decodeWestern(bytes) : decoder.decode(bytes)
    } catch {
      // An unknown label or bytes that do not fit: try the next.
    }
  }
  return undefined
}

/**
 * Whether words stand in bytes over 127, as of Cyrillic, Greek, Arabic or Japanese in their old
 * encodings: read as Western they would be "Îò÷¸ò". Western text has such a letter here and there.
 */
function isOfOtherScript(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 20_000)
  if (sample.some((byte) => byte < 9 || (byte > 13 && byte < 32))) return false
  const letters = Buffer.from(sample).toString('latin1')
  const high = letters.match(/\P{ASCII}/gu)?.length ?? 0
  // a rule of dashes is no word
  const words = letters.match(/(\P{ASCII})(?!\1)\P{ASCII}{3,}/gu)?.join('').length ?? 0
  return words >= 8 && words > high / 2
}

const western = 'windows-1252'
/** What windows-1252 has at 0x80 to 0x9f; some versions of Node put control characters there. */
const marks = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

const decodeWestern = (bytes: Uint8Array) =>
  new TextDecoder(western)
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (character) => marks[character.charCodeAt(0) - 0x80]!)

/** UTF-16 without a mark: of Latin text every other byte is zero. */
function guessWide(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, 2000)
  if (sample.length < 8 || bytes.length % 2 === 1) return undefined
  let [even, odd] = [0, 0]
  sample.forEach((byte, i) => {
    if (byte === 0) i % 2 === 0 ? even++ : odd++
  })
  const most = sample.length * 0.35
  if (odd > most && even < most / 10) return 'utf-16le'
  if (even > most && odd < most / 10) return 'utf-16be'
  return undefined
}
