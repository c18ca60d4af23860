/** The command line: answers on stdout, errors on stderr with exit code 2. */
import { readFileSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import { AppError } from '../errors'
import { addCheck } from './commands/check'
import { addExtract } from './commands/extract'
import { addNeighbours } from './commands/neighbours'
import { addOpen } from './commands/open'
import { addParse } from './commands/parse'
import { addPath } from './commands/path'
import { addTrace } from './commands/trace'
import { columns } from './wrap'

const { version } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as { version: string }

const program = new Command('throughline')
  .description(
    'An evidence graph for the news: who met, advised, pressured, drafted and denied what, and the sentence that says so.',
  )
  .version(version)
  .addHelpText(
    'after',
    `
CASE is the path of a case file, the id of a stored case, or "sample".

  throughline extract reports/ -o story.case.json
  throughline open story.case.json
  throughline neighbours sample witkoff
  throughline path sample --from Russia --to "28-point plan" --mode travelled
  throughline trace sample "28-point plan"`,
  )
  .configureHelp({ helpWidth: columns() })
  .exitOverride()

for (const add of [addOpen, addNeighbours, addPath, addTrace, addExtract, addCheck, addParse])
  add(program)
for (const command of program.commands) command.copyInheritedSettings(program)

try {
  if (process.argv.length < 3) program.help()
  await program.parseAsync()
} catch (error) {
  process.exitCode = fail(error)
}

function fail(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (!(error instanceof AppError)) {
    console.error(error)
    return 2
  }
  console.error(error.message)
  for (const { path, value, message, remedy } of error.problems) {
    console.error(
      `\n  ${path}${value === undefined ? '' : `: ${value}`}\n    ${message}\n    ${remedy}`,
    )
  }
  return 2
}
