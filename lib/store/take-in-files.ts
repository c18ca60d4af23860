/**
 * Cases that an earlier Throughline kept as files (`harbour.case.json`) in the data folder. Each is
 * taken into the database once; its file then lies in `taken-in`, untouched.
 */
import { mkdir, readdir, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { parseCase, serializeCase } from '../case-file'
import { AppError } from '../errors'
import type { Case } from '../schema'
import type { Database } from './database'
import { loadCase } from './keep-case'
import { openAsCase } from './manage-cases'

const ending = '.case.json'

/** Takes in what can be read. What cannot stays where it is; readLeftFile says what is wrong. */
export async function takeInFiles(database: Database, folder: string): Promise<void> {
  for (const name of await listFiles(folder)) {
    const case_ = await readFile(join(folder, name), 'utf8').then(parseCase).catch(asAppError)
    if (case_ instanceof AppError) {
      console.warn(
        `The case file ${join(folder, name)} was not taken in and stays where it is: ${case_.message}`,
      )
      continue
    }
    // It is there already when a crash came between the two steps.
    if (!(await isKept(database, case_))) await openAsCase(database, case_)
    await mkdir(join(folder, 'taken-in'), { recursive: true })
    await rename(join(folder, name), join(folder, 'taken-in', name))
  }
}

/** Names of the case files that lie in the folder itself. */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map(({ name }) => name)
    .sort()
}

/**
 * What is wrong with the file of a case that could not be taken in.
 * @returns undefined when there is no such file
 */
export async function readLeftFile(folder: string, id: string): Promise<AppError | undefined> {
  const name = `${id}${ending}`
  if (!(await listFiles(folder)).includes(name)) return undefined
  const path = join(folder, name)
  const case_ = await readFile(path, 'utf8').then(parseCase).catch(asAppError)
  if (!(case_ instanceof AppError)) {
    return new AppError('unavailable', `${path} is taken in at the next start. Start again.`)
  }
  return new AppError(
    case_.code,
    `The case file ${path} could not be taken in: ${case_.message}`,
    case_.problems,
    { cause: case_ },
  )
}

function asAppError(error: unknown): AppError {
  return error instanceof AppError
    ? error
    : new AppError('invalid_input', `It cannot be read: ${String(error)}`, [], { cause: error })
}

async function isKept(database: Database, case_: Case): Promise<boolean> {
  const kept = await loadCase(database, case_.id).catch(() => undefined)
  return kept !== undefined && serializeCase(kept) === serializeCase(case_)
}
