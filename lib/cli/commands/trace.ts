import { type Command, Option } from 'commander'
import { buildGraph } from '../../graph/build'
import { solveTimes } from '../../query/chronology'
import { nameIn } from '../../query/clause'
import type { Lineage, LineageStep } from '../../query/lineage'
import type { Case } from '../../schema'
import { count } from '../../view/words'
import { openQuestions } from '../case-questions'
import { collect, day } from '../filter-options'
import { findSources } from '../find-sources'
import { jsonClaim, jsonEntity } from '../json-claim'
import { showClaims, showQuote } from '../show-claim'
import { bold, wrap } from '../wrap'
import { requireFile, writeOut } from '../write-out'

type Flags = {
  until?: string
  without?: string[]
  direction?: 'upstream' | 'downstream'
  open?: true
  format: 'text' | 'md' | 'json' | 'csv' | 'svg' | 'png'
  theme: 'light' | 'dark'
  out?: string
  quotes?: true
  json?: true
}

export function addTrace(program: Command): void {
  program
    .command('trace')
    .summary('how a plan, event or organization came about')
    .description(
      'How a thing came about: what fed it, who had a hand in each step, what became of it.',
    )
    .argument('<CASE>', 'case file, stored case or sample')
    .argument('<NAME>', 'a plan, bill, meeting or anything else by name or alias')
    .option('--until <date>', 'leaves out what is dated later (YYYY-MM-DD)', day)
    .option(
      '--without <source>',
      'without a report, outlet or attribution; can be given again',
      collect,
    )
    .addOption(
      new Option('--direction <way>', 'only what fed it, or only what became of it').choices([
        'upstream',
        'downstream',
      ]),
    )
    .option('--open', 'every phase as a step of its own')
    .addOption(
      new Option('--format <format>')
        .choices(['text', 'md', 'json', 'csv', 'svg', 'png'])
        .default('text'),
    )
    .addOption(
      new Option('--theme <theme>', 'of a picture').choices(['light', 'dark']).default('light'),
    )
    .option('--quotes', 'every relation with every quote, not only the best')
    .option('--json', 'the same as --format json')
    .option('-o, --out <file>', 'where to write; else to standard output')
    .action(run)
}

async function run(caseName: string, name: string, flags: Flags): Promise<void> {
  const questions = await openQuestions(caseName)
  const entity = await questions.findEntity(name)
  const { until, direction, without } = flags
  const {
    answer: lineage,
    part: case_,
    cut,
  } = await questions.lineage(entity.id, {
    ...(until !== undefined && { until }),
    ...(direction && { direction }),
    ...(without && { without: findSources(without, await questions.listSources(without)) }),
    ...(flags.open && { open: 'all' as const }),
  })
  if (cut) {
    console.error(
      'The case is too large to look at all that bears on this: times may be placed less closely.',
    )
  }
  if (flags.json || flags.format === 'json') {
    const text = JSON.stringify(toJson(lineage, case_), null, 2)
    return writeOut(`${text}\n`, flags.out)
  }
  const title = `How ${nameIn(lineage.target, case_)} was shaped`
  if (flags.format === 'md') {
    const { writeTrace } = await import('../../export/markdown')
    return writeOut(writeTrace(case_, lineage), flags.out)
  }
  if (flags.format === 'csv') {
    const { writeRelations } = await import('../../export/csv')
    return writeOut(writeRelations({ ...case_, claims: lineage.claims }), flags.out)
  }
  if (flags.format === 'svg' || flags.format === 'png') {
    if (flags.format === 'png') requireFile(flags.out, 'A PNG')
    return drawTrace(lineage, case_, title, flags)
  }
  return writeOut(`${show(lineage, case_, flags.quotes === true)}\n`, flags.out)
}

async function drawTrace(lineage: Lineage, case_: Case, title: string, flags: Flags) {
  const [{ finishPicture }, { layoutTrace }, { traceElements }] = await Promise.all([
    import('../../export/picture'),
    import('../../view/layout/layout-trace'),
    import('../../view/trace-elements'),
  ])
  const elements = traceElements(buildGraph(case_), lineage)
  const { svg } = finishPicture(
    case_,
    { elements, layout: layoutTrace(lineage, elements) },
    {
      title,
      theme: flags.theme,
      background: 'canvas',
      legend: true,
      sources: true,
      words: 'all',
    },
  )
  if (flags.format === 'svg') return writeOut(svg, flags.out)
  const { drawPng } = await import('../../export/png')
  return writeOut(drawPng(svg, { scale: 2 }), flags.out)
}

const roles = { upstream: 'before', target: 'the thing itself', downstream: 'after' } as const

function show(lineage: Lineage, case_: Case, quotes: boolean): string {
  const blocks = lineage.steps.map((step, i) => {
    const facts = [
      roles[step.role],
      step.when ? `“${step.when}”` : 'no time given',
      count(step.sources, 'independent source'),
      step.id === lineage.weakest && lineage.steps.length > 1 ? 'the weakest step' : '',
      ...step.doubts,
    ]
    return [
      bold(wrap(`${i + 1}. ${sayName(step, case_)}`, 0, 3)),
      wrap(facts.filter(Boolean).join(' · '), 3),
      wrap(step.sentence, 3),
      ...(quotes ? showClaims(step.claims, case_, 3, true) : showBest(step, case_)),
    ].join('\n')
  })
  const heading = `How ${nameIn(lineage.target, case_)} was shaped: ${count(lineage.steps.length, 'step')}`
  return [bold(heading), ...blocks, ...listNotes(lineage, case_)].join('\n\n')
}

/** "The Russian non-paper is presented". */
function sayName(step: LineageStep, case_: Case): string {
  const name = nameIn(step.spine, case_)
  const isDone = ['presented', 'published', 'backed', 'revised'].includes(step.phase)
  const said = isDone ? `${name} is ${step.phase}` : name
  return `${said[0]!.toUpperCase()}${said.slice(1)}`
}

function showBest({ quote, claims }: LineageStep, case_: Case): string[] {
  if (!quote) return []
  const all = new Set(
    claims.flatMap(({ evidence }) => evidence.map((one) => `${one.document} ${one.quote}`)),
  )
  const rest = all.size - 1
  return [
    showQuote(quote.evidence, case_, 7),
    ...(rest > 0 ? [`${' '.repeat(7)}… and ${count(rest, 'more quote')} (--quotes)`] : []),
  ]
}

/** What does not fit, and what was left out. */
function listNotes(lineage: Lineage, case_: Case): string[] {
  const claims = new Set(lineage.claims.map(({ id }) => id))
  const torn = solveTimes(case_).contradictions.filter((one) =>
    one.claims.some((id) => claims.has(id)),
  )
  return [
    ...lineage.conflicts.map(
      ({ from, to }) =>
        `The times of steps ${number(lineage, from)} and ${number(lineage, to)} contradict their order.`,
    ),
    ...torn.map(({ message }) => wrap(message)),
    ...lineage.steps.flatMap(({ untold, spine }) =>
      untold ? [`… and ${count(untold, 'more relation')} of ${nameIn(spine, case_)}`] : [],
    ),
    ...(lineage.omitted > 0 ? [`… and ${lineage.omitted} papers and events further off`] : []),
  ]
}

const number = (lineage: Lineage, id: string) =>
  lineage.steps.findIndex((step) => step.id === id) + 1

const toJson = (lineage: Lineage, case_: Case) => ({
  case: case_.id,
  target: jsonEntity(lineage.target, case_),
  steps: lineage.steps.map((step) => ({
    ...step,
    spine: jsonEntity(step.spine, case_),
    actors: step.actors.map((id) => jsonEntity(id, case_)),
    claims: step.claims.map((claim) => jsonClaim(claim, case_)),
    parts: step.parts.map((part) => ({ ...part, claims: part.claims.map(({ id }) => id) })),
  })),
  weakest: lineage.weakest,
  links: lineage.links.map(({ claims, ...link }) => ({
    ...link,
    claims: claims.map((claim) => claim.id),
  })),
  conflicts: lineage.conflicts,
  omitted: lineage.omitted,
})
