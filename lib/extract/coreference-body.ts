/** Which body "the company", "the agency" or "the insurer" takes up. Doubt between two takes up none. */
import { recent, tracesIn } from './coreference-recent'
import type { Discourse } from './discourse'
import { bodies, fold, isOutlet } from './lexicon'
import type { Reading } from './reading'
import type { Referent, Span } from './span'

/** Nouns for a business: what the report was just about may be called so. */
export const business =
  /^(?:company|firm|group|carmaker|automaker|airline|retailer|insurer|lender|bank|club|startup|start-up|manufacturer|maker|broker|broadcaster|newspaper|giant|conglomerate|corporation|team|publisher|studio|brewer|drugmaker|chipmaker|shipbuilder|steelmaker|supermarket|utility|operator|developer|builder|housebuilder|consultancy|brokerage|grocer|wholesaler|distributor|trader|miner)$/

/** Well-known bodies that are companies. */
const companies = new Set(
  'google,alphabet,apple,microsoft,amazon,meta,facebook,twitter,tesla,spacex,openai,nvidia,intel,netflix,disney,sony,samsung,huawei,bytedance,tiktok,boeing,airbus,shell,bp,pfizer,moderna,astrazeneca,toyota,volkswagen,uber,walmart,starbucks,gazprom,rosneft,ubisoft,siemens,softbank,nokia,ericsson,vodafone,motorola,renault,peugeot,chrysler,daimlerchrysler,general motors,general electric,lufthansa,ryanair,british airways,deutsche telekom,france telecom,procter & gamble,marks & spencer,yukos,unilever,nestle,barclays,hsbc,ubs,citigroup,goldman sachs,jpmorgan,morgan stanley,honda,nissan,bmw,ford,rolls-royce,bae systems,chevron,exxonmobil,glaxosmithkline,bayer,novartis,roche,oracle,ibm,hyundai,tesco,asda,carlsberg,diageo,danone,pepsico,coca-cola,qantas,glencore,rio tinto,bhp,petrobras,pemex,statoil,equinor,repsol,sinopec,petrochina'.split(
    ',',
  ),
)

/** What nobody calls "the company". */
const publicBody =
  /\b(?:Council|Committee|Ministry|Department|Court|Commission|Parliament|Senate|Congress|Assembly|Authority|University|Police|Party|Democrats|Agency|Union|Treasury|Reserve|Federation|council|committee|ministry|department|court|commission|parliament|panel|cabinet|board)\b/

const letters = '|^[A-Z]{3,6}$'
/** What a noun for a public body or a society may stand for, by the words of its name. */
const kinds: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    agency: `Agency|Commission|Administration|Bureau|Authority|Service|Programme|Survey${letters}`,
    regulator: `Authority|Commission|Agency|Administration|Inspectorate|^Of[a-z]{2,5}$${letters}`,
    watchdog: `Authority|Commission|Agency|Inspectorate|Watch|Ombudsman|^Of[a-z]{2,5}$${letters}`,
    union: `Union|Association|Guild|Brotherhood|Workers|Teachers${letters}`,
    charity: `Trust|Foundation|Network|Aid|Children|Relief|Society|Mission|Shelter${letters}`,
    organisation: `Organi[sz]ation|Association|Federation|Network|Society|Council|Institute${letters}`,
    organization: `Organi[sz]ation|Association|Federation|Network|Society|Council|Institute${letters}`,
    association: `Association|Federation|Union${letters}`,
    party: `Party|Democrats?|Republicans?|Labour|Labor|Conservatives?|Liberals?|Greens?|Socialists?|Communists?|Nationalists?|Front|Alliance|Movement|League|Union|Gael|Fáil|Féin|SNP|Tories|Together|Coalition|Left|Right|Progressives?`,
  }).map(([noun, source]) => [noun, new RegExp(`\\b(?:${source})(?!\\p{L})`, 'u')]),
)

const isBusiness = (r: Referent): boolean =>
  companies.has(fold(r.name)) ||
  (!r.weak && !isOutlet(r.name) && !bodies.has(fold(r.name)) && !publicBody.test(r.name))

/** In: the noun of a phrase such as "the insurer". Out: the body it takes up, if the report leaves no doubt. */
export function bodyMeant(
  discourse: Discourse,
  reading: Reading,
  span: Span,
): Referent | undefined {
  const noun = span.noun!
  const kind = kinds.get(noun)
  const fits = (r: Referent) =>
    r.kind === 'organization' && (kind ? !r.weak && kind.test(r.name) : isBusiness(r))
  // parties are called so whatever their names
  const party = noun === 'party' && inFocus(discourse, reading, span, fits)
  if (party) return party
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
  if (named) return named
  // "Rivermark, a Leeds-based insurer": later "the insurer"
  const called =
    !/^(?:company|firm|group|organi[sz]ation|team|agency|business)$/.test(noun) &&
    recent(
      discourse,
      span,
      20,
      (r) =>
        r.kind === 'organization' &&
        !r.weak &&
        r.spans.some((s) => s.form === 'nominal' && s.noun === noun && s.sentence < span.sentence),
    )
  if (called) return called
  if (kind) return onlyOne(discourse, span, fits)
  return business.test(noun) ? inFocus(discourse, reading, span, fits) : undefined
}

function onlyOne(
  discourse: Discourse,
  span: Span,
  fits: (r: Referent) => boolean,
): Referent | undefined {
  const found = new Set<Referent>()
  for (const t of tracesIn(discourse, span.sentence - 3, span.sentence))
    if (fits(t.referent)) found.add(t.referent)
  return found.size === 1 ? [...found][0] : undefined
}

/** The business just spoken of: not one in its own clause, the subject before others. */
function inFocus(
  discourse: Discourse,
  reading: Reading,
  span: Span,
  fits: (r: Referent) => boolean,
): Referent | undefined {
  const start = clauseStart(reading, span)
  const here = tracesIn(discourse, span.sentence).filter(
    (t) => t.span.from < span.from && fits(t.referent),
  )
  const beside = new Set(here.filter((t) => t.span.from >= start).map((t) => t.referent))
  for (let back = 0; back <= 2; back++) {
    const there = (back ? tracesIn(discourse, span.sentence - back) : here).filter(
      (t) => (back > 0 || t.span.from < start) && !beside.has(t.referent) && fits(t.referent),
    )
    const distinct = new Set(there.map((t) => t.referent))
    if (distinct.size === 1) return [...distinct][0]
    const subjects = new Set(there.flatMap((t) => (t.subject ? t.referent : [])))
    if (subjects.size === 1) return [...subjects][0]
    if (distinct.size > 1) return undefined
  }
  return undefined
}

/** The token behind the last "that", "which", "and" or comma before a phrase, where a verb stands in between or before. */
function clauseStart(reading: Reading, span: Span): number {
  let start = 0
  let verb = false
  for (const unit of reading.units) {
    if (unit.from >= span.from) break
    if (unit.type === 'vg') verb = true
    if (verb && /^(?:sub|rel|cc|comma|stop|quote)$/.test(unit.type)) {
      start = unit.to
      verb = false
    }
  }
  return start
}
