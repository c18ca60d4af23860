/** Where cases live between visits: one Case file each in a folder, written whole or not at all. */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseCase, serializeCase } from '../case-file'
import { AppError } from '../errors'
import type { Case } from '../schema'

export type CaseSummary = {
  id: string
  title: string
  documents: number
  entities: number
  claims: number
}

export type Store = {
  /** By title, then id. A file that no longer reads as a case is left out; readCase says why. */
  listCases(): Promise<CaseSummary[]>
  /** @throws AppError not_found, or invalid_input when the stored file was damaged by hand. */
  readCase(id: string): Promise<Case>
  /** Replaces a case of the same id. */
  saveCase(case_: Case): Promise<void>
  removeCase(id: string): Promise<void>
}

const ending = '.case.json'
const fileName = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,120}$/u

/**
 * The cases in a folder, by default THROUGHLINE_DATA or `.throughline` where the program runs.
 * The folder is made when first written to.
 */
export function openStore(
  folder = process.env.THROUGHLINE_DATA ?? resolve(process.cwd(), '.throughline'),
): Store {
  const pathOf = (id: string) => {
    if (!fileName.test(id)) throw noSuchCase(id)
    return join(folder, `${id}${ending}`)
  }
  const readCase = async (id: string) =>
    parseCase(
      await readFile(pathOf(id), 'utf8').catch((cause) => {
        throw noSuchCase(id, cause)
      }),
    )
  return {
    readCase,
    async listCases() {
      const names = await readdir(folder).catch(() => [])
      const ids = names
        .filter((name) => name.endsWith(ending))
        .map((name) => name.slice(0, -ending.length))
      const cases = await Promise.all(ids.map((id) => readCase(id).catch(() => undefined)))
      return cases
        .flatMap((case_) => (case_ ? [summarize(case_)] : []))
        .sort((a, b) => a.title.localeCompare(b.title, 'en') || (a.id < b.id ? -1 : 1))
    },
    async saveCase(case_) {
      const path = pathOf(case_.id)
      const draft = `${path}.${process.pid}.draft`
      await mkdir(folder, { recursive: true })
      await writeFile(draft, serializeCase(case_))
      await rename(draft, path)
    },
    async removeCase(id) {
      await rm(pathOf(id), { force: true })
    },
  }
}

const noSuchCase = (id: string, cause?: unknown) =>
  new AppError('not_found', `There is no case "${id}". Choose one from the list of cases.`, [], {
    cause,
  })

function summarize(case_: Case): CaseSummary {
  return {
    id: case_.id,
    title: case_.title,
    documents: case_.documents.length,
    entities: case_.entities.length,
    claims: case_.claims.length,
  }
}
