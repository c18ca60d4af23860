/** Where the treebanks are: they are read, never copied into the project. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { AppError } from '../../errors'

const besideTheProject = new URL('../../../../shared/training/', import.meta.url)

/**
 * In: the first argument of a script, if any. Out: the folder with ewt-train.conllu.gz and its like:
 * the argument, else THROUGHLINE_TRAINING, else ../shared/training beside the project.
 * Throws AppError not_found where there is no such folder.
 */
export function findTrainingFolder(argument?: string): string {
  const folder = argument ?? process.env.THROUGHLINE_TRAINING ?? fileURLToPath(besideTheProject)
  if (existsSync(folder)) return folder
  throw new AppError(
    'not_found',
    `findTrainingFolder: no folder ${folder}: name the treebanks' folder as the argument or in THROUGHLINE_TRAINING`,
  )
}
