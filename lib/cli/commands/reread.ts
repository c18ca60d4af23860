import type { Command } from 'commander'
import { listNewlyLost } from '../../decisions/newly-lost'
import { standingCase } from '../../decisions/standing'
import { type ReadAgain, readAgain } from '../../import/read-again'
import { startReaders } from '../../import/readers'
import { compareCases } from '../../query/compare'
import { describeClaim } from '../../query/sentence'
import { openStore } from '../../store/store'
import { count } from '../../view/words'
import { printJson } from '../json-claim'
import { openProgressLine } from '../progress-line'
import { bold, wrap } from '../wrap'
import { comparisonJson, showComparison } from './diff'

type Flags = { preview?: true; json?: true }

export function addReread(program: Command): void {
  program
    .command('reread')
    .summary('reads the reports of a stored case again')
    .description(
      'Reads the reports of a stored case again, as after an update of the program, and carries its decisions out over what is found. A decision whose ground is gone stays in the history and is named. Reports that came with claims made elsewhere stay as they are.',
    )
    .argument('<CASE>', 'stored case')
    .option('--preview', 'says what would change, and keeps nothing')
    .option('--json', 'the answer as JSON')
    .action(run)
}

async function run(id: string, flags: Flags): Promise<void> {
  const store = openStore()
  const readers = startReaders()
  const line = openProgressLine()
  try {
    const done = await readAgain(store, id, readers, {
      preview: flags.preview === true,
      onProgress: (number, of) => line.show(`${number} of ${count(of, 'report')}`),
    })
    line.clear()
    if (flags.json) printJson(toJson(done))
    else console.log(show(done, flags.preview === true))
  } finally {
    await readers.stop()
  }
}

const standing = ({ before, after }: ReadAgain) =>
  [standingCase(before), standingCase(after)] as const

function show(done: ReadAgain, preview: boolean): string {
  const { after, read, failed } = done
  const left = after.documents.length - read - failed.length
  const [old, fresh] = standing(done)
  return [
    [
      `${bold(`“${after.title}”`)}: ${count(read, 'report')} read again`,
      ...(left > 0 ? [`${left} left as they are`] : []),
    ].join(' · '),
    ...failed.map(({ title, reason }) =>
      wrap(`Not read, and left as it was: “${title}”. ${reason}`),
    ),
    showComparison(compareCases(old, fresh), old, fresh, false),
    ...(after.decisions.length > 0 ? [showLost(done)] : []),
    preview
      ? `Nothing was kept. To keep it: throughline reread ${after.id}`
      : 'Kept. Every decision is in the history still.',
  ].join('\n\n')
}

function showLost({ before, after }: ReadAgain): string {
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

function toJson(done: ReadAgain) {
  const [old, fresh] = standing(done)
  return {
    read: done.read,
    failed: done.failed,
    ...comparisonJson(compareCases(old, fresh), old, fresh),
    lost: listNewlyLost(done.before, done.after),
  }
}
