import { unzipSync, zipSync } from 'fflate'
import mammoth from 'mammoth'
import { AppError } from '../errors'
import { unpackedLimit } from '../limits'
import { chooseTitle } from './choose-title'
import type { DocumentInput } from './document-input'
import { refuse } from './refuse'

/** The paragraphs of a Word file. @throws AppError invalid_input */
export async function readDocx(bytes: Uint8Array, name: string): Promise<DocumentInput> {
  const parts = unpackParts(bytes, name)
  if (!parts['word/document.xml']) {
    throw refuse(name, 'This is not a Word document.', 'Save the text as .docx or .txt.')
  }
  const buffer = Buffer.from(zipSync(parts, { level: 0 }))
  const { value } = await mammoth.extractRawText({ buffer }).catch((cause) => {
    throw refuse(name, 'The file is damaged.', 'Save it again as .docx.', cause)
  })
  const text = value.trimEnd()
  return { title: chooseTitle(text), text, language: 'en' }
}

/**
 * The file's texts, unpacked to the sizes it names: one that lies of them is cut off there, where
 * the library that reads them would inflate it whatever it takes.
 */
function unpackParts(bytes: Uint8Array, name: string): Record<string, Uint8Array> {
  let unpacked = 0
  const isText = (path: string) => /\.(xml|rels)$/.test(path)
  try {
    return unzipSync(bytes, {
      filter(file) {
        if (!isText(file.name)) return false
        unpacked += file.originalSize
        if (unpacked <= unpackedLimit) return true
        throw refuse(name, 'Unpacked, the file is over 200 MB.', 'Save its text as .txt.')
      },
    })
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    throw refuse(name, 'The file is damaged.', 'Save it again as .docx.', cause)
  }
}
