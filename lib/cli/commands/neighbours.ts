import type { Command } from 'commander'
import type { Neighbour } from '../../query/neighbours'
import type { Direction } from '../../query/reach'
import type { Case } from '../../schema'
import { count } from '../../view/words'
import { openQuestions } from '../case-questions'
import { addFilterOptions, type FilterFlags, readFilter, wholeNumber } from '../filter-options'
import { jsonClaim, jsonEntity, printJson } from '../json-claim'
import { showClaims } from '../show-claim'
import { bold } from '../wrap'

type Flags = FilterFlags & { depth: number; direction: Direction; limit: number; json?: true }

export function addNeighbours(program: Command): void {
  const command = program
    .command('neighbours')
    .summary('who and what is around an entity, with every quote')
    .description('Who and what is around an entity, nearest first, with the sentences that say so.')
    .argument('<CASE>', 'case file, stored case or sample')
    .argument('<NAME>', 'a name or alias; case does not matter')
    .option('--depth <n>', 'steps away, 1 to 3', wholeNumber, 1)
    .option('--direction <way>', 'of the relations: in, out or any', 'any')
    .option('--limit <n>', 'at most so many neighbours', wholeNumber, 100)
    .option('--json', 'the answer as JSON')
  addFilterOptions(command).action(run)
}

async function run(caseName: string, name: string, flags: Flags): Promise<void> {
  const questions = await openQuestions(caseName)
  const entity = await questions.findEntity(name)
  const { depth, direction, limit } = flags
  const filter = await readFilter(flags, questions)
  const { answer: found, part: case_ } = await questions.neighbours(entity.id, {
    depth,
    direction,
    limit,
    filter,
  })
  if (flags.json) {
    printJson({
      case: case_.id,
      entity: jsonEntity(entity.id, case_),
      depth,
      neighbours: found.layers.map(({ id, distance, claims }) => ({
        ...jsonEntity(id, case_),
        distance,
        claims: claims.map((claim) => jsonClaim(claim, case_)),
      })),
      omitted: found.omitted,
    })
    return
  }
  const all = found.layers.length + found.omitted
  const reach = depth === 1 ? '' : ` within ${depth} steps`
  console.log(bold(`${entity.name} (${entity.kind}): ${count(all, 'neighbour')}${reach}`))
  for (const neighbour of found.layers) console.log(`\n${show(neighbour, case_, depth)}`)
  if (found.omitted > 0) console.log(`\n… and ${found.omitted} more (--limit)`)
}

function show({ id, distance, claims }: Neighbour, case_: Case, depth: number): string {
  const { name, kind } = jsonEntity(id, case_)
  const steps = depth === 1 ? '' : ` · ${count(distance, 'step')} away`
  const blocks = showClaims(claims, case_, 2, true)
  return [bold(`${name} (${kind})${steps}`), ...blocks].join('\n')
}
