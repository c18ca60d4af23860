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

/** Links, one a line, and lines among them that are none. */
export type PastedLinks = { links: string[]; others: string[] }

/** Lines among links that are longer are a text that names its sources. */
const longestOther = 200

/** What was pasted as links; undefined when it is a text. */
export function pastedLinks(pasted: string): PastedLinks | undefined {
  const lines = [...new Set(pasted.trim().split(/\s*\n\s*/))]
  const links = lines.flatMap((line) => linkOf(line) ?? [])
  const others = lines.filter((line) => linkOf(line) === undefined)
  const isList =
    links.length > 0 &&
    others.length <= links.length &&
    others.every(({ length }) => length <= longestOther)
  return isList ? { links: [...new Set(links)], others } : undefined
}

function linkOf(line: string): string | undefined {
  if (/^https?:\/\/\S+$/i.test(line)) return line
  return /^www\.[^\s.]+\.\S+$/i.test(line) ? `https://${line}` : undefined
}

/** Why a line among links is not taken. */
export const noLinkWords = (line: string) =>
  `“${line}” is not a link. Links begin with http:// or https://, one a line.`

/** Pasted words: links, or else a text. */
export function pastedSources(pasted: string): Source[] {
  const found = pastedLinks(pasted)
  if (!found) {
    const file = new File([pasted], 'Pasted text', { type: 'text/plain' })
    return [{ read: (signal) => readFile(file, 'Pasted text', signal) }]
  }
  const failures = found.others.map((line) => ({ name: line, message: noLinkWords(line) }))
  return [
    ...found.links.map((link): Source => ({ read: (signal) => readLink(link, signal) })),
    ...(failures.length > 0 ? [{ read: async () => ({ documents: [], failures }) }] : []),
  ]
}
