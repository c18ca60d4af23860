import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import { AppError } from '../../errors'
import { openStore } from '../../store/store'
import { count } from '../../view/words'
import { printJson } from '../json-claim'

export function addBackup(program: Command): void {
  program
    .command('backup')
    .summary('writes every case to one file')
    .description(
      'Writes every case to one file, deleted ones and all decisions included, as they are at one moment.',
    )
    .argument('<FILE>', 'as cases.backup')
    .option('--replace', 'when there is such a file, write over it')
    .option('--json', 'what was done as JSON')
    .action(backUp)
  program
    .command('restore')
    .summary('puts the cases of a backup beside those that are there')
    .description(
      'Puts the cases of a backup beside those that are there: all of them, or none when the file is damaged. A case that is there in the same state is left alone; one that differs comes in under an id of its own.',
    )
    .argument('<FILE>', 'that backup wrote')
    .option('--json', 'what was done as JSON')
    .action(restore)
}

async function backUp(file: string, flags: { replace?: true; json?: true }): Promise<void> {
  if (existsSync(file) && !flags.replace) {
    throw new AppError(
      'conflict',
      `"${file}" is there already. Choose another name, or add --replace to write over it.`,
    )
  }
  const cases = await openStore().backUp(file)
  if (flags.json) printJson({ file, cases })
  else console.log(`${count(cases, 'case')} written to ${file}`)
}

async function restore(file: string, flags: { json?: true }): Promise<void> {
  const cases = await openStore().restoreBackup(file)
  if (flags.json) {
    printJson({ cases })
    return
  }
  for (const { id, title, already } of cases) {
    console.log(`${already ? 'There already' : 'Restored'}: “${title}” (${id})`)
  }
}
