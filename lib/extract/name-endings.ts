/**
 * What a name's own words say of it: "Battle of Narva" took place, "Kyoto University" is a body wherever it stands,
 * "Sociology" is no town though one works in it.
 */
import type { EntityKind } from '../schema'
import { ambiguousOrgHeads, orgHeads, places, towns } from './lexicon'

type Vote = (kind: EntityKind, weight: number) => void

/** Fields of study, beliefs, qualities: nothing one could be in as one is in a town. */
const abstract =
  /(?:olog(?:y|ies)|onomy|ography|osophy|istry|etics|ematics|istics|onics|omics|ysics|itics|ethics|athics|isms?|ation|ution|ition|ement|ness|ship|ivity|ality|iency|literature|medicine|law|arts|sciences|philosophy|history|religion|freedom|justice|peace|internet)$/
const honours =
  /^(?:award|prize|medal|scholarship|fellowship|order|trophy|doctorate|degree|diploma|certificate|symphony|concerto|sonata|overture|lectures?|psalms?|gospels?|bible|quran|koran|torah|scripture|testament|edition|version)$/
const prizes =
  /^(?:oscar|oscars|emmy|grammy|bafta|tony|pulitzer|golden globe|golden bear|palme d'or|victoria cross)$/
const deeds =
  /^(?:battle|siege|treaty|massacre|fall|liberation|bombing|sack|feast|night|festival|olympics|paralympics)$/
const conflicts = /^(?:war|wars|intifada|crusade|spring|storm|rising|rebellion|mutiny|blitz)$/
const weather = /^(?:hurricane|cyclone|typhoon|storm)$/
const worlds =
  /^(?:earth|mars|venus|jupiter|saturn|mercury|neptune|uranus|pluto|antarctica|arctic|antarctic)$/
/** Faiths, feasts and figures of speech: nobody one could meet. */
const nobody =
  /^(?:islam|christianity|judaism|hinduism|buddhism|catholicism|protestantism|zionism|marxism|satan|allah|jesus|christ|jesus christ|buddha|lord|devil|heaven|hell|paradise|ramadan|hajj|eid|easter|christmas|christmas eve|thanksgiving|halloween|hanukkah|passover|diwali|lent|english|html|xml|css|usb|dvd|cd|gps|wi-fi|wifi|bluetooth|iphone|ipad|android|covid|covid-19|phd|ph ?d|msc|bsc|mba|jr|sr|ii|iii|iv|lgbt|lgbtq|euro|euros|sterling|nazism|freemasonry|homeopathy)$/
const celebrated =
  /^(?:ramadan|hajj|eid|easter|christmas|christmas eve|thanksgiving|halloween|hanukkah|passover|diwali)$/

/** Members of a people, a faith or a current: "Afghan Pashtuns", "Baathists". */
const peoples =
  /(?:.ists|.ites|[a-z]{2}ians|.eans|^sunnis|^shias?|^kurds|^pashtuns|^tajiks|^uzbeks|^hazaras|^arabs|^turks|^tatars|^slavs|^serbs|^croats|^hutus|^tutsis|^uyghurs|^uighurs|^rohingya|^druze|^alawis|^maoris|^sikhs|^hindus|^muslims|^jews|^catholics|^protestants|^mormons|^evangelicals)$/

const ships = /^(?:hms|uss|mv|rms|ins|hmas|hmcs|hmnzs|rrs|mt|ms|sv|fv)$/
/** What parties and movements call themselves by. */
const current =
  /^(?:democratic|national|popular|liberal|progressive|socialist|social|conservative|republican|united|patriotic|islamic|christian|free|civic|green|radical|communist|nationalist|reformist|independent|people's)$/
const cause =
  /^(?:renewal|rally|alliance|unity|front|union|movement|will|way|future|dawn|hope|progress|solidarity|justice|reform|action|initiative|choice|forum|resistance|liberation|awakening|coalition|list|bloc|opposition|platform|voice|left|right|centre|center|spring|order|revival|path|democracy|society|congress|pact|league|power|change)$/
/** `before` and `first`… are folded words; `key` the whole name, folded. */
export function endingVotes(
  key: string,
  words: readonly string[],
  before: string,
  plural: boolean,
  vote: Vote,
): void {
  const first = words[0]!
  const last = words.at(-1)!
  if (celebrated.test(key)) vote('event', 8)
  else if (nobody.test(key)) vote('other', 9)
  if (plural && peoples.test(last) && !orgHeads.has(last)) vote('group', 6)
  // "Internet Explorer 6", "Channel 4"
  if (words.length > 1 && /^\d{1,3}$/.test(last))
    vote(/^(?:studio|channel|radio|group)$/.test(words.at(-2)!) ? 'organization' : 'other', 6)
  if (words.length > 1 && ships.test(first)) vote('other', 8)
  // "Democratic Renewal", "National Rally"
  if (words.length === 2 && current.test(first) && cause.test(last)) vote('organization', 4)
  if (worlds.test(key)) vote('place', 5)
  if (words.length === 1 && abstract.test(last) && !places.has(key) && !towns.has(key))
    vote('other', 4)
  if (words.length > 1 && honours.test(last)) vote('other', 8)
  if (words.length > 2 && deeds.test(first) && words[1] === 'of')
    vote(first === 'treaty' ? 'paper' : 'event', 8)
  if (
    /^(?:world|test|ashes|premier) series$|^super bowl|grand prix$|^(?:summer |winter |olympic )*games$/.test(
      key,
    )
  )
    vote('event', 8)
  // "an Oscar"
  if (/^(?:a|an|the|her|his|two|three)$/.test(before) && prizes.test(key)) vote('other', 9)
  if (conflicts.test(words.at(-2) ?? '') && /^(?:[ivx]+|one|two)$/.test(last)) vote('event', 8)
  if (words.length > 1 && weather.test(first)) vote('event', 8)
  if (words.length > 2 && first === 'tropical' && weather.test(words[1]!)) vote('event', 8)
  // "the Leeds Rovers", "the Houston Astros": a town and a plural is a team
  if (
    before === 'the' &&
    words.length > 1 &&
    words.length < 4 &&
    plural &&
    !placeTail.test(last) &&
    (places.has(first) || places.has(words.slice(0, 2).join(' ')))
  )
    vote('organization', 4)
  if (towns.has(key)) vote('place', 1.3)
}

const placeTail =
  /(?:islands|mountains|hills|heights|falls|springs|gardens|docks|estates|suburbs|plains|waters|hotels|airports)$/

/** "Brighton High School", "Kyoto University": where it stands in the sentence says nothing more. */
export const isBodyByName = (words: readonly string[]): boolean =>
  words.length > 1 &&
  (words.some((w) => orgHeads.has(w) && !ambiguousOrgHeads.has(w)) ||
    /^(?:school|college|university|hospital)$/.test(words.at(-1)!))

/** "BBC Wales", "PC World", "UN Women": no initials of somebody. */
export const isBranch = (last: string): boolean => branch.test(last)
const branch =
  /^(?:world|week|today|news|live|online|one|two|sport|sports|women|wales|scotland|england|ireland|magazine|guide|gamer|mag|steel|electric|foods|bank|group|water)$/
