import type { Command } from 'commander'
import { AppError } from '../../errors'
import type { Imports } from '../../import/imports'
import type { Refused, Source } from '../../import/source'
import { openStore } from '../../store/store'
import { failedOf, progressWords } from '../../view/import-words'
import { day } from '../filter-options'
import { type ImportDoor, openImportDoor } from '../import-door'
import { incomplete } from '../incomplete'
import { printJson } from '../json-claim'
import { checkNames, listSources, readLinks } from '../list-sources'
import { openProgressLine, type ProgressLine } from '../progress-line'
import { showReport } from '../show-import'

type Flags = {
  new?: true
  links?: string
  date?: string
  retry?: true
  cancel?: true
  json?: true
}

export function addImport(program: Command): void {
  program
    .command('import')
    .summary('adds many documents to a stored case')
    .description(
      'Reads documents and joins them to a stored case, with progress; what fails is named, the rest goes on, and the exit code is then 1. While the app runs, it is the app that reads. Stopped in the middle, it goes on with: throughline import CASE',
    )
    .argument('<CASE>', 'stored case')
    .argument('[PATH...]', 'files, folders, .zip archives or links')
    .option('--new', 'makes the case first; CASE is its title')
    .option('--links <file>', 'a file with one link a line')
    .option('--date <date>', 'day of the reports that do not say (YYYY-MM-DD)', day)
    .option('--retry', 'tries again what failed in the last import')
    .option('--cancel', 'stops what is not read yet')
    .option('--json', 'the report as JSON')
    .action(run)
}

/** Resolves at once, but never once the program was told to stop. */
type Stay = () => Promise<void>

async function run(caseName: string, names: string[], flags: Flags): Promise<void> {
  checkNames(names)
  const links = flags.links ? await readLinks(flags.links) : []
  const door = await openImportDoor()
  const caseId = flags.new ? await door.createCase(caseName) : await findCase(door, caseName)
  let leaving: Promise<never> | undefined
  const leave = () => {
    leaving ??= stopEarly(door, caseId)
  }
  // Who leaves asks nothing more: the store is closed behind it.
  const stay = async () => leaving
  process.once('SIGINT', leave)
  process.once('SIGTERM', leave)
  try {
    const line = openProgressLine()
    const ids = await begin(door, caseId, names, links, flags, line, stay)
    let failed = 0
    for (const id of ids) failed += await follow(door, id, flags.json === true, line, stay)
    if (failed > 0) throw incomplete(failed)
  } finally {
    process.off('SIGINT', leave)
    process.off('SIGTERM', leave)
    await door.close()
  }
}

/** @throws AppError not_found with what there is */
async function findCase(door: ImportDoor, name: string): Promise<string> {
  const stored = await door.listCaseIds()
  if (stored.includes(name)) return name
  throw new AppError(
    'not_found',
    `There is no stored case "${name}". Stored: ${stored.join(', ') || 'none'}. To make one: throughline import --new "${name}" PATH`,
  )
}

/** Does what was asked for. @returns the imports there are to follow */
async function begin(
  door: ImportDoor,
  caseId: string,
  names: readonly string[],
  links: (Source | Refused)[],
  flags: Flags,
  line: ProgressLine,
  stay: Stay,
): Promise<string[]> {
  const { imports } = door
  const list = await imports.list(caseId)
  const unfinished = list.filter(({ finishedAt }) => !finishedAt)
  const ids = unfinished.map(({ id }) => id)
  if (flags.cancel) for (const id of ids) await imports.cancel(id)
  if (flags.retry) ids.push(await retryLast(imports, caseId))
  door.read()
  if (names.length > 0 || links.length > 0) {
    const id = await imports.begin(caseId, { date: flags.date, addedAt: fixedTime() })
    ids.push(id)
    await handIn(door, id, names, links, line, stay)
  }
  if (ids.length > 0) return ids
  // Who comes back to it finds what came of it, though others have read the rest meanwhile.
  if (list[0]) return [list[0].id]
  throw new AppError(
    'invalid_input',
    `Nothing was imported into "${caseId}" yet. Name files, folders or links to add.`,
  )
}

async function retryLast(imports: Imports, caseId: string): Promise<string> {
  for (const { id, finishedAt } of await imports.list(caseId)) {
    if (finishedAt && (await imports.retry(id)) > 0) return id
  }
  throw new AppError('not_found', `Nothing failed in "${caseId}" that could be tried again.`)
}

/** What is handed in at once: enough to be quick, little enough for any request. */
const batch = { sources: 50, bytes: 8 * 1024 * 1024 }

async function handIn(
  { imports, read }: ImportDoor,
  id: string,
  names: readonly string[],
  links: (Source | Refused)[],
  line: ProgressLine,
  stay: Stay,
): Promise<void> {
  let held = [...links]
  let size = 0
  const send = async () => {
    await stay()
    if (held.length > 0) await imports.add(id, held)
    read()
    held = []
    size = 0
    line.show(`${progressWords(await imports.progress(id))} · handing in`)
  }
  for await (const source of listSources(names)) {
    const bytes = 'bytes' in source ? source.bytes.length : 0
    if (held.length >= batch.sources || size + bytes > batch.bytes) await send()
    held.push(source)
    size += bytes
  }
  await send()
  await stay()
  await imports.seal(id)
  read()
}

/** Shows how far it is until it is over, then what came of it. @returns how many documents failed */
async function follow(
  { imports, pause }: ImportDoor,
  id: string,
  json: boolean,
  line: ProgressLine,
  stay: Stay,
): Promise<number> {
  let told: string | undefined
  for (;;) {
    await stay()
    const progress = await imports.progress(id)
    if (progress.finishedAt) break
    const { held } = progress
    if (held !== undefined && held !== told) {
      line.clear()
      console.error(held)
    }
    told = held
    line.show(progressWords(progress))
    await pause()
  }
  line.clear()
  const [progress, troubles] = [await imports.progress(id), await imports.troubles(id)]
  if (json) printJson({ ...progress, troubles })
  else console.log(showReport(progress, troubles))
  return failedOf(progress.counts)
}

async function stopEarly(door: ImportDoor, caseId: string): Promise<never> {
  if (door.app === undefined) {
    console.error('\nStopping. What was taken in is kept.')
    await door.close()
    await openStore().close()
    console.error(`Go on with: throughline import ${caseId}`)
  } else {
    console.error(`\nThe app at ${door.app} goes on with what was taken in.`)
    console.error(`Look on with: throughline import ${caseId}`)
  }
  console.error(`Stop it for good with: throughline import ${caseId} --cancel`)
  return process.exit(130)
}

/** SOURCE_DATE_EPOCH (reproducible-builds.org) gives the same bytes every time. */
function fixedTime(): string | undefined {
  const seconds = Number(process.env.SOURCE_DATE_EPOCH || Number.NaN)
  return Number.isNaN(seconds) ? undefined : new Date(seconds * 1000).toISOString()
}
