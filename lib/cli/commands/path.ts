import { type Command, Option } from 'commander'
import { withThe } from '../../query/clause'
import type { Path, PathAnswer, PathQuestion } from '../../query/paths'
import type { Case } from '../../schema'
import { count } from '../../view/words'
import { openQuestions } from '../case-questions'
import {
  addFilterOptions,
  collect,
  days,
  type FilterFlags,
  readFilter,
  wholeNumber,
} from '../filter-options'
import { jsonClaim, jsonEntity, printJson } from '../json-claim'
import { showClaims } from '../show-claim'
import { bold, wrap } from '../wrap'

type Flags = FilterFlags & {
  from: string
  to: string
  mode: PathQuestion['mode']
  via?: string[]
  avoid?: string[]
  maxHops: number
  longestGap?: number
  anyOrder?: true
  budget?: number
  limit: number
  quotes?: true
  json?: true
}

export function addPath(program: Command): void {
  const command = program
    .command('path')
    .summary('how two entities are connected')
    .description(
      'How two entities are connected: the best paths, ranked by the independent sources of their weakest hop.',
    )
    .argument('<CASE>', 'case file, stored case or sample')
    .requiredOption('--from <name>', 'where the path begins')
    .requiredOption('--to <name>', 'where it ends')
    .addOption(
      new Option(
        '--mode <mode>',
        'connected ignores direction; travelled follows influence, forward in time',
      )
        .choices(['connected', 'travelled'])
        .default('connected'),
    )
    .option('--via <name>', 'passes this entity; can be given again', collect)
    .option('--avoid <name>', 'leaves this entity out; can be given again', collect)
    .option('--max-hops <n>', 'at most so many relations in a row', wholeNumber, 5)
    .option('--longest-gap <days>', 'at most so many days between dated hops', days)
    .option('--any-order', 'lets a travelled path jump about in time')
    .option('--limit <n>', 'at most so many paths', wholeNumber, 10)
    .option('--budget <n>', 'stops after so many steps of the search, and says so', wholeNumber)
    .option('--quotes', 'every quote, not only the best')
    .option('--json', 'the answer as JSON')
  addFilterOptions(command).action(run)
}

async function run(caseName: string, flags: Flags): Promise<void> {
  const questions = await openQuestions(caseName)
  const find = async (name: string) => (await questions.findEntity(name)).id
  const findAll = (names: string[]) => Promise.all(names.map(find))
  const question: PathQuestion = {
    from: await find(flags.from),
    to: await find(flags.to),
    mode: flags.mode,
    via: flags.via && (await findAll(flags.via)),
    avoid: flags.avoid && (await findAll(flags.avoid)),
    maxHops: flags.maxHops,
    limit: flags.limit,
    filter: await readFilter(flags, questions),
    ...(flags.longestGap !== undefined && { longestGap: flags.longestGap }),
    ...(flags.anyOrder && { anyOrder: true }),
    ...(flags.budget !== undefined && { budget: flags.budget }),
  }
  const { answer, part: case_ } = await questions.paths(question)
  if (flags.json) printJson(toJson(answer, question, case_))
  else console.log(show(answer, question, case_, flags.quotes === true))
}

function show(answer: PathAnswer, question: PathQuestion, case_: Case, quotes: boolean): string {
  const name = (id: string) => jsonEntity(id, case_).name
  const { from, to, mode, maxHops } = question
  const found = answer.paths.length
  const way = mode === 'travelled' ? 'travels from' : 'connects'
  const link = mode === 'travelled' ? 'to' : 'and'
  const hops = count(maxHops ?? 5, 'hop')
  const heading = found
    ? `${count(found, 'path')} between ${withThe(name(from))} and ${withThe(name(to))}, up to ${hops}`
    : `Nothing ${way} ${withThe(name(from))} ${link} ${withThe(name(to))} in up to ${hops}.`
  const lines = [bold(heading), ...answer.paths.map((path, i) => showPath(path, i, case_, quotes))]
  if (answer.exhausted) {
    lines.push('The search stopped at its budget: there may be more paths, or better ones.')
  }
  if (found === 0 && answer.relax.length === 0 && !answer.exhausted) {
    lines.push('No claim of the case ties the two together, however far one goes.')
  }
  if (answer.relax.length > 0) {
    const options = answer.relax.map(({ change, paths }) => `  ${change}: ${count(paths, 'path')}`)
    lines.push(['There would be paths', ...options].join('\n'))
  }
  return lines.join('\n\n')
}

function showPath(path: Path, index: number, case_: Case, quotes: boolean): string {
  const name = (id: string) => jsonEntity(id, case_).name
  const weakest = path.hops[path.weakest]!
  const undated = path.hops.filter((hop) => hop.undated).length
  const facts = [
    count(path.hops.length, 'hop'),
    `weakest hop ${name(weakest.from)} – ${name(weakest.to)}: ${count(weakest.sources, 'independent source')}`,
    path.span === null ? '' : `${count(path.span, 'day')} from first to last`,
    undated === 0 ? '' : undated === path.hops.length ? 'undated' : `${undated} undated`,
  ]
  const lines = [
    bold(wrap(`${index + 1}. ${path.nodes.map(name).join(' → ')}`, 0, 3)),
    wrap(facts.filter(Boolean).join(' · '), 3),
  ]
  for (const hop of path.hops) {
    const marks = [hop.against ? 'against its direction' : '', hop.undated ? 'undated' : '']
    const marked = marks.filter(Boolean).join(', ')
    lines.push(`   ${name(hop.from)} – ${name(hop.to)}${marked && ` (${marked})`}`)
    lines.push(...showClaims(hop.claims, case_, 5, quotes))
  }
  return lines.join('\n')
}

const toJson = (answer: PathAnswer, question: PathQuestion, case_: Case) => ({
  case: case_.id,
  question,
  paths: answer.paths.map((path) => ({
    ...path,
    nodes: path.nodes.map((id) => jsonEntity(id, case_)),
    hops: path.hops.map((hop) => ({
      ...hop,
      claims: hop.claims.map((claim) => jsonClaim(claim, case_)),
    })),
  })),
  exhausted: answer.exhausted,
  relax: answer.relax,
})
