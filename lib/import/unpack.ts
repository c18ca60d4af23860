/** The files of a .zip archive, with limits on what a small file can blow itself up to. */
import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import { refuse } from '../documents/refuse'
import { countLimit, fileLimit, isArchive, isHidden, isReadable, passedOverWords } from '../limits'
import type { Refused, Source } from './source'

const inflate = promisify(inflateRaw)

const limits = { entries: countLimit, inflated: 1024 * 1024 * 1024 }

type Entry = {
  path: string
  method: number
  encrypted: boolean
  packed: Uint8Array
}

/** A file of the archive, or why it was left out. */
type Unpacked = { source: Source } | Refused

/**
 * Yields the readable files of an archive one by one, in its order; archives within it and files of
 * other kinds are passed over with a word, hidden files silently. Inflating happens off this thread.
 * @throws AppError invalid_input when it is no archive, too large, or has a password
 */
export async function* unpack(
  bytes: Uint8Array,
  name: string,
  limit = limits,
): AsyncGenerator<Unpacked> {
  let inflated = 0
  const others: string[] = []
  for (const entry of listEntries(bytes, name, limit.entries)) {
    const path = `${name}/${entry.path}`
    if (isHidden(entry.path)) continue
    if (isArchive(path)) {
      yield { name: path, reason: 'An archive within an archive is not opened. Add it by itself.' }
      continue
    }
    if (!isReadable(entry.path)) {
      others.push(entry.path)
      continue
    }
    if (entry.encrypted) {
      throw refuse(
        name,
        'The archive is protected by a password.',
        'Unpack it, then add the files.',
      )
    }
    const most = Math.min(fileLimit, limit.inflated - inflated)
    const file = await open(entry, most).catch((cause: NodeJS.ErrnoException) => cause)
    if (!(file instanceof Error)) {
      inflated += file.length
      yield { source: { source: 'file', name: path, bytes: file } }
    } else if (file.code !== 'ERR_BUFFER_TOO_LARGE') {
      yield { name: path, reason: `“${path}”: The file is damaged. Pack the archive again.` }
    } else if (most < fileLimit) {
      throw refuse(
        name,
        `Unpacked, the archive is over ${limit.inflated / 2 ** 20} MB.`,
        'Split it into smaller ones.',
      )
    } else {
      inflated += most
      yield {
        name: path,
        reason: `“${path}”: Unpacked, the file is over ${fileLimit / 2 ** 20} MB. Split it, or save its text as .txt.`,
      }
    }
  }
  if (others.length > 0) yield { name, reason: passedOverWords(name, others), passedOver: true }
}

const tooLarge = () =>
  Object.assign(new Error('over the limit'), { code: 'ERR_BUFFER_TOO_LARGE' as const })

async function open({ method, packed }: Entry, most: number): Promise<Uint8Array> {
  if (method === 8) return inflate(packed, { maxOutputLength: Math.max(1, most) })
  if (method !== 0) throw new Error(`compression ${method}`)
  if (packed.length > most) throw tooLarge()
  return packed
}

/**
 * The archive's own list (APPNOTE.TXT 4.3.12), which stands at its end: a signature PK\1\2, then
 * for each file its method, sizes, name and the place of its bytes.
 */
function listEntries(bytes: Uint8Array, name: string, most: number): Entry[] {
  const damaged = () =>
    refuse(name, 'This is not a .zip archive, or it is damaged.', 'Pack it again.')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === undefined) throw damaged()
  const count = view.getUint16(end + 10, true)
  if (count > most || count === 0xffff) {
    throw refuse(
      name,
      `The archive has more than ${most.toLocaleString('en')} files.`,
      'Split it into smaller ones.',
    )
  }
  try {
    const entries: Entry[] = []
    let at = view.getUint32(end + 16, true)
    for (let i = 0; i < count; i++) {
      if (view.getUint32(at, true) !== 0x02014b50) throw damaged()
      const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)]
      const size = view.getUint32(at + 20, true)
      const lengths = [28, 30, 32].map((place) => view.getUint16(at + place, true))
      const local = view.getUint32(at + 42, true)
      const path = readName(bytes.subarray(at + 46, at + 46 + lengths[0]!))
      at += 46 + lengths[0]! + lengths[1]! + lengths[2]!
      if (path.endsWith('/')) continue
      const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
      if (start + size > bytes.length) throw damaged()
      entries.push({
        path: cleanPath(path),
        method,
        encrypted: (flags & 1) !== 0,
        packed: bytes.subarray(start, start + size),
      })
    }
    return entries
  } catch (error) {
    throw error instanceof RangeError ? damaged() : error
  }
}

/** UTF-8, as nearly all write it, marked or not; else the code page of APPNOTE.TXT, D.1. */
function readName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return Buffer.from(bytes)
      .toString('latin1')
      .replace(/[\x80-\xff]/g, (byte) => codePage437[byte.charCodeAt(0) - 0x80]!)
  }
}

/** What IBM's code page 437 has from 0x80 on. */
const codePage437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0'

/**
 * Paths are only shown, never written to; still, none leads out of its archive, or turns the
 * letters of its ending round. Of a long one the end is kept, which says what kind of file it is.
 */
const cleanPath = (path: string) =>
  path
    .replace(/\\/g, '/')
    .split('/')
    .filter((part) => !/^(|\.|\.\.|[a-z]:)$/i.test(part))
    .join('/')
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '')
    .slice(-300) || 'file'

/** PK\5\6, followed by nothing but a comment. */
function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - 22
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at
  }
  return undefined
}
