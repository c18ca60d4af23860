/** What a PDF unpacks to, found out before a reader that knows no limit unpacks it. */
import { constants, createInflate } from 'node:zlib'
import { unpackedLimit } from '../limits'
import { refuse } from './refuse'

/** Deflate packs no better than 1 to 1032. */
const bestRatio = 1032

/**
 * Pictures do not count, as their bytes are not looked at.
 * @throws AppError invalid_input when the rest unpacks to more than a report needs
 */
export async function checkPacked(bytes: Uint8Array, name: string): Promise<void> {
  if (bytes.length * bestRatio <= unpackedLimit) return
  let size = 0
  for (const packed of listPacked(bytes)) {
    size += await measure(packed, unpackedLimit - size)
    if (size > unpackedLimit) {
      throw refuse(
        name,
        `Unpacked, the PDF is over ${unpackedLimit / 2 ** 20} MB.`,
        'Save its text as .txt.',
      )
    }
  }
}

/** `5 0 obj << /Filter /FlateDecode /Length 812 >> stream … endstream` */
function* listPacked(bytes: Uint8Array): Generator<Uint8Array> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; ; ) {
    const word = file.indexOf('stream', at)
    const end = word < 0 ? -1 : file.indexOf('endstream', word)
    if (end < 0) return
    const before = file.toString('latin1', Math.max(at, word - 1024), word)
    const dictionary = before.slice(before.lastIndexOf(' obj') + 1)
    const start = word + 'stream'.length + (file[word + 'stream'.length] === 13 ? 2 : 1)
    if (/\/Fl(ateDecode)?\b/.test(dictionary) && !/\/Subtype\s*\/Image\b/.test(dictionary)) {
      yield file.subarray(start, end)
    }
    at = end + 'endstream'.length
  }
}

/** In bytes, until it is over `most`. What is damaged is for the reader to say. */
async function measure(packed: Uint8Array, most: number): Promise<number> {
  let size = 0
  const inflating = createInflate({
    chunkSize: 2 ** 18,
    finishFlush: constants.Z_SYNC_FLUSH,
  })
  inflating.end(packed)
  try {
    for await (const chunk of inflating) {
      size += (chunk as Uint8Array).length
      if (size > most) break
    }
  } catch {
    // not packed like this
  }
  return size
}
