import {
  getDocument,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { TextContent, TextItem } from 'pdfjs-dist/types/src/display/api'
import { AppError } from '../errors'
import { textLimit } from '../limits'
import { checkPacked } from './check-packed'
import { chooseTitle } from './choose-title'
import type { DocumentInput } from './document-input'
import { joinPages, type PrintedLine } from './join-lines'
import { refuse } from './refuse'

const pageLimit = 2000
/** Where reading stops: running heads and page numbers are left out only at the end. */
const mostCharacters = textLimit * 1.5

/** The text of a PDF, lines joined to paragraphs. @throws AppError invalid_input */
export async function readPdf(bytes: Uint8Array, name: string): Promise<DocumentInput> {
  await checkPacked(bytes, name)
  const task = getDocument({
    // The reader takes the buffer over, so it gets its own.
    data: Uint8Array.from(bytes),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: 0,
  })
  try {
    const pdf = await task.promise
    if (pdf.numPages > pageLimit) {
      throw refuse(
        name,
        `The PDF has ${pdf.numPages} pages.`,
        `Split it: at most ${pageLimit} are read.`,
      )
    }
    const pages: PrintedLine[][] = []
    let characters = 0
    const count = (text: string) => {
      characters += text.length
      if (characters <= mostCharacters) return
      throw refuse(
        name,
        `The text has over ${mostCharacters.toLocaleString('en')} characters; at most ${textLimit.toLocaleString('en')} are read.`,
        'Split it into several files.',
      )
    }
    for (let number = 1; number <= pdf.numPages; number++) {
      pages.push(await readLines(pdf, number, count))
    }
    const text = joinPages(pages)
    if (text.trim() === '') {
      throw refuse(
        name,
        'The PDF has no text: it seems to be a scan.',
        'Run text recognition (OCR) over it first, then add it again.',
      )
    }
    const { info } = await pdf.getMetadata()
    const title = String((info as { Title?: unknown }).Title ?? '').trim()
    // "Microsoft Word - draft3.docx" and the like are names of files.
    const isTitle = title.length > 3 && !/\.\w{2,4}$|^untitled|^microsoft/i.test(title)
    const language = (info as { Language?: string | null }).Language
    return { title: isTitle ? title : chooseTitle(text), text, language: language || 'en' }
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    if (cause instanceof Error && cause.name === 'PasswordException') {
      throw refuse(
        name,
        'The PDF is protected by a password.',
        'Save a copy without the password, then add that.',
        cause,
      )
    }
    throw refuse(name, 'The PDF is damaged or not a PDF.', 'Save it again from its source.', cause)
  } finally {
    await task.destroy()
  }
}

/**
 * The page's words by lines, in the order they were printed.
 * @param count told of every piece; ends the reading by throwing
 */
async function readLines(
  pdf: PDFDocumentProxy,
  number: number,
  count: (text: string) => void,
): Promise<PrintedLine[]> {
  const page = await pdf.getPage(number)
  const lines: PrintedLine[] = []
  let right = 0
  await forEachItem(page, (item) => {
    count(item.str)
    const [, , c = 0, d = 0, x = 0, y = 0] = item.transform as number[]
    const size = Math.hypot(c, d) || item.height
    const line = lines.at(-1)
    const sameLine = line && Math.abs(line.y - y) < Math.max(line.size, size) * 0.5 && x > line.x
    if (!sameLine) {
      if (item.str.trim() !== '') lines.push({ text: item.str, x, y, right: x + item.width, size })
    } else {
      const gap = x - right > size * 0.15 && !/\s$/.test(line.text) && !/^\s/.test(item.str)
      line.text += (gap ? ' ' : '') + item.str
      line.right = x + item.width
      line.size = Math.max(line.size, size)
    }
    right = x + item.width
  })
  page.cleanup()
  return lines
}

/** Piece by piece: a page may hold more than memory does. */
async function forEachItem(page: PDFPageProxy, work: (item: TextItem) => void): Promise<void> {
  const reader: ReadableStreamDefaultReader<TextContent> = page.streamTextContent().getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      for (const item of value.items) if ('str' in item && item.str !== '') work(item)
    }
  } catch (cause) {
    // Not waited for, and not without a reason: the library would never answer.
    void reader.cancel(cause).catch(() => {})
    throw cause
  }
}
