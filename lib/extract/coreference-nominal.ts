/** "the document", "this meeting", "the party": which thing named before a noun phrase means, if any. */

import { resolveOrganization } from './coreference-organization'
import { resolvePaper } from './coreference-paper'
import { resolvePerson } from './coreference-person'
import { agrees, recent, tracesIn } from './coreference-recent'
import { addReferent, type Discourse, tie } from './discourse'
import { homeCountry } from './home-country'
import { fold } from './lexicon'
import type { NounPhrase } from './phrase'
import type { Reading } from './reading'
import type { Span } from './span'

export function resolveNominal(
  discourse: Discourse,
  reading: Reading,
  np: NounPhrase,
  span: Span,
  at: number,
) {
  void at
  if (span.kind === 'paper') return resolvePaper(discourse, reading, np, span)
  if (span.kind === 'event') return resolveEvent(discourse, np, span)
  if (span.kind === 'organization') return resolveOrganization(discourse, reading, np, span)
  if (span.kind === 'group') return resolveGroup(discourse, span)
  if (span.kind === 'person') return resolvePerson(discourse, reading, np, span)
  if (span.kind === 'place') return resolvePlace(discourse, span)
  const same =
    span.article === 'a'
      ? undefined
      : discourse.referents.find(
          (r) => r.kind === 'other' && r.weak && fold(r.name) === fold(nameOf(span)),
        )
  tie(
    span,
    same ?? addReferent(discourse, span, span.kind, nameOf(span), true),
    same ? 'the same words' : 'a noun phrase',
    nameOf(span),
  )
}

/** "the country": the only state spoken of just now, else the report's own; "the city": the only town. */
function resolvePlace(discourse: Discourse, span: Span) {
  if (!/^(?:the|this)$/.test(span.article ?? '') || span.modifiers!.length) return
  const town = /^(?:city|town|village)$/.test(span.noun!)
  const near = new Set(
    tracesIn(discourse, span.sentence - 1, span.sentence).flatMap(({ referent }) =>
      referent.kind === (town ? 'place' : 'government') ? referent : [],
    ),
  )
  const home = town ? undefined : homeCountry(discourse)
  const known = discourse.referents.find((r) => r.kind === 'government' && r.name === home)
  const meant = near.size === 1 ? [...near][0] : known
  if (meant) tie(span, meant, `the ${span.noun}: ${meant.name}`, '')
}

/** "Moscow's demands" is called "Russia's demands" only by who reads on; here the owner's own words lead. */
function nameOf(span: Span): string {
  const owner = span.possessor?.referent
  if (!owner || owner.kind === 'other') return span.name
  return `${owner.name}'s ${span.name}`
}

function resolveEvent(discourse: Discourse, np: NounPhrase, span: Span) {
  if (span.article === 'this' || span.article === 'the') {
    const same = recent(
      discourse,
      span,
      4,
      (r) =>
        r.kind === 'event' &&
        (r.noun === span.noun || fold(r.name).split(' ').at(-1) === span.noun) &&
        agrees(r, span),
    )
    if (same) return tie(span, same, `the ${span.noun} named before`)
    if (span.noun === 'event') return
  }
  // an election, a poll with a name of its own may come again in full
  const proper =
    np.inner.some((s) => s.form === 'name' && s.referent && s.to <= np.head) ||
    span.modifiers!.some((m) => /^(?:19|20)\d\d$/.test(m))
  const named = span.modifiers!.length
    ? discourse.referents.find(
        (r) =>
          r.kind === 'event' && r.weak && fold(r.name) === fold(span.name) && span.article !== 'a',
      )
    : undefined
  tie(
    span,
    named ??
      addReferent(discourse, span, 'event', span.name, !(proper && publicEvent.test(span.noun!))),
    named ? 'the same words' : 'a noun phrase',
  )
}

const publicEvent =
  /^(?:election|vote|referendum|protest|war|championship|cup|festival|expo|conference|convention|summit|tournament|final|finals|games|olympic|strike|march|rally|coup|uprising|exhibition|ballot)$/

function resolveGroup(discourse: Discourse, span: Span) {
  const bare = span.modifiers!.length === 0
  const name = span.possessor?.referent
    ? `${span.possessor.referent.name}'s ${span.name}`
    : span.name
  // "senior" tells no group from another: "senior US officials" and "US officials" are kept as one
  const rank = (words: string) =>
    fold(words).replace(/\b(?:senior|top|high-ranking|high ranking) /g, '')
  const exact = discourse.referents.find(
    (r) =>
      r.kind === 'group' &&
      rank(r.name) === rank(name) &&
      (span.nation !== undefined || fold(r.name) === fold(name)),
  )
  if (exact && (!bare || span.article === 'the' || span.article === 'this' || span.possessor))
    return tie(span, exact, 'the same words', name)
  if (bare && !span.possessor && (span.article === 'the' || span.article === 'this')) {
    const same = recent(discourse, span, 3, (r) => r.kind === 'group' && r.noun === span.noun)
    if (same) return tie(span, same, `the ${span.name} named before`)
  }
  tie(
    span,
    exact && bare ? exact : addReferent(discourse, span, 'group', name, true),
    'a noun phrase',
    name,
  )
}
