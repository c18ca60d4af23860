/** What a name names, as votes: its own words, the words round it, and the tagger's opinion. */
import type { EntityKind } from '../schema'
import {
  ambiguousOrgHeads,
  bodies,
  countryNamed,
  countryOfCapital,
  firstNames,
  fold,
  honorifics,
  occasionNouns,
  orgHeads,
  outlets,
  places,
  properEventTails,
  properPaperTails,
  roleHeads,
  sayVerbs,
} from './lexicon'
import { appositionVotes, isStaff, officeBeforeName } from './name-apposition'
import { contextVotes } from './name-context'
import { endingVotes, isBodyByName, isBranch } from './name-endings'
import { lower, type Role, textOf, touches } from './span'
import type { Line } from './word'

const placeTails = new Set(
  'city county province region district state street avenue road square river lake sea ocean gulf bay strait island islands mountain mountains valley desert peninsula coast beach park airport station bridge heights territory territories village town port harbor harbour base mosque cathedral shrine dam canal tunnel cemetery memorial forest reservoir zoo mall pier motorway reef falls canyon volcano arena stadium constituency hills hall house tower hotel palace castle plaza centre strip bank'.split(
    ' ',
  ),
)
const makers = new Set(
  'google microsoft apple amazon mozilla windows internet adobe tesla samsung sony nintendo boeing airbus toyota honda ford intel linux android'.split(
    ' ',
  ),
)
const bodySurname =
  /^(?:cable|power|powers|post|bar|star|court|glass|abbey|register|wind|water|waters|ledger|beacon|standard|law|reserve|watch|case)$/
/** "Eastern Norway", "New Guinea": a part of it, or another. */
const compass =
  /^(?:north|south|east|west|northern|southern|eastern|western|central|upper|lower|inner|outer|greater|new|old|great|mainland|rural|middle|equatorial|french|british|dutch|american|papua|saint|st|mr|mrs|ms|sub)$/
const weakPlaceTails = new Set(
  'house hall hotel palace bank base state airport centre park station port tower'.split(' '),
)

type Vote = [kind: EntityKind, weight: number]
/** Votes by noun; a row is the kind, the weight, and the nouns. */
const nounVotes = (...rows: string[]): ReadonlyMap<string, Vote> =>
  new Map(
    rows.flatMap((row) => {
      const [kind, weight, ...nouns] = row.split(' ')
      return nouns.map((noun): [string, Vote] => [noun, [kind as EntityKind, Number(weight)]])
    }),
  )
/** What the noun before a name says that it is: “the newspaper X”, “the film X”. */
const describers = nounVotes(
  'organization 4 group party company firm organization organisation website site newspaper magazine journal broadcaster airline bank team band club startup charity agency network carmaker retailer platform militia ngo union publisher tabloid daily weekly blog forum',
  'paper 4.5 novel film movie book game series song album play memoir documentary show podcast poem musical sitcom drama',
  'other 5 ship vessel yacht ferry tanker frigate boat satellite spacecraft rocket missile drone aboard',
  'place 4 city town village district province region state county island suburb port capital neighbourhood neighborhood municipality',
)
/** What the noun behind a name says that it is: “the X newspaper”, “X airport”. */
const followers = nounVotes(
  'organization 3 newspaper magazine party company airline website journal tv broadcaster bank group channel agency militia faction firm conglomerate tabloid carmaker movement television radio university brewery daily weekly',
  'place 2.5 airport province river region peninsula island islands district county neighbourhood neighborhood suburb stadium valley prison square hospital',
)

export function guessKind(
  text: string,
  sentence: Line,
  from: number,
  to: number,
  role?: Role,
): Partial<Record<EntityKind, number>> {
  const { tokens } = sentence
  const votes: Partial<Record<EntityKind, number>> = {}
  const vote = (kind: EntityKind, weight: number) => {
    votes[kind] = (votes[kind] ?? 0) + weight
  }
  const name = textOf(text, sentence, from, to)
  const key = fold(name)
  const words = tokens.slice(from, to).map((t) => t.folded)
  const first = words[0] as string
  const last = words[words.length - 1] as string
  const before = lower(tokens[from - 1])
  const after = tokens[to]

  if (role)
    vote(
      'person',
      honorifics.has(fold(role.words)) || roleHeads.has(fold(role.words).split(' ').pop() ?? '')
        ? 6
        : 4,
    )
  // "US Red Cross", "Iraqi Red Crescent"
  if (words.length > 1 && bodies.has(words.slice(1).join(' '))) vote('organization', 6)
  if (outlets.has(key) || bodies.has(key) || (before === 'the' && outlets.has(`the ${key}`)))
    vote('organization', 7)
  if (places.has(key)) vote('place', 4)
  if (countryOfCapital(name)) vote('place', 5)
  if (words.length > 1 || orgHeads.has(last)) {
    const headed = words.some((w) => orgHeads.has(w) && !ambiguousOrgHeads.has(w))
    if (headed) vote('organization', 5)
    else if (orgHeads.has(last)) vote('organization', 3)
    if (words.includes('of') && orgHeads.has(words[words.indexOf('of') - 1] ?? ''))
      vote('organization', 2)
  }
  if (properPaperTails.has(last) && words.length > 1) vote('paper', 7)
  if (properEventTails.has(last) && words.length > 1) vote('event', 7)
  else if (
    words.some(
      (w, i) =>
        /^(?:olympics|expo|summit|championship|festival)$/.test(w) && (i > 0 || w !== 'summit'),
    ) ||
    (/^\d{4}$/.test(last) && words.length > 1)
  )
    vote('event', 6)
  if (placeTails.has(last) && words.length > 1) vote('place', weakPlaceTails.has(last) ? 2 : 4)
  if (
    /^(?:lake|mount|mt|fort|port|cape|gulf|strait|bay|river|isle|new territories)$/.test(first) &&
    words.length > 1 &&
    !orgHeads.has(last)
  )
    vote('place', 4)

  const particle = /^(?:al|el|as|an|ar|ash|ad)$/.test(first) && words[1] === '-'
  const named = firstNames.has(first) && !particle && (!places.has(key) || role !== undefined)
  const plain =
    words.length >= 2 &&
    words.length <= 5 &&
    !words.some((w) => orgHeads.has(w) || /^(?:of|the|and|for)$/.test(w))
  // "Vincent Cable": a surname that is a body's word too
  if (named && words.length === 2 && bodySurname.test(last) && before !== 'the') vote('person', 6)
  if (named && plain) vote('person', 4)
  else if (named && words.length === 1) vote('person', 1)
  if (words.includes('-') && plain && /^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+-\p{L}\p{Ll}+$/u.test(name))
    vote('person', 3)
  if (
    /^\p{Lu}\p{Ll}+ (?:\p{Lu}\. ?)+\p{Lu}/u.test(name) ||
    /^(?:\p{Lu}\.? ?){1,3} \p{Lu}\p{Ll}+$/u.test(name) ||
    (/^\p{Lu}{2} \p{Lu}\p{Ll}+$/u.test(name) && !isBranch(last) && !outlets.has(first))
  )
    vote('person', 3)
  // "Winton “Red” Hale"
  if (words.length === 5 && /^["“]$/.test(tokens[from + 1]!.text)) vote('person', 5)
  if (
    plain &&
    !particle &&
    words.some((w) => /^(?:al|el|bin|ibn|van|von|de|der|di|del|da)$/.test(w))
  )
    vote('person', 1.5)
  if (/^(?:the )?(?:mail|independent) on sunday$/.test(key)) vote('organization', 7)
  if (/^\p{Lu}[\p{Lu}0-9&+]{1,6}$/u.test(name)) vote('organization', 2.5)
  if (/^\p{Lu}?\p{Ll}+\p{Lu}/u.test(name) && words.length === 1) vote('organization', 2)
  if (/\.(?:com|org|net|gov)$/.test(name)) vote('organization', 3)

  for (const tagged of sentence.names) {
    if (tagged.start < to && tagged.end > from) {
      const share = (Math.min(tagged.end, to) - Math.max(tagged.start, from)) / (to - from)
      // a lone unknown word is a person only if something else says so; a body or a place, hardly ever
      const lone = words.length === 1 && (tagged.kind !== 'person' || (!named && !role))
      vote(tagged.kind, (!lone ? 2.2 : tagged.kind === 'person' ? 1.2 : 0.4) * share)
    }
  }
  contextVotes(tokens, from, to, vote)
  endingVotes(
    key,
    words,
    before,
    /^NN(?:P)?S$/.test(tokens[to - 1]!.xpos) || /[^s]s$/.test(last),
    vote,
  )
  const body = isBodyByName(words)
  const described = describers.get(
    lower(/^["“']$/.test(tokens[from - 1]?.text ?? '') ? tokens[from - 2] : tokens[from - 1]),
  )
  if (described) vote(...described)
  if (
    /^(?:city|town|village|district|province|region|state|county|island|suburb|port|neighbourhood|neighborhood) of$/.test(
      `${lower(tokens[from - 2])} ${before}`,
    )
  )
    vote('place', 4)
  if (
    after &&
    /^['’‘]s?$/.test(after.text) &&
    firstNames.has(lower(tokens[to + 1])) &&
    /^\p{Lu}/u.test(tokens[to + 2]?.text ?? '') &&
    words.length <= 3 &&
    !named
  )
    vote('organization', 3)
  if (/^(?:east|west|north|south|central)$/.test(last) && words.length > 1) vote('place', 4)
  if (words.length > 1 && places.has(first) && !named && !body) vote('place', 0.4)
  // "Paddle Norway", "Transparency Kenya": a body of that country
  if (
    words.length === 2 &&
    countryNamed(textOf(text, sentence, to - 1, to)) &&
    !compass.test(first)
  )
    vote('organization', 3.5)
  if (/^(?:wiki|org)$/.test(last) && words.length > 1) vote('organization', 4)
  // "Internet Explorer 6", "Falcon 9": a thing with a version
  if (after?.upos === 'NUM' && /^\d{1,2}(?:\.\d+)?$/.test(after.text) && !role && !places.has(key))
    vote('other', 1.5)
  // "Google Chrome", "Tesla Model": what a maker makes, unless it is somebody
  if (words.length === 2 && makers.has(first) && !named && !orgHeads.has(last)) vote('other', 4)
  if (last === 'house' && words.length === 2 && !role) vote('organization', 8)
  if (first === 'operation' && words.length > 1) vote('event', 2)
  if (tokens.slice(from, to).some((t) => t.text === ':')) vote('paper', 6)
  if (
    before === 'of' &&
    words.length <= 4 &&
    !named &&
    roleHeads.has(fold(tokens[from - 2]?.lemma ?? ''))
  )
    vote('organization', 2.5)
  if (
    tokens
      .slice(from, to)
      .some(
        (t) =>
          /\p{Ll}\p{Lu}/u.test(t.text) && !/^(?:Mc|Mac|De|La|Le|Di|Van|Fitz|O['’])/.test(t.text),
      )
  )
    vote('organization', 2.5)
  appositionVotes(tokens, from, to, vote)
  const following = named ? undefined : followers.get(lower(after))
  if (following) vote(...following)
  if (
    before === 'in' &&
    /^(?:publish|appear|write|report|print)$/.test(tokens[from - 2]?.lemma ?? '') &&
    words.length > 1
  )
    vote('organization', 6)
  // "Veltrix chief executive Dan Moss"
  if (!places.has(key) && !named && officeBeforeName(tokens, to)) vote('organization', 3.5)
  if (/^according to$/.test(`${lower(tokens[from - 2])} ${before}`) && !named && !places.has(key))
    vote('organization', 2.6)
  // "staff at X", "an engineer at X"
  const left = tokens[from - 2]
  const employed = before === 'at' && left !== undefined && isStaff(left) && !places.has(key)
  if (employed) vote('organization', 3)
  const deed = tokens[from - 1]
  if (
    words.length >= 2 &&
    words.length <= 4 &&
    deed?.upos === 'VERB' &&
    /^(?:arrest|sentence|appoint|jail|convict|marry|elect|interview|detain|charge|indict|acquit|sack|nominate|succeed)$/.test(
      deed.lemma,
    )
  )
    vote('person', 1.5)
  const place = /^(?:in|at|near|across|outside|around|throughout)$/.test(before)
  if (place && words.length <= 3 && !named && !body && !employed)
    vote('place', after && /^(?:['’‘]s?)$/.test(after.text) ? 1.2 : 2.4)
  // "a regiment in Kara": nobody, though some are called so
  if (before === 'in' && named && words.length === 1 && !role && after?.text !== '-')
    vote('place', 4)
  if (/^(?:in|at)$/.test(before) && placeTails.has(last)) vote('place', 3)
  if (before === 'the' && words.length === 1 && !named) vote('organization', 0.8)
  if (after && sayVerbs.has(after.lemma) && after.upos === 'VERB' && words.length <= 3)
    vote('person', 0.7)
  if (after && /^(?:who|whose)$/.test(after.folded)) vote('person', 2)
  if (after?.text === ',' && /^\d{2}$/.test(tokens[to + 1]?.text ?? '')) vote('person', 4)
  if (after?.text === ',' && lower(tokens[to + 1]) === 'who') vote('person', 2.5)
  if (after?.text === '(' && /^[A-Z]{2,6}$/.test(tokens[to + 1]?.text ?? ''))
    vote('organization', 3)
  if (
    /^(?:elections?|election|vote|summit|protests?|war)$/.test(lower(after)) &&
    occasionNouns.has(lower(after))
  )
    vote('place', 0.3)
  if (plain && words.length >= 2 && words.length <= 3 && !votes.organization && !votes.place)
    vote('person', 0.8)
  if (before === '-' && touches(tokens[from - 1], tokens[from])) vote('other', 0.5)
  if (!Object.keys(votes).length) vote('other', 0.1)
  return votes
}
