/** What the named files, folders, archives and links bring to an import. */
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { AppError } from '../errors'
import type { Refused, Source } from '../import/source'
import {
  isArchive,
  isHidden,
  isReadable,
  isTooLarge,
  passedOverWords,
  readableEndings,
  tooLargeWords,
} from '../limits'
import { isThere } from './system-error'

const isLink = (name: string) => /^https?:\/\//i.test(name)

/** @throws AppError not_found that names the first of them that is not there */
export function checkNames(names: readonly string[]): void {
  for (const name of names) {
    if (isLink(name) || isThere(name)) continue
    throw new AppError('not_found', `There is no file or folder "${name}".`)
  }
}

/** One source after the other; of folders every readable file, by path. */
export async function* listSources(names: readonly string[]): AsyncGenerator<Source | Refused> {
  for (const name of names) {
    if (isLink(name)) yield linkSource(name)
    else if ((await stat(name)).isDirectory()) yield* listFolder(name)
    else yield await readSource(name, basename(name))
  }
}

/** A file with one link a line; what is no link is named. */
export async function readLinks(path: string): Promise<(Source | Refused)[]> {
  const text = await readFile(path, 'utf8').catch((cause: Error) => {
    throw new AppError('invalid_input', `"${path}" cannot be read: ${cause.message}`, [], { cause })
  })
  const lines = text.split('\n').map((line) => line.trim())
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) =>
      isLink(line)
        ? linkSource(line)
        : { name: line.slice(0, 200), reason: `“${line.slice(0, 200)}” is not a link.` },
    )
}

const linkSource = (link: string): Source => ({ source: 'link', name: link, link })

async function* listFolder(folder: string): AsyncGenerator<Source | Refused> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  const seen = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !isHidden(relative(folder, path)))
    .sort()
  const paths = seen.filter(isTaken)
  const others = seen.filter((path) => !isTaken(path))
  if (paths.length === 0) {
    yield {
      name: folder,
      reason: `“${folder}” has no file that can be read (${readableEndings.join(', ')}, .zip).`,
    }
  } else if (others.length > 0) {
    yield { name: folder, reason: passedOverWords(folder, others), passedOver: true }
  }
  for (const path of paths) yield await readSource(path, relative(folder, path))
}

const isTaken = (path: string) => isArchive(path) || isReadable(path)

/** A file that is too large is not even opened. */
async function readSource(path: string, name: string): Promise<Source | Refused> {
  const { size } = await stat(path)
  if (isTooLarge(name, size)) return { name, reason: tooLargeWords(name, size) }
  try {
    return { source: 'file', name, bytes: await readFile(path) }
  } catch (error) {
    return { name, reason: `“${name}” cannot be opened: ${(error as Error).message}` }
  }
}
