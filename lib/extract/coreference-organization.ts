/** Which body “the company”, “the government” or “the Russian embassy” means. */

import { recent } from './coreference-recent'
import { addReferent, type Discourse, tie } from './discourse'
import { bodies, countryNamed, fold, genericOrgs, isOutlet } from './lexicon'
import type { NounPhrase } from './phrase'
import type { Reading } from './reading'
import type { Span } from './span'

/** Nouns that stand for an organisation only after it was named: "the project". */
const soft = new Set('project initiative programme network service channel exchange'.split(' '))

const stateNouns = new Set('government regime authority administration'.split(' '))

const takesUp =
  /^(?:company|firm|carmaker|automaker|airline|retailer|insurer|lender|club|startup|start-up|manufacturer|broadcaster|newspaper|giant|conglomerate|team|publisher|studio)$/

/** Well-known bodies that are companies: what "the company" may mean. */
const companies = new Set(
  'google,alphabet,apple,microsoft,amazon,meta,facebook,twitter,tesla,spacex,openai,nvidia,intel,netflix,disney,sony,samsung,huawei,bytedance,tiktok,boeing,airbus,shell,bp,pfizer,moderna,astrazeneca,toyota,volkswagen,uber,walmart,starbucks,gazprom,rosneft,ubisoft,siemens,softbank'.split(
    ',',
  ),
)

const partyName =
  /\b(?:Party|Democrats?|Republicans?|Labour|Labor|Conservatives?|Liberals?|Greens?|Socialists?|Communists?|Nationalists?|Front|Alliance|Movement|League|Union|Gael|Fáil|Féin|SNP|Tories|Together|Coalition|Left|Right|Progressives?)\b/

/** What nobody calls "the company". */
const publicBody =
  /\b(?:Council|Committee|Ministry|Department|Court|Commission|Parliament|Senate|Congress|Assembly|Authority|University|Police|Party|Democrats|council|committee|ministry|department|court|commission|parliament|panel|cabinet|board)$/

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
  const name =
    span.possessor?.referent && span.possessor.referent.kind !== 'other' && !span.modifiers!.length
      ? `${span.possessor.referent.name}'s ${span.name}`
      : span.name
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
      const states = discourse.referents.filter((r) => r.kind === 'government')
      const top = states.sort((a, b) => b.spans.length - a.spans.length)[0]
      const clear =
        top && (states.length === 1 || top.spans.length >= 2 * (states[1]?.spans.length ?? 0))
      if (clear) tie(span, top, `the government, in a report about ${top.name}`)
      else if (!states.length)
        tie(span, addReferent(discourse, span, 'government', 'government', true), 'a noun phrase')
      return
    }
    const named = recent(
      discourse,
      span,
      8,
      (r) =>
        r.kind === 'organization' &&
        fold(r.name)
          .split(/[\s-]+/)
          .some((w) => w === noun),
    )
    // "the company sued the group": two of them
    const here = new Set(
      discourse.trail.filter((t) => t.sentence === span.sentence).map((t) => t.referent),
    )
    // "Rivermark, a Leeds-based insurer": later "the insurer"
    const called = recent(
      discourse,
      span,
      20,
      (r) =>
        r.kind === 'organization' &&
        !/^(?:company|firm|group|organi[sz]ation|team|agency|business)$/.test(noun) &&
        !r.weak &&
        r.spans.some((s) => s.form === 'nominal' && s.noun === noun && s.sentence < span.sentence),
    )
    const party =
      noun === 'party'
        ? recent(
            discourse,
            span,
            4,
            (r) => r.kind === 'organization' && !r.weak && partyName.test(r.name),
          )
        : undefined
    const kindred =
      party ??
      named ??
      called ??
      (/^(?:company|firm|group|organization|organisation|agency|team|club|association|union|airline|carmaker|manufacturer|retailer|startup|charity|corporation|conglomerate)$/.test(
        noun,
      )
        ? recent(
            discourse,
            span,
            2,
            (r) =>
              !here.has(r) &&
              !publicBody.test(r.name) &&
              r.kind === 'organization' &&
              ((!r.weak && !isOutlet(r.name) && !bodies.has(fold(r.name))) ||
                companies.has(fold(r.name))),
          )
        : undefined)
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
          fold(reading.sentence.tokens[inner.to]!.text),
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
  if (span.article === 'the' && takesUp.test(noun) && span.modifiers!.length <= 2) {
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
