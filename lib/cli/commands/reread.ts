import type { Command } from 'commander'
import { listNewlyLost } from '../../decisions/newly-lost'
import { standingCase } from '../../decisions/standing'
import { AppError } from '../../errors'
import { openImports } from '../../import/imports'
import {
  type Change,
  keepAgain,
  previewAgain,
  type ReadAgain,
  readAgain,
} from '../../import/read-again'
import { type Readers, startReaders } from '../../import/readers'
import { compareCases } from '../../query/compare'
import { describeClaim } from '../../query/sentence'
import type { Case } from '../../schema'
import { type EarlierState, openStore } from '../../store/store'
import { count } from '../../view/words'
import { openProgressLine } from '../progress-line'
import { findRunningApp } from '../running-app'
import { bold, wrap } from '../wrap'
import { comparisonJson, showComparison } from './diff'

type Flags = { preview?: boolean; back?: boolean; json?: boolean }

export function addReread(program: Command): void {
  program
    .command('reread')
    .summary('reads the reports of a stored case again')
    .description(
      'Reads the reports of a stored case again, as after an update of the program, and carries its decisions out over what is found. A decision whose ground is gone stays in the history and is named. Reports that came with claims made elsewhere stay as they are. What the case was is kept, to go back to.',
    )
    .argument('<CASE>', 'stored case')
    .option('--preview', 'says what would change, and keeps nothing')
    .option('--back', 'goes back to what was read before the last time; decisions stay')
    .option('--json', 'the answer as JSON')
    .action(run)
}

async function run(id: string, flags: Flags): Promise<void> {
  const app = await findRunningApp()
  try {
    console.log(await (flags.back ? goBack(id, flags) : reread(id, flags)))
  } catch (error) {
    throw app === undefined ? error : inApp(error, app, id)
  }
}

async function reread(id: string, { preview = false, json = false }: Flags): Promise<string> {
  const store = openStore()
  const line = openProgressLine()
  let readers: Readers | undefined
  try {
    const at = {
      store,
      imports: openImports(),
      readers: () => {
        readers ??= startReaders()
        return readers
      },
    }
    const read = await readAgain(at, id, {
      onProgress: (number, of) => line.show(`${number} of ${count(of, 'report')}`),
    })
    const change = await (preview ? previewAgain : keepAgain)(at, id, read)
    line.clear()
    const changed = !preview && change.after !== change.before
    const kept = changed ? (await store.listEarlier(id))[0] : undefined
    if (json) return asJson({ read: read.readings.length, failed: read.failed }, change, kept)
    return [
      ...showRead(read, change.after),
      ...showChange(change),
      preview
        ? `Nothing was kept. To keep it: throughline reread ${id}`
        : kept
          ? `Kept. ${showWayBack(id, kept)}`
          : 'All of it reads as before: nothing was changed.',
    ].join('\n\n')
  } finally {
    await readers?.stop()
  }
}

/** @throws AppError not_found when there is nothing to go back to */
async function goBack(id: string, { preview, json = false }: Flags): Promise<string> {
  if (preview) throw new AppError('invalid_input', 'Leave out --preview: --back can be taken back.')
  const store = openStore()
  const [last] = await store.listEarlier(id)
  if (!last) {
    const message = `“${id}” was not read again, or what it was is not kept any more.`
    throw new AppError('not_found', message)
  }
  const before = await store.readCase(id)
  const change = { before, after: await store.putBack(id, last.keptAt) }
  const [kept] = await store.listEarlier(id)
  if (json) return asJson({}, change, kept)
  return [
    bold(`“${change.after.title}” is as it was read before`),
    ...showChange(change),
    showWayBack(id, kept!),
  ].join('\n\n')
}

/** What has the folder can do it as well. */
function inApp(error: unknown, app: string, id: string): unknown {
  if (!(error instanceof AppError) || error.code !== 'conflict') return error
  const where = `${app}/case/${encodeURIComponent(id)}`
  const message = `${error.message} In the app it is in the menu under the case’s title, “Read the reports again …”: ${where}`
  return new AppError(error.code, message, error.problems, { cause: error })
}

const standing = ({ before, after }: Change) => [standingCase(before), standingCase(after)] as const

function showRead({ readings, failed }: ReadAgain, { title, documents }: Case): string[] {
  const left = documents.length - readings.length - failed.length
  return [
    [
      `${bold(`“${title}”`)}: ${count(readings.length, 'report')} read again`,
      ...(left > 0 ? [`${left} left as they are`] : []),
    ].join(' · '),
    ...failed.map(({ title, reason }) =>
      wrap(`Not read, and left as it was: “${title}”. ${reason}`),
    ),
  ]
}

function showChange(change: Change): string[] {
  const [old, fresh] = standing(change)
  return [
    showComparison(compareCases(old, fresh), old, fresh, false),
    ...(change.after.decisions.length > 0 ? [showLost(change)] : []),
  ]
}

const showWayBack = (id: string, kept: EarlierState) =>
  `Every decision is in the history still. To take this back: throughline reread ${id} --back
What it was is among the deleted cases, too: throughline cases restore ${kept.id}`

function showLost({ before, after }: Change): string {
  const lost = listNewlyLost(before, after)
  const all = count(after.decisions.length, 'decision')
  if (lost.length === 0) return bold(`${all}: none lost its ground`)
  const lines = lost.map(({ decision, reason }) => {
    const { kind, at, by } = decision
    const claim = before.claims.find(({ id }) => id === decision.claim)
    const what = claim ? ` “${describeClaim(claim, before)}”` : ''
    return wrap(`${[at.slice(0, 10), by, kind].filter(Boolean).join(' ')}${what}: ${reason}`, 2)
  })
  return [bold(`Of ${all} ${lost.length} lost the ground they stood on`), ...lines].join('\n')
}

function asJson(head: object, change: Change, kept?: EarlierState): string {
  const [old, fresh] = standing(change)
  const answer = {
    ...head,
    ...comparisonJson(compareCases(old, fresh), old, fresh),
    lost: listNewlyLost(change.before, change.after),
    ...(kept && { kept }),
  }
  return JSON.stringify(answer, undefined, 2)
}
