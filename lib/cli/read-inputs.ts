/** Reports from files, folders and links. */
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import type { DocumentInput } from '../documents/document-input'
import { readDocuments } from '../documents/read-documents'
import { AppError } from '../errors'
import { isHidden, isReadable, passedOverWords, readableEndings } from '../limits'
import { isThere } from './system-error'

/**
 * Every report of the named files and links, and of all readable files in the named folders and
 * below, by name. A file that was found in a folder and cannot be read is told on stderr and left
 * out; one that was named is an error.
 * @throws AppError not_found or invalid_input
 */
export async function readInputs(
  names: readonly string[],
  date?: string,
): Promise<DocumentInput[]> {
  const inputs: DocumentInput[] = []
  for (const name of names) {
    if (/^https?:\/\//.test(name)) {
      const { fetchLink } = await import('../documents/fetch-link')
      inputs.push(...(await fetchLink(name)))
    } else if (!isThere(name)) {
      throw new AppError('not_found', `There is no file or folder "${name}".`)
    } else if ((await stat(name)).isDirectory()) {
      inputs.push(...(await readFolder(name, date)))
    } else inputs.push(...(await readFileInputs(name, date)))
  }
  return inputs
}

const readFileInputs = async (path: string, date?: string) =>
  readDocuments(await readFile(path), basename(path), { date })

async function readFolder(folder: string, date?: string): Promise<DocumentInput[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  const seen = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !isHidden(relative(folder, path)))
    .sort()
  const paths = seen.filter(isReadable)
  const others = seen.filter((path) => !isReadable(path))
  if (paths.length === 0) {
    throw new AppError(
      'invalid_input',
      `"${folder}" has no file that can be read (${readableEndings.join(', ')}).`,
    )
  }
  if (others.length > 0) console.error(`Left out: ${passedOverWords(folder, others)}`)
  const inputs: DocumentInput[] = []
  for (const path of paths) {
    try {
      inputs.push(...(await readFileInputs(path, date)))
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      console.error(`Left out: ${error.message}`)
    }
  }
  return inputs
}
