/** Words that tell what a noun phrase without a name may refer to. */

/** Words of quantity and the like, which are no part of a name. */
export const loose = new Set(
  'the a an this that these those its his her their our my your several some many most various both all any no each every another other two three four five six seven eight nine ten dozens hundreds such same own certain few more one early late recent recently latest current currently first initial initially potential possible planned proposed apparent alleged genuine so-called entire whole very only subsequent previous last next newly much-anticipated long-awaited ongoing disclosed leaked published unveiled released reported said aforementioned'.split(
    ' ',
  ),
)
/** "US-backed plan": who backs it is a claim, not its name. */
export const dropped =
  /^(?:backed|led|brokered|supported|sponsored|mediated|proposed|imposed|funded|sanctioned|run)$/
export const plurals = /^(?:NNS|NNPS)$/
export const pronouns = new Set(
  'he she they it him her them who this that these those we i you us me one himself herself itself themselves'.split(
    ' ',
  ),
)
export const ideaNouns = new Set(
  'demand term condition concession allegation claim accusation request idea call characterization characterisation charge position decision move policy ban sanction tariff strike war attack campaign effort measure change reform election independence candidacy candidate nomination bid expansion membership construction ceasefire cease-fire withdrawal assistance aid reliance plan suggestion notion appeal legislation rule finding comment remark criticism report conclusion iodisation redesign'.split(
    ' ',
  ),
)

/** What a town or a state is called after it was named: "the city's mayor". */
export const placeNouns = /^(?:country|nation|republic|kingdom|city|town|village)$/

/** Nouns that name a body only behind another. */
export const bodyOfTwo =
  /^(?:family (?:trust|foundation|office|company|firm|business|fund|holding)|(?:presidential|republican|national|coast|border|palace|civil) guard)$/

/** What ranks or sorts people and is no name. */
export const ranks = new Set(
  'senior top high-ranking local regional federal former foreign military army rebel opposition government security police western-backed public party'.split(
    ' ',
  ),
)

/** Two words that are no deal, no attack and no office of anybody's. */
export const figures = new Set(
  'great deal|good deal|big deal|raw deal|heart attack|panic attack|asthma attack|public office|box office|high office|elected office|political office'.split(
    '|',
  ),
)
