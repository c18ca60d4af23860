/** Where cases live between visits: one Case file each in a folder, written whole or not at all. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
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
  listCases(): CaseSummary[]
  /** @throws AppError not_found, or invalid_input when the stored file was damaged by hand. */
  readCase(id: string): Case
  /** Replaces a case of the same id. */
  saveCase(case_: Case): void
  removeCase(id: string): void
}

const fileName = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,120}$/u

export function openStore(
  folder = process.env.THROUGHLINE_DATA ?? resolve(process.cwd(), '.throughline'),
): Store {
  mkdirSync(folder, { recursive: true })
  const pathOf = (id: string) => {
    if (!fileName.test(id)) {
      throw new AppError(
        'not_found',
        `There is no case "${id}". Choose one from the list of cases.`,
      )
    }
    return join(folder, `${id}.case.json`)
  }
  const readCase = (id: string): Case => {
    const path = pathOf(id)
    let text: string
    try {
      text = readFileSync(path, 'utf8')
    } catch (cause) {
      throw new AppError(
        'not_found',
        `There is no case "${id}". Choose one from the list of cases.`,
        [],
        { cause },
      )
    }
    return parseCase(text)
  }
  return {
    readCase,
    listCases() {
      const ids = readdirSync(folder).flatMap((name) => name.match(/^(.+)\.case\.json$/)?.[1] ?? [])
      const summaries = ids.flatMap((id) => {
        try {
          return [summarize(readCase(id))]
        } catch {
          return []
        }
      })
      return summaries.sort(
        (a, b) => a.title.localeCompare(b.title, 'en') || (a.id < b.id ? -1 : 1),
      )
    },
    saveCase(case_) {
      const path = pathOf(case_.id)
      const draft = `${path}.${process.pid}.draft`
      writeFileSync(draft, serializeCase(case_))
      renameSync(draft, path)
    },
    removeCase(id) {
      rmSync(pathOf(id), { force: true })
    },
  }
}

function summarize(case_: Case): CaseSummary {
  return {
    id: case_.id,
    title: case_.title,
    documents: case_.documents.length,
    entities: case_.entities.length,
    claims: case_.claims.length,
  }
}
