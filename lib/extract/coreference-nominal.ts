/** "the document", "this meeting", "the party": which thing named before a noun phrase means, if any. */
import { addReferent, type Discourse, tie } from './coreference'
import {
  bodies,
  countryNamed,
  fold,
  genericOrgs,
  occasionNouns,
  outlets,
  paperFamilies,
} from './lexicon'
import type { NounPhrase } from './phrases'
import type { Reading } from './reading'
import type { Referent, Span } from './span'

const apart = new Set(
  'revised amended updated modified alternative rival counter competing separate second third another further earlier subsequent new'.split(
    ' ',
  ),
)
const vague = new Set('document documents paper text draft version package'.split(' '))
/** Nouns that stand for an organisation only after it was named: "the project". */
const soft = new Set('project initiative programme network service channel exchange'.split(' '))
const stateNouns = new Set('government regime authority administration'.split(' '))

export function resolveNominal(
  discourse: Discourse,
  reading: Reading,
  np: NounPhrase,
  span: Span,
  at: number,
): void {
  void at
  if (span.kind === 'paper') return resolvePaper(discourse, reading, np, span)
  if (span.kind === 'event') return resolveEvent(discourse, np, span)
  if (span.kind === 'organization') return resolveOrganization(discourse, reading, np, span)
  if (span.kind === 'group') return resolveGroup(discourse, span)
  if (span.kind === 'person') return resolvePerson(discourse, np, span)
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

/** "Moscow's demands" is called "Russia's demands" only by who reads on; here the owner's own words lead. */
function nameOf(span: Span): string {
  const owner = span.possessor?.referent
  if (!owner || owner.kind === 'other') return span.name
  return `${owner.name}'s ${span.name}`
}

const numbersOf = (modifiers: Iterable<string>) =>
  [...modifiers].filter((m) =>
    /^(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)[-–]/.test(m),
  )

function resolvePaper(discourse: Discourse, reading: Reading, np: NounPhrase, span: Span): void {
  // "numerous documents" are no paper one could follow
  if (
    span.plural &&
    (span.article === 'none' || span.article === 'a') &&
    !np.inner.some((s) => s.kind !== 'government' && s.form === 'name')
  )
    return
  const families = paperFamilies(span.noun!)
  const numbers = numbersOf(span.modifiers!)
  const owner = span.possessor?.referent
  const apposed = apposition(reading, np)
  const same = identified(reading, np)
  if (same && span.article === 'a') return tie(span, same, `said to be what ${same.name} is`)
  if (apposed?.kind === 'paper' && span.article === 'a')
    return tie(span, apposed, `apposition to ${apposed.name}`)
  const ranked: { referent: Referent; score: number; why: string }[] = []
  const lastSentence = (r: Referent) => Math.max(...r.spans.map((s) => s.sentence))
  for (const referent of discourse.referents) {
    if (referent.kind !== 'paper' || !referent.spans.length) continue
    const theirs = paperFamilies(referent.noun ?? fold(referent.name).split(' ').at(-1)!)
    const before = referent.spans.some(
      (s) => s.sentence < span.sentence || (s.sentence === span.sentence && s.from < span.from),
    )
    if (!before) continue
    const shared = families.some((f) => theirs.includes(f))
    if (!shared && !(vague.has(span.noun!) && span.article !== 'a')) continue
    const theirNumbers = numbersOf(referent.modifiers)
    if (numbers.length && theirNumbers.length && numbers[0] !== theirNumbers[0]) continue
    if (span.nation && referent.nation && span.nation !== referent.nation) continue
    const different = (mods: Iterable<string>) => [...mods].filter((m) => apart.has(m)).join(' ')
    if (different(span.modifiers!) !== different(referent.modifiers) && different(span.modifiers!))
      continue
    const sameNoun = (referent.noun ?? fold(referent.name).split(' ').at(-1)) === span.noun
    const sameNumber = numbers.length > 0 && numbers[0] === theirNumbers[0]
    const sameNation = span.nation !== undefined && span.nation === referent.nation
    const sameWords = span.modifiers!.filter(
      (m) => m.length > 3 && referent.modifiers.has(m),
    ).length
    const gap = span.sentence - lastSentence(referent)
    if (numbers.length && !theirNumbers.length && !sameNoun) continue
    if (
      span.article === 'a' &&
      !sameNumber &&
      !(
        sameNation &&
        shared &&
        gap <= 30 &&
        /authored|drafted|written|backed/.test([...span.modifiers!].join(' '))
      )
    )
      continue
    if (span.article === 'possessive' && owner && !discourse.referents.some((r) => r === owner))
      continue
    if (span.article === 'none' && !sameNumber && !(sameNoun && sameWords)) continue
    if (Boolean(span.plural) !== Boolean(referent.spans[0]?.plural)) continue
    let score =
      (sameNoun ? 3 : 0) +
      (sameNumber ? 4 : 0) +
      (sameNation ? 2 : 0) +
      Math.min(2, sameWords) -
      Math.min(gap, 6) * 0.3 +
      (shared ? 1 : 0) +
      0.3 * Math.min(5, referent.spans.length)
    // a modifier of its own that nothing answers: "peace plan" against "health plan"
    const foreign = span.modifiers!.filter(
      (m) =>
        m.length > 3 &&
        !referent.modifiers.has(m) &&
        !/^(?:authored|drafted|backed|original|informal|diplomatic|russian)/.test(m),
    ).length
    if (foreign && sameNoun && referent.modifiers.size && !sameNumber && !sameNation && !sameWords)
      score -= 2
    const content = span.modifiers!.filter(
      (m) =>
        m.length > 3 &&
        !fold(span.noun!).includes(m) &&
        !/^(?:authored|drafted|written|original|informal|diplomatic|russian|american|final|draft|whole|full|latest)/.test(
          m,
        ) &&
        !/^\d/.test(m),
    )
    const theirs_ = [...referent.modifiers].filter((m) => m.length > 3 && !/^\d/.test(m))
    if (!sameNoun && content.length && theirs_.length && !sameWords && !sameNation && !sameNumber)
      continue
    if (!sameNoun && gap > 6) continue
    ranked.push({
      referent,
      score,
      why: sameNoun ? `the ${span.noun} named before` : `"${span.name}" takes up ${referent.name}`,
    })
  }
  ranked.sort((a, b) => b.score - a.score || b.referent.id - a.referent.id)
  const top = ranked[0]
  if (top && top.score > (span.article === 'this' ? -1 : 0)) {
    for (const m of span.modifiers!) top.referent.modifiers.add(m)
    top.referent.nation ??= span.nation
    tie(span, top.referent, top.why)
    return
  }
  const proper = np.inner.some((s) => s.referent && s.kind === 'organization' && s.to <= np.head)
  const referent = addReferent(discourse, span, 'paper', span.name, !proper)
  reviseFrom(discourse, referent, span)
  tie(span, referent, 'a noun phrase')
}

const lastAt = (r: Referent): number => {
  const last = r.spans.at(-1)
  return last ? last.sentence * 1000 + last.from : -1
}

/** "the revised framework" comes of the paper that was talked of before: kept as a note for the claims. */
function reviseFrom(discourse: Discourse, referent: Referent, span: Span): void {
  if (
    !span.modifiers!.some((m) =>
      /^(?:revised|amended|updated|modified|reworked|redrafted)$/.test(m),
    ) ||
    span.article === 'a'
  )
    return
  const earlier = discourse.referents
    .filter(
      (r) =>
        r !== referent &&
        r.kind === 'paper' &&
        r.spans.length >= 2 &&
        paperFamilies(r.noun ?? '').some((f) => paperFamilies(span.noun!).includes(f)) &&
        (!r.nation || !span.nation || r.nation === span.nation),
    )
    .sort((a, b) => lastAt(b) - lastAt(a) || a.id - b.id)[0]
  if (earlier) referent.notes.push(`revision-of:${earlier.id}`)
}

/** "It was a non-paper": what the subject is said to be. */
function identified(reading: Reading, np: NounPhrase): Referent | undefined {
  const at = reading.units.indexOf(np)
  const verb = reading.units[at - 1]
  const left = reading.units[at - 2]
  const referent =
    verb?.type === 'vg' &&
    verb.copula &&
    verb.lemma === 'be' &&
    !verb.negated &&
    left?.type === 'np'
      ? left.spans[0]?.referent
      : undefined
  return referent?.kind === 'paper' ? referent : undefined
}

/** What stands before the comma: "the non-paper, an informal diplomatic document," */
function apposition(reading: Reading, np: NounPhrase): Referent | undefined {
  const at = reading.units.indexOf(np)
  let k = at - 1
  while (reading.units[k]?.type === 'comma' || reading.units[k]?.type === 'quote') k--
  const left = reading.units[k]
  const comma =
    k < at - 1 || reading.sentence.tokens.slice(np.from - 2, np.from).some((t) => t.text === ',')
  return comma && left?.type === 'np' ? left.spans[0]?.referent : undefined
}

function resolveEvent(discourse: Discourse, np: NounPhrase, span: Span): void {
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

/** Well-known bodies that are companies: what "the company" may mean. */
const companies = new Set(
  'google,alphabet,apple,microsoft,amazon,meta,facebook,twitter,tesla,spacex,openai,nvidia,intel,netflix,disney,sony,samsung,huawei,bytedance,tiktok,boeing,airbus,shell,bp,pfizer,moderna,astrazeneca,toyota,volkswagen,uber,walmart,starbucks,gazprom,rosneft,ubisoft,siemens,softbank'.split(
    ',',
  ),
)

const agrees = (r: Referent, span: Span) => !span.nation || !r.nation || r.nation === span.nation

function recent(
  discourse: Discourse,
  span: Span,
  reach: number,
  fits: (r: Referent) => boolean,
): Referent | undefined {
  for (let i = discourse.trail.length - 1; i >= 0; i--) {
    const trace = discourse.trail[i]!
    if (trace.sentence < span.sentence - reach) break
    if (trace.sentence === span.sentence && trace.span.from >= span.from) continue
    if (fits(trace.referent)) return trace.referent
  }
  return undefined
}

function resolveOrganization(
  discourse: Discourse,
  reading: Reading,
  np: NounPhrase,
  span: Span,
): void {
  void reading
  const inner = np.inner.find((s) => s.to <= np.head)
  const noun = span.noun!
  const state =
    span.nation ??
    (span.possessor?.referent?.kind === 'government' ? span.possessor.referent.name : undefined)
  const name =
    span.possessor?.referent && span.possessor.referent.kind !== 'other' && !span.modifiers!.length
      ? `${span.possessor.referent.name} ${span.name}`
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
  if (soft.has(noun)) {
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
  if (bare && !span.possessor) {
    if (span.article !== 'the' && span.article !== 'this') return
    if (noun === 'government') {
      const states = discourse.referents.filter((r) => r.kind === 'government')
      const top = states.sort((a, b) => b.spans.length - a.spans.length)[0]
      const clear =
        top && (states.length === 1 || top.spans.length >= 2 * (states[1]?.spans.length ?? 0))
      if (clear) tie(span, top, `the government, in a report about ${top.name}`)
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
    const kindred =
      named ??
      (/^(?:company|firm|group|organization|organisation|agency|team|club|association|union|airline|carmaker|manufacturer|retailer|startup|charity|corporation|conglomerate)$/.test(
        noun,
      )
        ? recent(
            discourse,
            span,
            2,
            (r) =>
              (r.kind === 'organization' &&
                !r.weak &&
                !outlets.has(fold(r.name)) &&
                !bodies.has(fold(r.name))) ||
              (r.kind === 'organization' && companies.has(fold(r.name))),
          )
        : undefined)
    if (kindred) tie(span, kindred, `the ${noun} named before`, '')
    return
  }
  // "the Daily Graphic newspaper" is the Daily Graphic
  if (
    inner?.referent?.kind === 'organization' &&
    inner.to === np.head &&
    /^(?:newspaper|magazine|company|group|party|airline|broadcaster|bank|firm|network|agency|movement|militia|club|organization|organisation|charity|channel|publisher|corporation|conglomerate|union|startup)$/.test(
      noun,
    )
  ) {
    return tie(span, inner.referent, `the ${noun} ${inner.referent.name}`, '')
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
}

function resolveGroup(discourse: Discourse, span: Span): void {
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

/** "the president" for who was called so before; "her mother" is a person of her own. */
function resolvePerson(discourse: Discourse, np: NounPhrase, span: Span): void {
  const noun = span.noun!
  if (
    /^(?:mother|father|wife|husband|son|daughter|brother|sister|widow|partner|lawyer|boyfriend|girlfriend|ex-husband|ex-wife)$/.test(
      noun,
    )
  ) {
    const owner = span.possessor?.referent
    if (!owner || owner.kind !== 'person') return
    const name = `${owner.name.split(' ').at(-1)}'s ${span.name}`
    const same = discourse.referents.find((r) => r.kind === 'person' && r.name === name)
    return tie(
      span,
      same ?? addReferent(discourse, span, 'person', name, true),
      same ? 'the same words' : 'a noun phrase',
      `${name}`,
    )
  }
  void np
  if (span.article !== 'the' && span.article !== 'possessive' && span.article !== 'this') return
  const words = fold(span.name)
  const titled = recent(discourse, span, 12, (r) => {
    if (r.kind !== 'person') return false
    return r.spans.some(
      (s) =>
        s.role &&
        words
          .split(' ')
          .every(
            (w) =>
              w === fold(span.nation ?? '') ||
              fold(s.role!.words).split(' ').includes(w) ||
              (span.modifiers!.includes(w) && span.nation !== undefined),
          ) &&
        (!span.nation || !r.nation || r.nation === span.nation),
    )
  })
  if (titled) tie(span, titled, `the ${span.name} named before`, '')
}
