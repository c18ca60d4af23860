import type { Command } from 'commander'
import { AppError } from '../../errors'
import { type Engine, startEngine } from '../../import/engine'
import { type Imports, openImports } from '../../import/imports'
import type { Progress } from '../../import/progress'
import { startReaders } from '../../import/readers'
import type { Refused, Source } from '../../import/source'
import { defaultPlace } from '../../store/connect'
import { openStore } from '../../store/store'
import { progressWords } from '../../view/import-words'
import { day } from '../filter-options'
import { printJson } from '../json-claim'
import { checkNames, listSources, readLinks } from '../list-sources'
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
      'Reads documents and joins them to a stored case, with progress; what fails is named, the rest goes on. Stopped in the middle, it goes on with: throughline import CASE',
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

async function run(caseName: string, names: string[], flags: Flags): Promise<void> {
  checkNames(names)
  const links = flags.links ? await readLinks(flags.links) : []
  const imports = openImports()
  const caseId = flags.new ? await openStore().createCase(caseName) : await findCase(caseName)
  const unfinished = (await imports.list(caseId)).filter(({ finishedAt }) => !finishedAt)
  if (flags.cancel) {
    for (const { id } of unfinished) await imports.cancel(id)
  }
  const engine = startEngine(defaultPlace(), { readers: startReaders(), onError: warn })
  const leave = () => void stopEarly(engine, caseId)
  process.once('SIGINT', leave)
  process.once('SIGTERM', leave)
  try {
    const ids = unfinished.map(({ id }) => id)
    if (flags.retry) ids.push(...(await retryLast(imports, caseId)))
    if (names.length > 0 || links.length > 0) {
      const id = await imports.begin(caseId, { date: flags.date, addedAt: fixedTime() })
      ids.push(id)
      await handIn(imports, engine, id, names, links)
    }
    if (ids.length === 0) throw nothingToDo(caseId)
    for (const id of ids) await follow(imports, engine, id, flags.json === true)
  } finally {
    process.off('SIGINT', leave)
    process.off('SIGTERM', leave)
    await engine.stop()
  }
}

/** @throws AppError not_found with what there is */
async function findCase(name: string): Promise<string> {
  const stored = await openStore().listCases()
  if (stored.some(({ id }) => id === name)) return name
  const known = stored.map(({ id }) => id).join(', ')
  throw new AppError(
    'not_found',
    `There is no stored case "${name}". Stored: ${known || 'none'}. To make one: throughline import --new "${name}" PATH`,
  )
}

async function retryLast(imports: Imports, caseId: string): Promise<string[]> {
  for (const { id, finishedAt } of await imports.list(caseId)) {
    if (finishedAt && (await imports.retry(id)) > 0) return [id]
  }
  throw new AppError('not_found', `Nothing failed in "${caseId}" that could be tried again.`)
}

async function handIn(
  imports: Imports,
  engine: Engine,
  id: string,
  names: readonly string[],
  links: (Source | Refused)[],
): Promise<void> {
  let held: (Source | Refused)[] = [...links]
  const send = async () => {
    await imports.add(id, held)
    engine.wake()
    held = []
  }
  for await (const source of listSources(names)) {
    held.push(source)
    if (held.length >= 50) await send()
  }
  await send()
  await imports.seal(id)
  engine.wake()
}

/** Shows how far it is until it is over: a line that moves, or one every ten seconds in a log. */
async function follow(imports: Imports, engine: Engine, id: string, json: boolean): Promise<void> {
  const moving = process.stderr.isTTY
  let shown = 0
  const show = (progress: Progress) => {
    if (!moving && Date.now() - shown < 10_000) return
    shown = Date.now()
    process.stderr.write(
      moving ? `\r\x1b[K${progressWords(progress)}` : `${progressWords(progress)}\n`,
    )
  }
  for (;;) {
    const progress = await imports.progress(id)
    if (progress.finishedAt) break
    show(progress)
    await Promise.race([engine.whenIdle(), new Promise((wake) => setTimeout(wake, 500))])
  }
  if (moving) process.stderr.write('\r\x1b[K')
  const progress = await imports.progress(id)
  const troubles = await imports.troubles(id)
  if (json) printJson({ ...progress, troubles })
  else console.log(showReport(progress, troubles))
}

async function stopEarly(engine: Engine, caseId: string): Promise<void> {
  console.error('\nStopping. What was taken in is kept.')
  await engine.stop()
  await openStore().close()
  console.error(
    `Go on with: throughline import ${caseId}\nOr stop it for good with: throughline import ${caseId} --cancel`,
  )
  process.exit(130)
}

const nothingToDo = (caseId: string) =>
  new AppError(
    'invalid_input',
    `Nothing of "${caseId}" is left to be read. Name files, folders or links to add.`,
  )

/** SOURCE_DATE_EPOCH (reproducible-builds.org) gives the same bytes every time. */
function fixedTime(): string | undefined {
  const seconds = Number(process.env.SOURCE_DATE_EPOCH || Number.NaN)
  return Number.isNaN(seconds) ? undefined : new Date(seconds * 1000).toISOString()
}

const warn = (error: unknown) =>
  console.error(error instanceof Error ? error.message : String(error))
