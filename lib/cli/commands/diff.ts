import { type Command, Option } from 'commander'
import { AppError } from '../../errors'
import { addedUntil, publishedUntil } from '../../query/case-at'
import { type ClaimChange, type Comparison, compareCases } from '../../query/compare'
import { describeClaim } from '../../query/sentence'
import type { Case, Claim } from '../../schema'
import { count, listWords } from '../../view/words'
import { day } from '../filter-options'
import { jsonClaim, jsonEntity, printJson } from '../json-claim'
import { loadStanding } from '../load-case'
import { showClaims } from '../show-claim'
import { bold, wrap } from '../wrap'

type Flags = {
  before?: string
  after?: string
  by: 'published' | 'added'
  quotes?: true
  json?: true
}

export function addDiff(program: Command): void {
  program
    .command('diff')
    .summary('what changed between two cases, or two days of one')
    .description(
      'What is new, gone, better or less supported, and disputed now: between two case files, or in one case between two days.',
    )
    .argument('<A>', 'case file, stored case or sample')
    .argument('[B]', 'the case to compare it with')
    .option('--before <date>', 'the earlier day (YYYY-MM-DD), when there is one case', day)
    .option('--after <date>', 'the later day; the whole case when left out', day)
    .addOption(
      new Option('--by <date>', 'which date of a report counts: when it was published or put in')
        .choices(['published', 'added'])
        .default('published'),
    )
    .option('--quotes', 'every quote, not only the best')
    .option('--json', 'the answer as JSON')
    .action(run)
}

async function run(a: string, b: string | undefined, flags: Flags): Promise<void> {
  const [before, after] = await loadBoth(a, b, flags)
  const comparison = compareCases(before, after)
  if (flags.json) printJson(comparisonJson(comparison, before, after))
  else console.log(showComparison(comparison, before, after, flags.quotes === true))
}

async function loadBoth(a: string, b: string | undefined, flags: Flags): Promise<[Case, Case]> {
  const first = await loadStanding(a)
  if (b !== undefined) {
    if (flags.before ?? flags.after) {
      throw new AppError(
        'invalid_input',
        '--before and --after are days of one case; there are two. Leave out the second case or the days.',
      )
    }
    return [first, await loadStanding(b)]
  }
  if (flags.before === undefined) {
    throw new AppError(
      'invalid_input',
      `There is nothing to compare "${a}" with. Name a second case, or a day: --before 2025-11-26`,
    )
  }
  if (flags.after !== undefined && flags.after < flags.before) {
    throw new AppError(
      'invalid_input',
      `--after ${flags.after} lies before --before ${flags.before}. Swap the days.`,
    )
  }
  const until = flags.by === 'added' ? addedUntil : publishedUntil
  return [until(first, flags.before), flags.after ? until(first, flags.after) : first]
}

/** What changed, in words. */
export function showComparison(
  { entities, claims }: Comparison,
  before: Case,
  after: Case,
  quotes: boolean,
): string {
  const blocks = [
    showNames('New', entities.new, after),
    showNames('No longer there', entities.gone, before),
    showList('New', claims.new, (claim) => showClaims([claim], after, 2, quotes)),
    showList('Gone', claims.gone, (claim) => showClaims([claim], before, 2, quotes)),
    ...changeTitles.map(([kind, title]) =>
      showList(title, claims[kind], (change) => showChange(change, after, quotes)),
    ),
  ].filter(Boolean)
  return blocks.length > 0 ? blocks.join('\n\n') : 'Nothing changed: the two say the same.'
}

const changeTitles = [
  ['nowContested', 'Contested now'],
  ['noLongerContested', 'No longer contested'],
  ['strengthened', 'Better supported'],
  ['weakened', 'Less supported'],
] as const

function showNames(title: string, ids: readonly string[], case_: Case): string {
  if (ids.length === 0) return ''
  const names = ids.map((id) => jsonEntity(id, case_).name)
  return `${bold(`${title}: ${count(ids.length, 'entity', 'entities')}`)}\n${wrap(listWords(names), 2)}`
}

function showList<T extends Claim | ClaimChange>(
  title: string,
  list: readonly T[],
  one: (item: T) => string[],
): string {
  if (list.length === 0) return ''
  return [bold(`${title}: ${count(list.length, 'relation')}`), ...list.flatMap(one)].join('\n')
}

function showChange({ after, sources, stance }: ClaimChange, case_: Case, quotes: boolean) {
  const changes = [
    sources.before === sources.after
      ? ''
      : `${sources.before} → ${count(sources.after, 'independent source')}`,
    stance.before === stance.after ? '' : `${stance.before} → ${stance.after}`,
  ].filter(Boolean)
  const shown = quotes
    ? showClaims([after], case_, 2, true)
    : [wrap(describeClaim(after, case_), 2)]
  return [...shown, wrap(changes.join(' · '), 4)]
}

export function comparisonJson({ entities, claims }: Comparison, before: Case, after: Case) {
  const change = (one: ClaimChange) => ({
    claim: jsonClaim(one.after, after),
    sources: one.sources,
    stance: one.stance,
  })
  return {
    entities: {
      new: entities.new.map((id) => jsonEntity(id, after)),
      gone: entities.gone.map((id) => jsonEntity(id, before)),
    },
    claims: {
      new: claims.new.map((claim) => jsonClaim(claim, after)),
      gone: claims.gone.map((claim) => jsonClaim(claim, before)),
      strengthened: claims.strengthened.map(change),
      weakened: claims.weakened.map(change),
      nowContested: claims.nowContested.map(change),
      noLongerContested: claims.noLongerContested.map(change),
    },
  }
}
