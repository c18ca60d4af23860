import { fileLimit, textLimit } from '../limits'
import { chooseTitle } from './choose-title'
import { decodeText } from './decode-text'
import type { DocumentInput } from './document-input'
import { readDocx } from './read-docx'
import { declaredEncoding, readHtml } from './read-html'
import { readJson } from './read-json'
import { readMarkdown } from './read-markdown'
import { readPdf } from './read-pdf'
import { refuse } from './refuse'

export type ReadOptions = {
  /** MIME type, where the source names one; else the bytes and the name decide. */
  contentType?: string
  /** Where the bytes came from. */
  url?: string
  /** The reports' date (ISO 8601) where they bring none. */
  date?: string
}

/**
 * Reads the reports of one file: one for most kinds, several for a JSON list.
 * @param name the file's name, for its ending and for messages
 * @throws AppError invalid_input that names the file and says what to do
 */
export async function readDocuments(
  bytes: Uint8Array,
  name: string,
  options: ReadOptions = {},
): Promise<DocumentInput[]> {
  if (bytes.length > fileLimit) {
    throw refuse(
      name,
      `The file has ${megabytes(bytes.length)}; at most ${megabytes(fileLimit)} are read.`,
      'Split it, or save its text as .txt.',
    )
  }
  const inputs = await readByKind(bytes, name, options).catch((cause) => {
    // What comes of lists within lists, ten thousand deep, or of a million names of a class.
    if (!(cause instanceof RangeError && /call stack/.test(cause.message))) throw cause
    const message = 'The file is nested too deeply, or has far too many parts.'
    throw refuse(name, message, 'Save its text as .txt.', cause)
  })
  if (inputs.every((input) => input.text.trim() === '')) {
    throw refuse(name, 'The file has no text.', 'Choose a file with text in it.')
  }
  return inputs.map((input) => {
    if (input.text.length > textLimit) {
      throw refuse(
        name,
        `The text has ${input.text.length.toLocaleString('en')} characters; at most ${textLimit.toLocaleString('en')} are read.`,
        'Split it into several files.',
      )
    }
    const dated = input.publishedAt ?? options.date
    return {
      ...input,
      ...(options.url && { url: options.url }),
      ...(dated && { publishedAt: dated }),
    }
  })
}

async function readByKind(
  bytes: Uint8Array,
  name: string,
  { contentType = '', url }: ReadOptions,
): Promise<DocumentInput[]> {
  const ending = /\.\w+$/.exec(name.toLowerCase())?.[0] ?? ''
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  if (start.slice(0, 1024).includes('%PDF-')) return [await readPdf(bytes, name)]
  if (start.startsWith('PK\x03\x04')) return [await readDocx(bytes, name)]
  if (start.startsWith('\xd0\xcf\x11\xe0')) {
    // A .docx that is protected is packed into a file of the old kind.
    if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(protectedPart)) {
      throw refuse(
        name,
        'The file is protected by a password.',
        'Save a copy without the password, then add that.',
      )
    }
    throw refuse(
      name,
      'This is a file of an old Office program.',
      'Save it as .docx, then add that.',
    )
  }
  if (start.startsWith('{\\rtf')) {
    throw refuse(name, 'Rich text (RTF) is not read.', 'Save it as .docx or .txt, then add that.')
  }
  if (ending === '.pdf' || ending === '.docx') {
    throw refuse(
      name,
      `The file is not what its ending ${ending} says.`,
      'Save it again from its source.',
    )
  }
  const charset = /charset=["']?([\w-]+)/i.exec(contentType)?.[1]
  const isHtml =
    /html/i.test(contentType) ||
    ['.html', '.htm', '.xhtml'].includes(ending) ||
    /^[\s\ufeff]*<(!doctype html|html[\s>])/i.test(start)
  const text = decodeText(bytes, name, charset ?? (isHtml ? declaredEncoding(bytes) : undefined))
  if (isHtml) return [readHtml(text, name, url)]
  if (ending === '.json' || /json/i.test(contentType)) return readJson(text, name)
  if (ending === '.md' || ending === '.markdown' || /markdown/i.test(contentType)) {
    return [readMarkdown(text)]
  }
  return [{ title: chooseTitle(text), text, language: 'en' }]
}

const protectedPart = Buffer.from('EncryptedPackage', 'utf16le')

const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MB`
