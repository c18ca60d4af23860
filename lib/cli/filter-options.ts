/** The options that narrow what counts, the same on every command that asks a question. */
import { type Command, InvalidArgumentError, Option } from 'commander'
import { AppError } from '../errors'
import { fold } from '../graph/fold'
import { relationTypes } from '../ontology'
import type { ClaimFilter } from '../query/filter'
import { readDay } from '../query/read-when'
import { type EntityKind, entityKinds, type Stance, stances } from '../schema'
import type { CaseSources } from '../store/list-sources'
import type { CaseQuestions } from './case-questions'

export type FilterFlags = {
  kind?: EntityKind[]
  relation?: string[]
  stance?: Stance[]
  source?: string[]
  since?: string
  until?: string
}

const relationIds = relationTypes.map((type) => type.id)

export function addFilterOptions(command: Command): Command {
  return command
    .addOption(several('--kind <kind>', 'kind of entity', entityKinds))
    .addOption(several('--relation <type>', 'type of relation', relationIds))
    .addOption(several('--stance <stance>', 'how sources put it', stances))
    .addOption(
      new Option(
        '--source <name>',
        'only what this report says: its id, title or publisher',
      ).argParser(collect),
    )
    .addOption(
      new Option(
        '--since <date>',
        'not before this day (YYYY-MM-DD); undated claims stay',
      ).argParser(day),
    )
    .addOption(new Option('--until <date>', 'not after this day').argParser(day))
}

/** An option that can be given again, or with commas; the choices stand in the help. */
function several(flags: string, description: string, choices: readonly string[]): Option {
  return new Option(flags, `${description}: ${choices.join(', ')}`).argParser(
    (value: string, before: string[] = []) => {
      const values = value.split(',').map((part) => part.trim())
      const wrong = values.find((part) => !choices.includes(part))
      if (wrong !== undefined) throw new InvalidArgumentError(`Choose from ${choices.join(', ')}.`)
      return [...before, ...values]
    },
  )
}

export const collect = (value: string, before: string[] = []) => [...before, value]

export function day(value: string): string {
  if (!readDay(value)) throw new InvalidArgumentError('Write the day as YYYY-MM-DD.')
  return value.slice(0, 10)
}

export function wholeNumber(value: string): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 1) {
    throw new InvalidArgumentError('Give a whole number from 1 up.')
  }
  return number
}

/** A number of days, 0 included. */
export function days(value: string): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 0 || value.trim() === '') {
    throw new InvalidArgumentError('Give a whole number of days, 0 or more.')
  }
  return number
}

/** @throws AppError not_found for a source the case does not have */
export async function readFilter(
  flags: FilterFlags,
  { listSources }: CaseQuestions,
): Promise<ClaimFilter> {
  const { source } = flags
  const known = source && (await listSources([]))
  return {
    ...(flags.kind && { kinds: flags.kind }),
    ...(flags.relation && { relations: flags.relation }),
    ...(flags.stance && { stances: flags.stance }),
    ...(known && { sources: source.flatMap((name) => findDocuments(name, known)) }),
    ...(flags.since && { since: flags.since }),
    ...(flags.until && { until: flags.until }),
  }
}

function findDocuments(name: string, { documents }: CaseSources): string[] {
  const wanted = fold(name)
  const found = documents.filter(
    ({ id, title, publisher = '' }) =>
      id === name || fold(title).includes(wanted) || fold(publisher) === wanted,
  )
  if (found.length > 0) return found.map((document) => document.id)
  const list = documents.map(({ id, title }) => `  ${id}  ${title}`).slice(0, 30)
  throw new AppError(
    'not_found',
    `No report is called "${name}". The case has:\n${list.join('\n')}`,
  )
}
