import { unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { chooseTitle } from './choose-title'
import type { DocumentInput } from './document-input'
import { refuse } from './refuse'

/** Unpacked size that no report needs; a small file can claim far more. */
const unpackedLimit = 200 * 1024 * 1024

/** The paragraphs of a Word file. @throws AppError invalid_input */
export async function readDocx(bytes: Uint8Array, name: string): Promise<DocumentInput> {
  let unpacked = 0
  let isWord = false
  try {
    unzipSync(bytes, {
      filter(file) {
        unpacked += file.originalSize
        isWord ||= file.name === 'word/document.xml'
        return false
      },
    })
  } catch (cause) {
    throw refuse(name, 'The file is damaged.', 'Save it again as .docx.', cause)
  }
  if (!isWord) throw refuse(name, 'This is not a Word document.', 'Save the text as .docx or .txt.')
  if (unpacked > unpackedLimit) {
    throw refuse(name, 'Unpacked, the file is over 200 MB.', 'Save its text as .txt.')
  }
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) }).catch((cause) => {
    throw refuse(name, 'The file is damaged.', 'Save it again as .docx.', cause)
  })
  const text = value.trimEnd()
  return { title: chooseTitle(text), text, language: 'en' }
}
