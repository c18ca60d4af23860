/** Which body “the company”, “the government” or “the Russian embassy” means. */

import { bodyMeant, business } from './coreference-body'
import { recent } from './coreference-recent'
import { addReferent, type Discourse, tie } from './discourse'
import { countryNamed, fold, genericOrgs, isOutlet } from './lexicon'
import type { NounPhrase } from './phrase'
import type { Reading } from './reading'
import type { Referent, Span } from './span'

/** Nouns that stand for an organisation only after it was named: "the project". */
const soft = new Set('project initiative programme network service channel exchange'.split(' '))

const stateNouns = new Set('government regime authority administration'.split(' '))

/** Bodies a report may know by their noun alone: "the court", "the ministry". */
const standing =
  /^(?:court|council|ministry|municipality|parliament|cabinet|commission|tribunal|assembly|senate|regulator|watchdog|union|embassy|jury|legislature|junta|coalition|prosecutor's office)$/

function heldBody(reading: Reading, np: NounPhrase, noun: string): string | undefined {
  if (
    !/^(?:board|council|cabinet|parliament|foundation|office|bureau|committee|union|trust|senate|faculty|legislature|secretariat)$/.test(
      noun,
    )
  )
    return undefined
  const at = reading.units.indexOf(np)
  const [of, of_] = [reading.units[at + 1], reading.units[at + 2]]
  if (of?.type !== 'prep' || of.word !== 'of' || of_?.type !== 'np') return undefined
  const owner = of_.spans[0]?.referent
  return owner && /^(?:organization|government)$/.test(owner.kind) ? owner.name : undefined
}

/** " in Tashkent" behind an embassy: the one there is not the one elsewhere. */
function spotBehind(reading: Reading, np: NounPhrase, noun: string): string {
  if (!/^(?:embassy|consulate)$/.test(noun)) return ''
  const at = reading.units.indexOf(np)
  const [prep, spot] = [reading.units[at + 1], reading.units[at + 2]]
  return at >= 0 && prep?.type === 'prep' && prep.word === 'in' && spot?.type === 'np' && spot.name
    ? ` in ${spot.name.name}`
    : ''
}

function inquiryOf(reading: Reading, np: NounPhrase): string {
  const at = reading.units.indexOf(np)
  const [prep, aim] = [reading.units[at + 1], reading.units[at + 2]]
  const noun = aim?.type === 'np' && !aim.name ? fold(reading.sentence.tokens[aim.head]!.text) : ''
  const tells = /^(?:inquiry|enquiry|investigation|experts|trustees|governors|directors|ministers)$/
  return prep?.type === 'prep' && prep.word === 'of' && tells.test(noun) ? `of ${noun}` : ''
}

export function resolveOrganization(
  discourse: Discourse,
  reading: Reading,
  np: NounPhrase,
  span: Span,
) {
  const inner = np.inner.find((s) => s.to <= np.head)
  const noun = span.noun!
  const state =
    span.nation ??
    (span.possessor?.referent?.kind === 'government' ? span.possessor.referent.name : undefined)
  const full =
    span.possessor?.referent && span.possessor.referent.kind !== 'other' && !span.modifiers!.length
      ? `${span.possessor.referent.name}'s ${span.name}`
      : span.name
  const name = full + spotBehind(reading, np, noun)
  if (stateNouns.has(noun) && state && span.modifiers!.length <= 2) {
    const government = discourse.referents.find((r) => r.kind === 'government' && r.name === state)
    if (government) return tie(span, government, `the ${noun} of ${state}`)
    const country = countryNamed(state)
    if (country) {
      const referent = addReferent(discourse, span, 'government', country.name, false)
      return tie(span, referent, `the ${noun} of ${state}`)
    }
  }
  const bare = span.modifiers!.length === 0 && !inner
  const owned = /^(?:organization|government)$/.test(span.possessor?.referent?.kind ?? '')
  if (soft.has(noun) && !(owned && span.modifiers!.length)) {
    const named = recent(
      discourse,
      span,
      12,
      (r) =>
        /^(?:organization|other|event)$/.test(r.kind) &&
        !r.weak &&
        fold(r.name).split(' ').includes(noun),
    )
    if (named && span.article !== 'a') tie(span, named, `the ${noun} named before`, '')
    return
  }
  // "Police arrested": one acting body, named by its noun
  if (bare && !span.possessor && /^(?:police|army|military|navy|coastguard)$/.test(noun)) {
    const same = discourse.referents.find(
      (r) => r.kind === 'organization' && r.weak && r.noun === noun,
    )
    return tie(
      span,
      same ?? addReferent(discourse, span, 'organization', span.name, true),
      same ? `the ${noun} named before` : 'a noun phrase',
    )
  }
  // "the board of Hallgren AB" is that company's board, and "the board" later too
  const held = bare && !span.possessor ? heldBody(reading, np, noun) : undefined
  if (held) {
    const full = `${held}'s ${noun}`
    const same = discourse.referents.find((r) => r.kind === 'organization' && r.name === full)
    tie(
      span,
      same ?? addReferent(discourse, span, 'organization', full, true),
      same ? 'the same words' : 'a noun phrase',
    )
    return
  }
  // "a commission of inquiry", "a panel of experts" tell what they are for
  const inquiry = bare && span.article === 'a' ? inquiryOf(reading, np) : ''
  if (inquiry) {
    const referent = addReferent(discourse, span, 'organization', `${span.name} ${inquiry}`, true)
    return tie(span, referent, 'a noun phrase', referent.name)
  }
  if (bare && !span.possessor) {
    if (noun === 'parliament' && span.article === 'none') {
      const same = discourse.referents.find((r) => r.kind === 'organization' && r.noun === noun)
      return tie(
        span,
        same ?? addReferent(discourse, span, 'organization', span.name, true),
        same ? 'the same words' : 'a noun phrase',
      )
    }
    if (span.article !== 'the' && span.article !== 'this') return
    if (noun === 'government') {
      const top = homeOf(discourse)
      if (top) tie(span, top, `the government, in a report about ${top.name}`)
      else if (!discourse.referents.some((r) => r.kind === 'government' && !r.weak)) {
        const same = discourse.referents.find((r) => r.kind === 'government')
        tie(
          span,
          same ?? addReferent(discourse, span, 'government', 'government', true),
          same ? 'the same words' : 'a noun phrase',
        )
      }
      return
    }
    const kindred = bodyMeant(discourse, reading, span)
    if (kindred) tie(span, kindred, `the ${noun} named before`, '')
    else if (standing.test(noun)) {
      const same = discourse.referents.find(
        (r) => r.kind === 'organization' && r.weak && r.noun === noun,
      )
      tie(
        span,
        same ?? addReferent(discourse, span, 'organization', span.name, true),
        same ? `the ${noun} named before` : 'a noun phrase',
      )
    }
    return
  }
  // "the Daily Graphic newspaper" is the Daily Graphic
  if (
    inner?.referent?.kind === 'organization' &&
    (inner.to === np.head ||
      (inner.to === np.head - 1 &&
        /^(?:news|media|oil|investment|insurance)$/.test(
          reading.sentence.tokens[inner.to]!.folded,
        ))) &&
    /^(?:newspaper|magazine|company|group|party|airline|broadcaster|bank|firm|network|agency|movement|militia|club|organization|organisation|charity|channel|publisher|corporation|conglomerate|union|startup)$/.test(
      noun,
    )
  ) {
    return tie(
      span,
      inner.referent,
      `the ${noun} ${inner.referent.name}`,
      noun === 'party' ? span.name : '',
    )
  }
  const exact = discourse.referents.find(
    (r) => r.kind === 'organization' && fold(r.name) === fold(name),
  )
  if (exact) return tie(span, exact, 'the same words', name)
  if (span.article === 'the' && !inner && !span.nation) {
    const longer = recent(discourse, span, 10, (r) => r.kind === 'organization' && r.noun === noun)
    if (longer) return tie(span, longer, `the ${noun} named before`)
  }
  // "the Trump administration", "the Russian embassy" name something; "a new company" does not
  // "the German carmaker", "the London club" take up a company that was named
  // "the world's biggest insurer" is no other company either
  const superlative = /^(?:biggest|largest|oldest|second-largest|leading|top)$/.test(
    span.modifiers!.at(-1) ?? '',
  )
  if (
    (span.article === 'the' || (superlative && span.article === 'possessive')) &&
    business.test(noun) &&
    span.modifiers!.length <= 2
  ) {
    const company = recent(
      discourse,
      span,
      2,
      (r) => r.kind === 'organization' && !r.weak && (!isOutlet(r.name) || noun === 'newspaper'),
    )
    if (company) return tie(span, company, `the ${span.name}: ${company.name}`, '')
    return
  }
  const telling =
    inner !== undefined ||
    span.nation !== undefined ||
    (span.possessor?.referent !== undefined && genericOrgs.has(noun))
  const referent = addReferent(
    discourse,
    span,
    'organization',
    name,
    !telling || span.article === 'a' || (span.possessor !== undefined && !inner && !span.nation),
  )
  tie(span, referent, 'a noun phrase', name)
  // "Guyana's foreign ministry", "the WHO's European office" go by the whole phrase too
  const owner = span.possessor?.referent
  if (owner && span.modifiers!.length && /^(?:organization|government)$/.test(owner.kind))
    referent.forms.set(`${owner.name}'s ${span.name}`, 1)
}

/** The state that a report is about, by how often it and its people come up: twice as often as any other. */
function homeOf(discourse: Discourse): Referent | undefined {
  const counts = new Map<string, number>()
  for (const { names } of discourse.readings)
    for (const { nation } of [...names.spans, ...names.demonyms])
      if (nation && countryNamed(nation)) counts.set(nation, (counts.get(nation) ?? 0) + 1)
  const states = discourse.referents.filter((r) => r.kind === 'government' && !r.weak)
  for (const { name, spans } of states)
    counts.set(name, Math.max(counts.get(name) ?? 0, spans.length))
  const [top, second] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  if (!top || (second && top[1] < 2 * second[1])) return undefined
  return states.find((r) => r.name === top[0])
}
