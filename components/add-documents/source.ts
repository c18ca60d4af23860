import { isTooLarge, tooLargeWords } from '@/lib/limits'
import { readFile, readLink } from './ask-server'
import type { Failure, Report } from './found'
import type { Dropped } from './list-dropped'

/** Something to be read: a file, a link or a pasted text. */
export type Source = {
  read: (signal: AbortSignal) => Promise<{ documents: Report[]; failures: Failure[] }>
}

export const fileSource = ({ file, path }: Dropped): Source => ({
  read: async (signal) => {
    const message = isTooLarge(path, file.size)
      ? tooLargeWords(path, file.size)
      : (await isReadable(file))
        ? undefined
        : `“${path}” cannot be opened. If it is a folder, choose it by “Choose a folder”.`
    if (!message) return readFile(file, path, signal)
    return { documents: [], failures: [{ name: path, message }] }
  },
})

/** A folder that is dropped looks like a file until one opens it. */
const isReadable = (file: File) =>
  file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    )

/** One link a line, if pasted words are nothing but links. */
export function pastedLinks(pasted: string): string[] {
  const lines = pasted.trim().split(/\s*\n\s*/)
  return lines.every((line) => /^https?:\/\/\S+$/i.test(line)) ? [...new Set(lines)] : []
}

/** Pasted words: links, or else a text. */
export function pastedSources(pasted: string): Source[] {
  const links = pastedLinks(pasted)
  if (links.length > 0) {
    return links.map((link) => ({ read: (signal) => readLink(link, signal) }))
  }
  const file = new File([pasted], 'Pasted text', { type: 'text/plain' })
  return [{ read: (signal) => readFile(file, 'Pasted text', signal) }]
}
