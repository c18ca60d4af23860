/** CASE on the command line: `sample`, the path of a case file, or the id of a stored case. */
import { readFile, stat } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parseCase, sizeLimit } from '../case-file'
import { standingCase } from '../decisions/standing'
import { AppError } from '../errors'
import type { Case } from '../schema'
import { openStore } from '../store/store'
import { askApp, findRunningApp } from './running-app'
import { isThere } from './system-error'

/** Where the program itself is: the folder with package.json. */
export const programFolder = fileURLToPath(new URL('../..', import.meta.url))

const samplePath = fileURLToPath(new URL('../../data/sample/peace-plan.case.json', import.meta.url))

/**
 * The case as it was extracted, with its decisions. A stored one comes from the running app, if
 * that has the folder open.
 * @throws AppError not_found with what there is, or invalid_input naming every problem of the file
 */
export async function loadCase(name: string): Promise<Case> {
  if (isOutside(name)) return readCaseFile(isThere(name) ? name : samplePath)
  const stored = await openStored()
  const found = await stored.read(name).catch((error) => {
    if (error instanceof AppError && error.code === 'not_found') return undefined
    throw error
  })
  if (found) return found
  const known = new Set(['sample', ...(await stored.listIds())])
  throw new AppError(
    'not_found',
    `There is no case "${name}": no file of this path, and no stored case of this id. ` +
      `Stored: ${[...known].join(', ')}.`,
  )
}

/** Whether the name is that of a file, or the sample's, which both go before a stored case. */
export const isOutside = (name: string) => isThere(name) || name === 'sample'

type Stored = { read(id: string): Promise<Case>; listIds(): Promise<string[]> }

const noCase = async () => {
  throw new AppError('not_found', 'Nothing is stored yet.')
}

async function openStored(): Promise<Stored> {
  const app = await findRunningApp()
  if (app === undefined) {
    const store = openStore()
    // A question makes no database where there is none.
    if (await store.isNew()) return { read: noCase, listIds: async () => [] }
    return {
      read: (id) => store.readCase(id),
      listIds: async () => (await store.listCases()).map(({ id }) => id),
    }
  }
  return {
    read: async (id) => parseCase(await askApp(app, `api/cases/${encodeURIComponent(id)}`)),
    async listIds() {
      const { cases } = JSON.parse(await askApp(app, 'api/cases')) as { cases: { id: string }[] }
      return cases.map(({ id }) => id)
    },
  }
}

/** The case as decided, without what was rejected: what questions are asked of. */
export const loadStanding = async (name: string): Promise<Case> =>
  standingCase(await loadCase(name))

async function readCaseFile(path: string): Promise<Case> {
  const info = await stat(path)
  if (info.isDirectory()) {
    throw new AppError(
      'invalid_input',
      `"${path}" is a folder. Give a case file, or make a case of its reports: throughline extract "${path}"`,
    )
  }
  if (info.size > sizeLimit) {
    throw new AppError(
      'invalid_input',
      `"${path}" has ${info.size} bytes; at most ${sizeLimit} are read. Split the case.`,
    )
  }
  try {
    return parseCase(await readFile(path, 'utf8'))
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    throw new AppError(error.code, `"${path}": ${error.message}`, error.problems, { cause: error })
  }
}
