/** The name an entity goes by, out of the forms the text has for it. */
import { countryNamed, countryOfDemonym, fold, ownNames, partyNamed } from './lexicon'
import type { Referent } from './span'

export function bestName(referent: Referent): string {
  const forms = [...referent.forms.keys()].filter((f) => f.trim())
  if (referent.kind === 'government' || !forms.length) return tidy(referent.name)
  if (referent.kind === 'person')
    return tidy(
      pick(
        forms.map(calm),
        (f) =>
          10 * Math.min(3, f.split(/[\s]+/).length) +
          (allCapital(f) ? 5 : 0) +
          Math.min(4, referent.forms.get(f) ?? 0),
      ),
    )
  if (referent.kind === 'organization')
    return tidy(partyName(referent, forms) ?? organizationName(forms))
  if (referent.kind === 'paper') return tidy(pick(forms, paperWeight))
  if (referent.kind === 'event')
    return tidy(
      /\p{Lu}/u.test(referent.name)
        ? referent.name
        : pick(forms, (f) => (/\p{Lu}/u.test(f) ? 10 : 0) + Math.min(3, f.split(' ').length)),
    )
  return tidy(referent.kind === 'place' ? calm(referent.name) : referent.name)
}

/** "Conservatives" for "Tories"; "Labour Party" where the text has it so. */
const partyName = ({ name }: Referent, forms: readonly string[]) =>
  partyNamed(name) && (forms.find((form) => / Party$/.test(form)) ?? partyNamed(name))

/** "KABUL", "MARK HALE" of a dateline or a byline; letters ("UAE") stay. */
const calm = (name: string) =>
  name === name.toUpperCase() && /\p{Lu}{5}/u.test(name)
    ? name.replace(/\p{Lu}[\p{Lu}]+/gu, (word) => word[0]! + word.slice(1).toLowerCase())
    : name

/** Every other form, the fullest first. */
export function listForms(
  referent: Referent,
  name: string,
  surfaces: readonly string[] = [],
): string[] {
  const seen = new Set([name])
  const forms = [...referent.forms.keys(), ...surfaces].map(tidy).filter((f) => {
    if (!f || seen.has(f)) return false
    seen.add(f)
    return true
  })
  return forms.sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
}

/** The highest weight; of equals the one that came first. */
function pick(forms: readonly string[], weigh: (form: string) => number): string {
  let best = forms[0]!
  if (forms.length < 2) return best
  let most = weigh(best)
  for (const form of forms) {
    const weight = weigh(form)
    if (weight > most) [best, most] = [form, weight]
  }
  return best
}

const allCapital = (name: string) =>
  name
    .split(/\s+/)
    .every((w) =>
      /^(?:\p{Lu}|\d|(?:al|el|as|an|ar|ash|ad|bin|ibn|de|da|do|dos|van|von|der|of|the|and|la|del|di|y)\b)/u.test(
        w,
      ),
    )

/** "State Department" where the text has it beside "U.S. State Department". */
function organizationName(forms: readonly string[]): string {
  const proper = forms.filter((f) => /^(?:the )?[\p{Lu}\d]/u.test(f))
  const longest = pick(proper.length ? proper : forms, (f) => f.length)
  const [head, ...rest] = longest.split(' ')
  const bare = rest.join(' ')
  const nation = countryNamed(head!) ?? countryOfDemonym(head!)
  if (nation && forms.some((f) => fold(f) === fold(bare))) return bare
  return longest.replace(/^the /, '')
}

function paperWeight(form: string): number {
  const words = form.split(/\s+/)
  const number = /^\d+[-–]\w+/.test(form) || words.some((w) => /^\d+[-–]/.test(w)) ? 6 : 0
  const nation = words.some((w) => countryOfDemonym(w) || countryNamed(w)) ? 3 : 0
  const proper = words.filter((w) => /^\p{Lu}/u.test(w)).length >= 2 ? 4 : 0
  const vague =
    /^(?:document|paper|text|draft|plan|report|study|proposal|agreement|letter|bill|legislation|law|measure|deal|accord|pact|research|survey|decision|ruling|memo)$/.test(
      form,
    )
      ? -3
      : 0
  const specific = /non-paper|memorandum|treaty|act|resolution|study|survey/i.test(form) ? 1 : 0
  const compound = /-(?:authored|drafted|written|backed)\b/.test(form) ? -2 : 0
  const stale = /^(?:original|current|latest|new|entire|whole|so-called)\b/.test(form) ? -2 : 0
  return (
    number + nation + proper + vague + specific + compound + stale + Math.min(3, words.length) * 0.5
  )
}

function tidy(name: string): string {
  const clean = name
    .replace(/[“”"«»]/g, '')
    .replace(/\s*,\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim()
  return ownNames.has(fold(clean)) ? clean : clean.replace(/['’‘]s$/, '')
}
