/** Whose word a document's evidence goes back to. */
import type { Case, Document, Evidence } from '../schema'
import { fold } from './fold'
import { once } from './once'

/** One origin of what a document says: two documents that share one are not independent. */
export type Origin = { key: string; reason: string }

// "sources", "two people briefed on the talks": nobody in particular, unless in the same words.
const nobody =
  /\b(sources?|officials?|people|persons?|aides?|diplomats?|police|authorities|experts?|analysts?|critics|witnesses|reports?|media|lawmakers|investigators|observers|insiders|he|she|they)\b/i

/**
 * The publisher, and everyone the evidence is attributed to by name. Attributions to nobody in
 * particular count only when they are long enough not to agree by chance: "sources" in two
 * reports may be anyone, "three sources familiar with the matter" in both are taken for the same.
 */
export function listOrigins(evidence: Evidence, document: Document, case_: Case): Origin[] {
  const origins = document.publisher ? [publisherOf(document.publisher, case_)] : []
  for (const words of evidence.attribution) {
    const origin = attributionOf(words, case_)
    if (origin) origins.push(origin)
  }
  return origins
}

const publisherOf = remember(
  (name, case_): Origin => ({
    key: nameKey(name, case_),
    reason: `rest on ${name}`,
  }),
)

const attributionOf = remember((words, case_): Origin | undefined => {
  if (isNamed(words, case_)) return publisherOf(words, case_)
  if (words.trim().split(/\s+/).length < 4) return undefined
  return { key: `words:${fold(words)}`, reason: `rest on “${words}”, in the same words` }
})

/** The same words come up in evidence after evidence: what was made of them is kept, by case. */
function remember<T>(make: (words: string, case_: Case) => T) {
  const byCase = once((_: Case) => new Map<string, T>())
  return (words: string, case_: Case): T => {
    const known = byCase(case_)
    if (!known.has(words)) known.set(words, make(words, case_))
    return known.get(words)!
  }
}

function isNamed(words: string, case_: Case): boolean {
  const entity = entityNames(case_).get(bare(words))
  if (entity) return entity.kind !== 'group'
  return /\p{Lu}/u.test(words) && !nobody.test(words)
}

/** The same for "Bloomberg", "bloomberg" and an alias the case knows. */
export function nameKey(name: string, case_: Case): string {
  return `name:${entityNames(case_).get(bare(name))?.id ?? bare(name)}`
}

const bare = (words: string) => fold(words).replace(/^the /, '')

type Named = { id: string; kind: string }

const entityNames = once((case_: Case) => {
  const names = new Map<string, Named>()
  for (const { id, kind, name, aliases } of case_.entities) {
    for (const alias of [name, ...aliases]) {
      if (!names.has(bare(alias))) names.set(bare(alias), { id, kind })
    }
  }
  return names
})
