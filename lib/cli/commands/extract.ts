import type { Command } from 'commander'
import { serializeCase } from '../../case-file'
import type { DocumentInput } from '../../documents/document-input'
import { entityKindTable } from '../../ontology'
import type { IngestReport } from '../../pipeline'
import { type Case, entityKinds } from '../../schema'
import { count, listWords } from '../../view/words'
import { day } from '../filter-options'
import { printJson } from '../json-claim'
import { readInputs } from '../read-inputs'
import { showClaims } from '../show-claim'
import { bold, wrap } from '../wrap'
import { writeOut } from '../write-out'

type Flags = { out?: string; json?: true; date?: string; title?: string; propositions?: true }

export function addExtract(program: Command): void {
  program
    .command('extract')
    .summary('makes a case of reports')
    .description(
      'Reads reports and makes a case of them: who did what with whom, each with its sentence. Nothing leaves this machine.',
    )
    .argument('<FILE...>', 'files (.txt .md .html .pdf .docx .json), folders or links')
    .option('-o, --out <file>', 'writes the case file here')
    .option('--json', 'the case file on standard output')
    .option('--date <date>', 'day of the reports that do not say (YYYY-MM-DD)', day)
    .option('--title <title>', 'what the case is called')
    .option('--propositions', 'who does what in every clause, before it becomes a case')
    .action(run)
}

async function run(names: string[], flags: Flags): Promise<void> {
  const inputs = await readInputs(names, flags.date)
  const pipeline = await import('../../pipeline')
  if (flags.propositions) {
    await showPropositions(inputs, pipeline.listPropositions, flags.json === true)
    return
  }
  const { case: case_, report } = pipeline.ingest(inputs, {
    date: flags.date,
    title: flags.title,
    addedAt: fixedTime(),
    onProgress: (done, of, title) => console.error(`[${done}/${of}] ${title}`),
  })
  for (const title of report.duplicates) console.error(`Left out, the same text twice: ${title}`)
  if (flags.out) await writeOut(serializeCase(case_), flags.out)
  if (flags.json) process.stdout.write(serializeCase(case_))
  else console.log(show(case_, report, flags.out))
}

/** SOURCE_DATE_EPOCH (reproducible-builds.org) gives the same bytes every time. */
function fixedTime(): string | undefined {
  const seconds = Number(process.env.SOURCE_DATE_EPOCH || Number.NaN)
  return Number.isNaN(seconds) ? undefined : new Date(seconds * 1000).toISOString()
}

function show(case_: Case, report: IngestReport, out: string | undefined): string {
  const kinds = entityKinds.flatMap((kind) => {
    const entities = case_.entities.filter((entity) => entity.kind === kind)
    const { plural } = entityKindTable[kind]
    return entities.length > 0
      ? [wrap(`${plural}: ${entities.map((entity) => entity.name).join(', ')}`, 0, 2)]
      : []
  })
  const skipped = report.documents.flatMap((document) => document.skipped)
  const reasons = new Map<string, number>()
  for (const { reason } of skipped) reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  const left = [...reasons].map(([reason, number]) => `${reason} (${number})`)
  return [
    bold(
      `“${case_.title}”: ${count(case_.documents.length, 'report')}, ${count(case_.entities.length, 'entity', 'entities')}, ${count(case_.claims.length, 'claim')}`,
    ),
    kinds.join('\n'),
    ...(out
      ? [`Written to ${out}. Look at it with: throughline open ${out}`]
      : showClaims(case_.claims, case_, 0, true)),
    ...(left.length > 0 ? [wrap(`Nothing was drawn from: ${listWords(left)}.`)] : []),
  ].join('\n\n')
}

type ListPropositions = typeof import('../../pipeline')['listPropositions']

async function showPropositions(
  inputs: readonly DocumentInput[],
  list: ListPropositions,
  json: boolean,
): Promise<void> {
  const found = inputs.map((input) => ({ title: input.title, propositions: list(input) }))
  if (json) {
    printJson(found)
    return
  }
  for (const { title, propositions } of found) {
    console.log(bold(wrap(title)))
    for (const { subjects, predicate, objects, others, stance, attribution } of propositions) {
      const parts = [subjects.join(' + ') || '…', predicate, ...objects, ...others]
      const notes = [
        stance === 'none' || stance === 'asserted' ? '' : stance,
        attribution.length > 0 ? `according to ${attribution.join(', ')}` : '',
      ].filter(Boolean)
      console.log(
        wrap(`${parts.join(' | ')}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}`, 2, 2),
      )
    }
    console.log()
  }
}
