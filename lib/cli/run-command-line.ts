/** The command line: answers on stdout, errors on stderr with exit code 2, or 1 when a part was done. */
import { readFileSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import { AppError } from '../errors'
import { checkAddress } from './check-address'
import { addBackup } from './commands/backup'
import { addCases } from './commands/cases'
import { addCheck } from './commands/check'
import { addDiff } from './commands/diff'
import { addExport } from './commands/export'
import { addExtract } from './commands/extract'
import { addImport } from './commands/import'
import { addNeighbours } from './commands/neighbours'
import { addOpen } from './commands/open'
import { addParse } from './commands/parse'
import { addPath } from './commands/path'
import { addReread } from './commands/reread'
import { addTrace } from './commands/trace'
import { addWorker } from './commands/worker'
import { isIncomplete } from './incomplete'
import { explainSystemError } from './system-error'
import { columns } from './wrap'

const commands = [
  addOpen,
  addNeighbours,
  addPath,
  addTrace,
  addDiff,
  addExport,
  addExtract,
  addCases,
  addBackup,
  addImport,
  addWorker,
  addReread,
  addCheck,
  addParse,
]

const examples = `
CASE is the path of a case file, the id of a stored case, or "sample".

  throughline extract reports/ -o story.case.json
  throughline open story.case.json
  throughline neighbours sample witkoff
  throughline path sample --from Russia --to "28-point plan" --mode travelled
  throughline trace sample "28-point plan"
  throughline diff sample --before 2025-11-26
  throughline export sample --format png --theme dark -o story.png`

/** @returns the exit code: 0, 1 when documents could not be read and the rest was kept, 2 for an error */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  const program = new Command('throughline')
    .description(
      'An evidence graph for the news: who met, advised, pressured, drafted and denied what, and the sentence that says so.',
    )
    .version(readVersion())
    .addHelpText('after', examples)
    .configureHelp({ helpWidth: columns() })
    .exitOverride()
    .hook('preAction', () => checkAddress(process.env.DATABASE_URL))
  for (const add of commands) add(program)
  for (const command of program.commands) inherit(command, program)
  try {
    if (args.length === 0) program.help()
    await program.parseAsync(args, { from: 'user' })
    return 0
  } catch (error) {
    return tell(error)
  }
}

function inherit(command: Command, parent: Command): void {
  command.copyInheritedSettings(parent)
  for (const inner of command.commands) inherit(inner, command)
}

function readVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

function tell(thrown: unknown): number {
  const error = explainSystemError(thrown)
  if (isIncomplete(error)) {
    console.error(error.message)
    return error.exitCode
  }
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (!(error instanceof AppError)) {
    console.error(error)
    return 2
  }
  console.error(error.message)
  for (const { path, value, message, remedy } of error.problems) {
    const found = value === undefined ? '' : `: ${value}`
    console.error(`\n  ${path}${found}\n    ${message}\n    ${remedy}`)
  }
  return 2
}
