import { readFile, readLink } from './ask-server'
import type { Failure, Report } from './found'
import type { Dropped } from './list-dropped'

/** Something to be read: a file, a link or a pasted text. */
export type Source = {
  read: (signal: AbortSignal) => Promise<{ documents: Report[]; failures: Failure[] }>
}

const fileLimit = 20 * 1024 * 1024

export const fileSource = ({ file, path }: Dropped): Source => ({
  read: async (signal) => {
    if (file.size <= fileLimit) return readFile(file, path, signal)
    const message = `“${path}” is over 20 MB. Split it, or save its text as .txt.`
    return { documents: [], failures: [{ name: path, message }] }
  },
})

/** Pasted words: one link a line if there is nothing but links, else a text. */
export function pastedSources(pasted: string): Source[] {
  const lines = pasted.trim().split(/\s*\n\s*/)
  if (lines.every((line) => /^https?:\/\/\S+$/i.test(line))) {
    return lines.map((link) => ({ read: (signal) => readLink(link, signal) }))
  }
  const file = new File([pasted], 'Pasted text', { type: 'text/plain' })
  return [{ read: (signal) => readFile(file, 'Pasted text', signal) }]
}
