/** Which things of a document become entities: every real name, and whatever else a claim needs. */
import type { ClaimDraft } from './claim-draft'
import type { Discourse } from './discourse'
import { fold, honorifics } from './lexicon'
import type { Referent } from './span'

export function keepReferents(discourse: Discourse, drafts: readonly ClaimDraft[]): Referent[] {
  const used = new Set<Referent>()
  for (const draft of drafts) {
    used.add(draft.from)
    if (draft.to) used.add(draft.to)
    for (const referent of draft.deniedBy) used.add(referent)
    // somebody unnamed who is only a source stays words
    for (const source of draft.sources)
      if (
        source.referent &&
        source.referent.kind !== 'paper' &&
        !(source.referent.weak && source.referent.kind === 'person')
      )
        used.add(source.referent)
  }
  return discourse.referents
    .filter((referent) => used.has(referent) || telling(referent))
    .sort((a, b) => first(a) - first(b) || a.id - b.id)
}

const first = (referent: Referent): number => {
  const span = referent.spans[0]
  return span ? span.sentence * 10000 + span.from : Number.MAX_SAFE_INTEGER
}

function telling(referent: Referent): boolean {
  // "the attack" that a report comes back to twice, "the committee"
  const often = { event: 3, organization: 2 }[referent.kind as string]
  if (referent.weak && often && referent.noun !== 'practice')
    return referent.spans.filter((s) => s.form !== 'pronoun').length >= often
  if (referent.weak || !referent.spans.length) return false
  if (referent.kind === 'other') return false
  // "the Iodine Nutrition study": part of another name, nobody's own
  if (referent.kind === 'person' && referent.spans.every((s) => s.modifier && !s.role)) return false
  if (honorifics.has(fold(referent.name))) return false
  return /\p{Lu}/u.test(referent.name)
}
