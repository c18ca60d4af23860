/** A capital or a country's name that stands for its government. */
import type { Discourse } from './discourse'
import { countryNamed, countryOfCapital, countryOfDemonym, fold, places, sayVerbs } from './lexicon'
import type { Named } from './named'
import { lower, type Span } from './span'

/** The states that a report names. */
export type States = {
  named: ReadonlySet<string>
  /** Names of several words by the last of them: "South Korea" by "korea". */
  longer: ReadonlyMap<string, ReadonlySet<string>>
}

export function readStates({ readings }: Discourse): States {
  const named = new Set<string>()
  const longer = new Map<string, Set<string>>()
  for (const { names } of readings) {
    for (const { name, nation } of names.spans) {
      const country = countryNamed(name)
      if (country) named.add(country.name)
      if (!nation?.includes(' ')) continue
      const last = fold(nation).split(' ').at(-1)!
      longer.set(last, (longer.get(last) ?? new Set()).add(nation))
    }
    for (const { name, nation } of names.demonyms) {
      const country = countryOfDemonym(name)
      if (country) named.add(country.name)
      if (nation) named.add(nation)
    }
  }
  return { named, longer }
}

/** The state a name stands for; undefined where it is a place or something else. */
export function asState(
  discourse: Discourse,
  named: Named,
  people: ReadonlyMap<string, Set<string>>,
  states: States,
): string | undefined {
  const { span } = named
  const country = countryNamed(span.name)
  if (country && !span.role) return country.name
  // "Korea" where only one of the two is spoken of
  if (!country && !span.role && named.words.length === 1) {
    const [only, another] = states.longer.get(named.key) ?? []
    if (only && !another) return only
  }
  const capital = countryOfCapital(span.name)
  if (!capital || people.has(named.key)) return undefined
  if (!acts(discourse, span)) return undefined
  return states.named.has(capital.name) || speaks(discourse, span) ? capital.name : undefined
}

const toTowns =
  /^(?:reach|enter|hit|strike|destroy|flood|cross|tour|capture|seize|bomb|shell|evacuate|surround|flee|storm|besiege|occupy|liberate|devastate|rock|paralyse|paralyze|engulf|approach|circle|encircle|bombard|batter|blanket|grip)$/

/** What a town has, and no state. */
const urban =
  /^(?:mayor|bid|street|airport|suburb|suburban|underground|stadium|hospital|university|museum|hotel|theatre|theater|square|cathedral|skyline|resident|council|metro|tube|train|station|bus|school|district|downtown|outskirt|slum|traffic|art|restaurant|resident|nightclub|zoo|park|neighbourhood|neighborhood|fashion|olympic|city|opera|landmark|shop|cafe|pub)$/

/** A capital acts when it owns a position or is what a verb is about, and no preposition puts something there. */
function acts(discourse: Discourse, span: Span): boolean {
  const { tokens } = discourse.readings[span.sentence]!.sentence
  const before = lower(tokens[span.from - 1])
  const after = tokens[span.to]
  // "reached Oslo", "bombed Kyiv": done to a town
  const deed = tokens[span.from - 1]
  if (deed?.upos === 'VERB' && toTowns.test(deed.lemma)) return false
  const beforeComma = before === ',' && places.has(lower(tokens[span.from - 2]))
  if (
    /^(?:in|at|near|from|outside|around|across|into|through|via|of|for|around|toward|towards|leave|left|visit|visited|leaving|visiting)$/.test(
      before,
    ) ||
    beforeComma
  )
    return false
  // "London's mayor": of the town
  if (after && /^(?:['’‘]s?|-)$/.test(after.text))
    return !tokens.slice(span.to + 1, span.to + 4).some((t) => urban.test(t.lemma))
  if (before === 'to') {
    const verb = tokens.slice(Math.max(0, span.from - 5), span.from - 1).map((t) => t.lemma)
    return !verb.some((lemma) =>
      /^(?:go|travel|fly|come|return|visit|trip|move|head|send|journey|arrive|way|flight|invite|drive|delegation|mission|envoy|ambassador|back|road|dispatch|deploy|close|deport|extradite)$/.test(
        lemma,
      ),
    )
  }
  if (after && /^(?:VERB|AUX)$/.test(after.upos) && after.lemma !== 'be') return true
  if (after?.upos === 'AUX' || after?.upos === 'ADV')
    return tokens.slice(span.to, span.to + 4).some((t) => t.upos === 'VERB')
  return (
    /^(?:VERB|by|with|between|against|and|on)$/.test(before) ||
    tokens[span.from - 1]?.upos === 'VERB'
  )
}

/** "Seoul said", "pressured Seoul": only a state says or can be pressed. */
function speaks(discourse: Discourse, span: Span): boolean {
  const { tokens } = discourse.readings[span.sentence]!.sentence
  const verb = tokens.slice(span.to, span.to + 3).find((t) => t.upos === 'VERB')
  const before = tokens[span.from - 1]
  return (
    (verb !== undefined && tokens[span.to]?.text !== ',' && sayVerbs.has(verb.lemma)) ||
    (before?.upos === 'VERB' &&
      /^(?:pressure|urge|accuse|condemn|warn|threaten|blame|criticize|criticise|sanction|back|thank|tell|press|support|reassure)$/.test(
        before.lemma,
      ))
  )
}
