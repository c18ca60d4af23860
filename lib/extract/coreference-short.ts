/** Short forms: letters, the first words, the last words of a full name. */
import type { EntityKind } from '../schema'
import type { Discourse } from './discourse'
import {
  bodies,
  countryNamed,
  countryOfDemonym,
  fold,
  orgHeads,
  outlets,
  places,
  roleHeads,
} from './lexicon'
import { type Named, nameKey, nearest } from './named'
import { lower, type Referent } from './span'

/** "the Church" for "Church of Scientology", "WHO" for "World Health Organisation", "State Department" for "U.S. State Department". */
export function shortForm(
  discourse: Discourse,
  named: Named,
  kind: EntityKind,
): Referent | undefined {
  const { span, key, words } = named
  const { tokens } = discourse.readings[span.sentence]!.sentence
  if (/^[a-z]{2,7}$/.test(key) && /^(?:\p{Lu}+|\p{Lu}\p{Ll}\p{Lu})$/u.test(span.name)) {
    const bracket = tokens[span.from - 1]?.text === '('
    const named_ = discourse.referents.filter(
      (r) =>
        r.kind !== 'person' &&
        !fold(r.name).split(' ').includes(key) &&
        initials(r.name).some(
          (i) => i === key || (key.length >= 3 && i.length === key.length + 1 && i.startsWith(key)),
        ),
    )
    if (named_.length === 1) return named_[0]
    if (bracket) {
      const left = discourse.referents.find((r) =>
        r.spans.some((s) => s.sentence === span.sentence && s.to === span.from - 1),
      )
      if (left && !/^(?:government|place|person)$/.test(left.kind) && !outlets.has(key)) return left
    }
    return undefined
  }
  if (
    kind === 'government' ||
    (words.length === 1 && (outlets.has(key) || bodies.has(key) || places.has(key)))
  )
    return undefined
  const fits = discourse.referents.filter((r) => {
    if (r.kind !== kind && !(kind === 'other' && r.kind !== 'person' && r.kind !== 'government'))
      return false
    const full = nameKey(r.name).split(' ')
    if (full.length <= words.length) return false
    const joined = ` ${full.join(' ')} `
    if (!joined.includes(` ${key} `)) return false
    const starts = full.slice(0, words.length).join(' ') === key
    // "Greenpeace Japan" is a branch of Greenpeace
    const branch = full.slice(words.length).join(' ')
    if (
      starts &&
      (places.has(branch) || countryNamed(r.name.split(' ').slice(words.length).join(' ')))
    )
      return false
    const nation = countryOfDemonym(full[0]!) ?? countryNamed(r.name.split(' ')[0]!)
    const tail = full.slice(1).join(' ') === key
    if (starts && words.length === 1)
      return (
        orgHeads.has(key) ||
        /^(?:of|for|and)$/.test(full[1] ?? '') ||
        kind === 'event' ||
        !places.has(key)
      )
    if (starts) return true
    if (tail && nation) return true
    // "the Electoral Commission" for "High Electoral Commission", "the Commission" for either
    if (
      joined.endsWith(` ${key} `) &&
      orgHeads.has(words.at(-1)!) &&
      kind === 'organization' &&
      (words.length > 1 || lower(tokens[span.from - 1]) === 'the' || span.modifier) &&
      nearest(r, span) >= 0
    )
      return true
    // "Scientology" for "Church of Scientology"
    return (
      full.at(-1) === key &&
      full.includes('of') &&
      !places.has(key) &&
      words.length === 1 &&
      !countryNamed(span.name)
    )
  })
  const distinct = [...new Set(fits)]
  return distinct.length === 1
    ? distinct[0]
    : orgHeads.has(key) || roleHeads.has(key)
      ? distinct.sort((a, b) => nearest(b, span) - nearest(a, span))[0]
      : undefined
}

/** "Acpo" for "Association of Chief Police Officers": letters that are read as a word. */
export function spokenLetters(discourse: Discourse, { span, key }: Named): Referent | undefined {
  if (span.role || !/^\p{Lu}\p{Ll}{3,6}$/u.test(span.name)) return undefined
  const fits = discourse.referents.filter(
    (r) => r.kind === 'organization' && r.name.includes(' ') && initials(r.name).includes(key),
  )
  return fits.length === 1 ? fits[0] : undefined
}

function initials(name: string): string[] {
  const words = name.split(/[\s-]+/).filter((w) => /^\p{L}/u.test(w))
  const capitals = words.filter((w) => /^\p{Lu}/u.test(w))
  // "UKIP" for "UK Independence Party"
  const whole = capitals.map((w) => (/^\p{Lu}{2,}$/u.test(w) ? w : w[0]))
  return [words.map((w) => w[0]).join(''), capitals.map((w) => w[0]).join(''), whole.join('')]
    .map(fold)
    .filter((s) => s.length > 1)
}
