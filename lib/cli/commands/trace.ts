import { type Command, Option } from 'commander'
import { buildGraph, type CaseGraph, graphCase } from '../../graph/build'
import { nameIn } from '../../query/clause'
import { findEntity } from '../../query/find-entity'
import { type Lineage, type LineageStep, traceLineage } from '../../query/lineage'
import type { Case } from '../../schema'
import { count } from '../../view/words'
import { collect, day } from '../filter-options'
import { jsonClaim, jsonEntity } from '../json-claim'
import { loadStanding } from '../load-case'
import { showClaims } from '../show-claim'
import { bold, wrap } from '../wrap'
import { requireFile, writeOut } from '../write-out'

type Flags = {
  until?: string
  without?: string[]
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
      new Option('--format <format>')
        .choices(['text', 'md', 'json', 'csv', 'svg', 'png'])
        .default('text'),
    )
    .addOption(
      new Option('--theme <theme>', 'of a picture').choices(['light', 'dark']).default('light'),
    )
    .option('--quotes', 'every quote, not only the best')
    .option('--json', 'the same as --format json')
    .option('-o, --out <file>', 'where to write; else to standard output')
    .action(run)
}

async function run(caseName: string, name: string, flags: Flags): Promise<void> {
  const case_ = await loadStanding(caseName)
  const entity = findEntity(case_, name)
  const graph = buildGraph(case_)
  const lineage = traceLineage(graph, entity.id, flags)
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
    return drawTrace(lineage, graph, title, flags)
  }
  return writeOut(`${show(lineage, case_, flags.quotes === true)}\n`, flags.out)
}

async function drawTrace(lineage: Lineage, graph: CaseGraph, title: string, flags: Flags) {
  const [{ finishPicture }, { layoutTrace }, { traceElements }] = await Promise.all([
    import('../../export/picture'),
    import('../../view/layout/layout-trace'),
    import('../../view/trace-elements'),
  ])
  const elements = traceElements(graph, lineage)
  const { svg } = finishPicture(
    graphCase(graph),
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
    const facts = [roles[step.role], step.when ? `“${step.when}”` : 'no time given']
    const claims = showClaims(step.claims, case_, 3, quotes)
    return [
      bold(wrap(`${i + 1}. ${sayStep(step, case_)}`, 0, 3)),
      wrap(facts.join(' · '), 3),
      ...claims,
    ].join('\n')
  })
  const heading = `How ${nameIn(lineage.target, case_)} was shaped: ${count(lineage.steps.length, 'step')}`
  const notes = [
    ...lineage.conflicts.map(
      ({ from, to }) =>
        `The dates of steps ${number(lineage, from)} and ${number(lineage, to)} contradict their order.`,
    ),
    ...(lineage.omitted > 0 ? [`… and ${lineage.omitted} papers and events further off`] : []),
  ]
  return [bold(heading), ...blocks, ...notes].join('\n\n')
}

const number = (lineage: Lineage, id: string) =>
  lineage.steps.findIndex((step) => step.id === id) + 1

/** "The Russian non-paper is presented". */
function sayStep(step: LineageStep, case_: Case): string {
  const name = nameIn(step.spine, case_)
  const said =
    step.phase === 'presented' || step.phase === 'revised' ? `${name} is ${step.phase}` : name
  return `${said[0]!.toUpperCase()}${said.slice(1)}`
}

const toJson = (lineage: Lineage, case_: Case) => ({
  case: case_.id,
  target: jsonEntity(lineage.target, case_),
  steps: lineage.steps.map((step) => ({
    ...step,
    spine: jsonEntity(step.spine, case_),
    actors: step.actors.map((id) => jsonEntity(id, case_)),
    claims: step.claims.map((claim) => jsonClaim(claim, case_)),
  })),
  links: lineage.links.map(({ from, to, claims }) => ({
    from,
    to,
    claims: claims.map((claim) => claim.id),
  })),
  conflicts: lineage.conflicts,
  omitted: lineage.omitted,
})
