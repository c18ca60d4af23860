import { entityKindTable, relationType, stanceTable } from '../ontology'
import type { ClaimFilter } from '../query/filter'
import type { Case } from '../schema'
import { dayWords, listWords } from './words'

/** A filter in words: "only people and papers; only hedged; from 1 October 2025". */
export function describeFilter(filter: ClaimFilter, case_: Case): string {
  const title = (id: string) =>
    `“${case_.documents.find((document) => document.id === id)?.title ?? id}”`
  const only = (words: string[] | undefined, none: string) =>
    words && (words.length === 0 ? none : `only ${listWords(words)}`)
  const parts = [
    only(
      filter.kinds?.map((kind) => entityKindTable[kind].plural.toLowerCase()),
      'no kind of entity',
    ),
    only(
      filter.relations?.map((relation) => `“${relationType(relation).label}”`),
      'no relation',
    ),
    only(
      filter.stances?.map((stance) => stanceTable[stance].label),
      'no stance',
    ),
    only(filter.sources?.map(title), 'no source'),
    filter.since && `from ${dayWords(filter.since)}`,
    filter.until && `to ${dayWords(filter.until)}`,
    filter.dated && 'only what has a date',
  ]
  return parts.filter(Boolean).join('; ')
}
