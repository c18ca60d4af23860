/** The word lists of data/lexicon as sets and maps, read once. */
import attribution from '../../data/lexicon/attribution.json' with { type: 'json' }
import countries from '../../data/lexicon/countries.json' with { type: 'json' }
import events from '../../data/lexicon/events.json' with { type: 'json' }
import genders from '../../data/lexicon/first-name-genders.json' with { type: 'json' }
import firstNameLines from '../../data/lexicon/first-names.json' with { type: 'json' }
import groups from '../../data/lexicon/groups.json' with { type: 'json' }
import nameSpellings from '../../data/lexicon/name-spellings.json' with { type: 'json' }
import organizations from '../../data/lexicon/organizations.json' with { type: 'json' }
import papers from '../../data/lexicon/papers.json' with { type: 'json' }
import placeLines from '../../data/lexicon/places.json' with { type: 'json' }
import stanceWords from '../../data/lexicon/stance.json' with { type: 'json' }
import titles from '../../data/lexicon/titles.json' with { type: 'json' }
import townLines from '../../data/lexicon/towns.json' with { type: 'json' }

const folded = new Map<string, string>()
const foldedLimit = 20_000

/** Folds case, diacritics, quotes and dots, so that "Volodymyr", "U.S." and "Türkiye" meet their twins. Remembers what it folded. */
export function fold(text: string): string {
  // most words are folded as they stand
  if (/^[a-z]+$/.test(text)) return text
  const known = folded.get(text)
  if (known !== undefined) return known
  const plain = /^[A-Za-z\d'-]+(?: [A-Za-z\d'-]+)*$/.test(text)
  const result = plain ? text.toLowerCase() : foldFully(text)
  if (folded.size >= foldedLimit) folded.clear()
  folded.set(text, result)
  return result
}

const foldFully = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f“”"«»„]/g, '')
    .replace(/[‘’ʼ]/g, "'")
    .replace(/ł/g, 'l')
    .replace(/Ł/g, 'L')
    .toLowerCase()
    .replace(/\./g, '')
    .replace(/\s+/g, ' ')
    .trim()

const foldedSet = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(fold))

/**
 * What forms of several words start with: "united" and "united arab" of "united arab emirates". Whether a word can start
 * a longer form is asked before the form is put together.
 */
function openings(...lists: readonly Iterable<string>[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (const list of lists)
    for (const form of list)
      for (const { index } of form.matchAll(/[^\p{L}\p{N}]/gu)) found.add(form.slice(0, index))
  return found
}

export type Country = (typeof countries)[number]
const countryMap = new Map<string, Country>()
const demonymMap = new Map<string, Country>()
const capitalMap = new Map<string, Country>()
for (const country of countries) {
  for (const name of [country.name, ...country.aliases]) countryMap.set(fold(name), country)
  for (const name of country.demonyms) demonymMap.set(fold(name), country)
  for (const name of country.capitals) capitalMap.set(fold(name), country)
}
export const nationOpenings = openings(countryMap.keys(), demonymMap.keys())
/** "us" and "it" are pronouns: short forms count only in capitals. */
const shouted = new Set(['us', 'uk', 'usa', 'uae', 'eu', 'un', 'car', 'prc', 'drc'])

export function countryNamed(text: string): Country | undefined {
  const key = fold(text)
  if (shouted.has(key) && text !== text.toUpperCase()) return undefined
  return countryMap.get(key)
}
export const countryOfDemonym = (text: string): Country | undefined => demonymMap.get(fold(text))
export const countryOfCapital = (text: string): Country | undefined => capitalMap.get(fold(text))

export const firstNames: ReadonlySet<string> = foldedSet(
  firstNameLines.flatMap((l) => l.split(' ')),
)
const genderMap = new Map<string, 'he' | 'she'>()
for (const gender of ['he', 'she'] as const)
  for (const name of genders[gender].flatMap((l) => l.split(' '))) genderMap.set(fold(name), gender)
/** What nearly all bearers of a given name are called; undefined where both bear it or it is not known. */
export const genderOfGiven = (name: string): 'he' | 'she' | undefined => genderMap.get(fold(name))

const spellingMap = new Map<string, string>()
for (const line of nameSpellings.spellings) {
  const [first, ...others] = line.split(' ')
  for (const other of others) spellingMap.set(other, first!)
}
/** One spelling for the several that a given name has in Latin letters: "usamah" is "osama". */
export const spelledAlike = (word: string): string => spellingMap.get(word) ?? word

export const places: ReadonlySet<string> = foldedSet(placeLines.flatMap((l) => l.split('|')))

/** Smaller towns, whose names are often people's too: a hint, no more. */
export const towns: ReadonlySet<string> = foldedSet(townLines.flatMap((l) => l.split('|')))

export const honorifics = foldedSet(titles.honorifics)
export const roleHeads = foldedSet(titles.roles)
export const roleModifiers = foldedSet(titles.modifiers)
export const compoundTitles = foldedSet(titles.compound)
export const titleOpenings = openings(compoundTitles)
export const americanTitles = foldedSet(titles.american)
export const nationalTitles = foldedSet(titles.national)
/** What commissioners of the European Commission care for. */
export const commissioners = foldedSet(titles.commissioners)

export const orgHeads = foldedSet(organizations.heads)
export const ambiguousOrgHeads = foldedSet(organizations.ambiguousHeads)
export const outlets = foldedSet(organizations.outlets)
export const outletOpenings = openings(outlets)
/** A news organisation, known or by the last word of its name: "The Brisbane Tribune". */
export const isOutlet = (name: string): boolean =>
  outlets.has(fold(name)) || outletTail.test(fold(name))
const outletTail =
  / (?:times|herald|courier|ledger|beacon|gazette|tribune|chronicle|observer|telegraph|argus|examiner|inquirer|enquirer|dispatch|sentinel|bulletin|mercury|advertiser|messenger|journal|news|broadcasting|television|tv|radio)$/
export const bodies = foldedSet(organizations.bodies)
/** Names that end in "'s" of their own. */
export const ownNames = foldedSet(organizations.ownNames)
export const genericOrgs = foldedSet(organizations.generic)

const partyMap = new Map<string, string>()
for (const [party, forms] of Object.entries(organizations.parties))
  for (const form of [party, ...forms]) partyMap.set(fold(form), party)
/** The name of a party that goes by several: "Tory", "Tories". */
export const partyNamed = (name: string): string | undefined =>
  partyMap.get(fold(name).replace(/^the /, ''))

export const groupNouns = foldedSet(groups.nouns)
export const collectives = foldedSet(groups.collectives)
export const indefinitePeople = foldedSet(groups.indefinite)

export type PaperFamily = keyof typeof papers.families
const familyMap = new Map<string, PaperFamily[]>()
for (const [family, nouns] of Object.entries(papers.families)) {
  for (const noun of nouns) {
    const key = fold(noun)
    familyMap.set(key, [...(familyMap.get(key) ?? []), family as PaperFamily])
  }
}
export const paperFamilies = (noun: string): readonly PaperFamily[] =>
  familyMap.get(fold(noun)) ?? []
export const properPaperTails = foldedSet(papers.properTails)

export const encounterNouns = foldedSet(events.encounters)
export const talkNouns = foldedSet(events.talks)
export const occasionNouns = foldedSet(events.occasions)
export const properEventTails = foldedSet(events.properTails)

export const sayVerbs = foldedSet(attribution.say)
export const weakSayVerbs = foldedSet(attribution.weak)
export const sourceNouns = foldedSet(attribution.sources)

export const stanceOf = {
  negative: foldedSet(stanceWords.negative),
  negativeNouns: foldedSet(stanceWords.negativeNouns),
  planned: foldedSet(stanceWords.planned),
  plannedNouns: foldedSet(stanceWords.plannedNouns),
  plannedAdjectives: foldedSet(stanceWords.plannedAdjectives),
  hedged: foldedSet(stanceWords.hedged),
  hedges: foldedSet(stanceWords.hedges),
  hedgeAdjectives: foldedSet(stanceWords.hedgeAdjectives),
  factive: foldedSet(stanceWords.factive),
  negators: foldedSet(stanceWords.negators),
  conditional: foldedSet(stanceWords.conditional),
}
