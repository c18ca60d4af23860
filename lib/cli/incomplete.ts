/** How a command ends that did what it could: the rest is named, and a script learns of it. */
import { CommanderError } from 'commander'
import { count } from '../view/words'

/** Told from 2, which is for what was asked wrongly, or could not be done at all. */
const incompleteExit = 1
const code = 'throughline.incomplete'

/** To be thrown at the end, when all that could be read is kept. */
export const incomplete = (failed: number): CommanderError =>
  new CommanderError(
    incompleteExit,
    code,
    `${count(failed, 'document')} could not be read; what could is kept.`,
  )

export const isIncomplete = (error: unknown): error is CommanderError =>
  error instanceof CommanderError && error.code === code
