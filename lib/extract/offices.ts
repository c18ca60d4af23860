/** What a report calls its people: "Tory leader X", "X, head of the fund," "the mayor of Leeds, X", "X is chairman of Y". */
import type { Discourse, Offices } from './discourse'
import { countryNamed, countryOfDemonym, fold, honorifics, partyNamed, roleHeads } from './lexicon'
import type { NounPhrase, Unit } from './phrase'
import type { Reading } from './reading'
import { lower } from './span'

export function readOffices(discourse: Discourse): Offices {
  const offices: Offices = new Map()
  for (const reading of discourse.readings)
    reading.units.forEach((unit, at) => {
      for (let np = unit.type === 'np' ? unit : undefined; np; np = np.owner) {
        const who = np.name?.referent
        if (who?.kind !== 'person') continue
        for (const words of officesAt(reading, np, at)) {
          if (!hasRole(words)) continue
          offices.set(who, [...(offices.get(who) ?? []), words])
        }
      }
    })
  return offices
}

const hasRole = (words: ReadonlySet<string>) => [...words].some((w) => roleHeads.has(w))

function officesAt(reading: Reading, np: NounPhrase, at: number): ReadonlySet<string>[] {
  const { units } = reading
  const name = np.name!
  const found = [wordsOf(reading, np.from, name.role ? name.role.to : name.from)]
  if (units[at] !== np) return found
  const [next, behind] = [units[at + 1], units[at + 2]]
  if (next?.type === 'comma' && describes(behind)) found.push(phraseWords(reading, at + 2))
  if (
    next?.type === 'vg' &&
    (next.copula || /^(?:become|remain)$/.test(next.lemma)) &&
    !next.negated &&
    describes(behind)
  )
    found.push(phraseWords(reading, at + 2))
  if (units[at - 1]?.type === 'comma') {
    const left = units[at - 2]
    if (describes(left)) found.push(phraseWords(reading, at - 2))
    else if (left?.type === 'np' && units[at - 3]?.type === 'prep' && describes(units[at - 4]))
      found.push(phraseWords(reading, at - 4))
  }
  return found
}

const describes = (unit: Unit | undefined): boolean =>
  unit?.type === 'np' && !unit.name && !unit.time

/** The words of a phrase and of "of …", "for …" behind it. */
export function phraseWords(reading: Reading, at: number): ReadonlySet<string> {
  const { units } = reading
  const np = units[at]!
  const [prep, seat] = [units[at + 1], units[at + 2]]
  const reaches =
    prep?.type === 'prep' &&
    /^(?:of|for|at)$/.test(prep.word) &&
    seat?.type === 'np' &&
    /^(?:organization|government|place)$/.test(seat.spans[0]?.kind ?? '')
  return wordsOf(reading, np.from, reaches ? seat.to : np.to)
}

const empty =
  /^(?:the|a|an|of|for|at|in|and|his|her|its|their|'s|’s|new|now|then|current|currently|also|itself|himself|herself)$/

/** Content words; parties and nations by one name. */
function wordsOf(reading: Reading, from: number, to: number): ReadonlySet<string> {
  const words = new Set<string>()
  const { tokens } = reading.sentence
  for (let k = from; k < to; k++) {
    const token = tokens[k]!
    const two = `${token.text} ${tokens[k + 1]?.text ?? ''}`
    const party = k + 1 < to ? (partyNamed(two) ?? partyNamed(token.text)) : partyNamed(token.text)
    const nation = countryNamed(token.text) ?? countryOfDemonym(token.text)
    if (party && party !== partyNamed(token.text)) k++
    const word = party ? fold(party) : nation ? fold(nation.name) : lower(token)
    if (
      /^[\p{L}\d-]+$/u.test(word.replace(/[ ']/g, '')) &&
      !empty.test(word) &&
      !honorifics.has(word)
    )
      words.add(word)
  }
  return words
}
