/** Where an office sits: the body or state that owns it, the town of its mayor, or the one that the report leaves out. */
import { stateReferent } from './arguments'
import type { Discourse } from './discourse'
import { americanTitles, commissioners, fold, nationalTitles } from './lexicon'
import { overSpans } from './over-spans'
import type { NounPhrase } from './phrase'
import { impliedBody, impliedState } from './roles-implied'
import type { Scene } from './scene'
import type { Referent, Span } from './span'

/** Offices that a town, county or province has as a state has its own. */
const territorial =
  /\b(?:mayor|governor|gov|lieutenant governor|premier|sheriff|senator|sen|congressman|congresswoman|rep|attorney general|attorney-general|first minister|councillor|councilman|councilwoman|alderman|mp|mep|msp|mla|treasurer|police chief|fire chief|ombudsman|coroner|comptroller)$/

/** Tenses of an office, which say nothing of where it is. */
const tense = /^(?:(?:former|then|current|acting|interim|deputy|ex|the|new|late)[ -])+/

/** Offices that go with another: "her foreign minister" serves the state she presides over. */
const withAnother =
  /\b(?:minister|secretary|deputy|vice[- ]president|predecessor|successor|chief of staff|attorney general|ambassador|envoy)$/

/** Whose words somebody speaks for: "Berg's spokeswoman". */
const voice = /\b(?:spokesman|spokeswoman|spokesperson)$/

export function seatOf(scene: Scene, span: Span | undefined, title = ''): Referent | undefined {
  if (!span) return undefined
  const { referent } = span
  if (!referent)
    return span.nation && span.kind === 'government'
      ? stateReferent(scene.discourse, span.nation)
      : undefined
  if (/^(?:organization|government)$/.test(referent.kind)) return referent
  const office = fold(title)
  // "the city's health commissioner"
  if (referent.kind === 'place')
    return span.form === 'nominal' || territorial.test(office) ? referent : undefined
  if (referent.kind !== 'person') return undefined
  if (voice.test(office)) return referent
  if (!withAnother.test(office)) return undefined
  const held = scene.drafts.findLast((d) => d.relation === 'holds_role' && d.from === referent)
  if (!held?.to || !held.title) return undefined
  return /minister$/.test(office) && held.to.kind !== 'government' ? undefined : held.to
}

/** The seat of an office that is said without one; `from` is where its words start. */
export function seatLeftOut(
  scene: Scene,
  at: number,
  np: NounPhrase,
  title: string,
  from: number,
): Referent | undefined {
  const { discourse } = scene
  const key = fold(title).replace(tense, '')
  if (americanTitles.has(key)) return american(discourse)
  const commission = commissionOf(discourse, key)
  if (commission) return commission
  if (nationalTitles.has(key) && speaksAmerican(discourse)) return american(discourse)
  return (
    impliedState(discourse, title, scene.reading.index, from) ?? impliedBody(scene, at, np, title)
  )
}

/** "Trade commissioner X" where the European Commission was spoken of. */
export function commissionOf(discourse: Discourse, office: string): Referent | undefined {
  const [care, noun] = office.split(/ (?=commissioner$)/)
  return noun && commissioners.has(care!)
    ? discourse.referents.find((r) => fold(r.name) === 'european commission')
    : undefined
}

const american = (discourse: Discourse): Referent | undefined =>
  discourse.referents.find((r) => r.kind === 'government' && r.name === 'United States')

/** The report has an office that only the United States has. */
const speaksAmerican = (discourse: Discourse): boolean =>
  discourse.referents.some((r) => hasAmericanTitle(r))

const hasAmericanTitle = overSpans(
  () => false,
  (has, { role }) => has || (role !== undefined && americanTitles.has(fold(role.words))),
)
