/**
 * Offices whose seat the sentence leaves out: "Business Minister X" in a report about Sweden, "chief executive Y"
 * right after a company was spoken of. Only where one seat is the clear reading.
 */

import { stateReferent } from './arguments'
import { tracesIn } from './coreference-recent'
import { addReferent, type Discourse, tie } from './discourse'
import { homeCountry } from './home-country'
import { fold, outlets, partyNamed } from './lexicon'
import type { NounPhrase } from './phrase'
import type { Scene } from './scene'
import { lower, newSpan, type Referent, type Span } from './span'

const stateOffices =
  /\b(?:minister|chancellor|taoiseach|tánaiste|premier|secretary|chief whip|attorney general|solicitor general|president|vice[- ]president|king|queen|emir|sultan|monarch|commerce secretary)$/
const noState =
  /\b(?:press|private|general|party|club|company|assistant|executive|permanent|shadow|university|legal|national|regional|first)\b/
const companyOffices =
  /^(?:group |acting |interim |former |deputy |co-|vice )*(?:chief executive(?: officer)?|chief (?:financial|operating|technology|legal|scientific|medical|investment|marketing) officer|ceo|cfo|coo|cto|chairman|chairwoman|chairperson|chair|managing director|finance director|managing partner|executive director|general counsel|general secretary|company secretary|spokesman|spokeswoman|spokesperson|founder|chief spokesman|chief spokeswoman|marketing director|operations director|medical director|head coach)$/

const parties: ReadonlyMap<string, string> = new Map([
  ['lab', 'Labour'],
  ['con', 'Conservatives'],
  ['ld', 'Liberal Democrats'],
  ['lib dem', 'Liberal Democrats'],
  ['snp', 'SNP'],
  ['plaid', 'Plaid Cymru'],
  ['dup', 'DUP'],
  ['sf', 'Sinn Féin'],
  ['ff', 'Fianna Fáil'],
  ['fg', 'Fine Gael'],
  ['green', 'Greens'],
  ['grn', 'Greens'],
  ['alp', 'Labor Party'],
  ['d', 'Democratic Party'],
  ['r', 'Republican Party'],
])

/** "Cllr Derek Whittingstall (Lab, Northgate)": the party in brackets behind a name. */
export function bracketParty(scene: Scene, at: number): Referent | undefined {
  const { discourse, reading } = scene
  const { tokens } = reading.sentence
  const np = reading.units[at]!
  // "(D-NY)", ", R-Ohio,"
  const state = tokens[np.to + 2]?.text === '-' && /^[DR]$/.test(tokens[np.to + 1]!.text)
  if (!(tokens[np.to]?.text === '(' || (state && tokens[np.to]?.text === ','))) return undefined
  const close = tokens.findIndex((t, k) => k > np.to && /^[),/]$/.test(t.text))
  if (close < 0 || close > np.to + (state ? 5 : 3)) return undefined
  const words = tokens.slice(np.to + 1, state ? np.to + 2 : close).map((t) => t.text)
  const said = words.join(' ')
  const name = words.every((w) => /^\p{Lu}/u.test(w))
    ? (parties.get(fold(said)) ?? partyNamed(said))
    : undefined
  if (!name) return undefined
  const known = discourse.referents.find(
    (r) => r.kind === 'organization' && fold(r.name) === fold(name),
  )
  const span: Span = newSpan({
    sentence: reading.index,
    from: np.to + 1,
    to: np.to + 1 + words.length,
    head: np.to + words.length,
    form: 'name',
    kind: 'organization',
    name: words.join(' '),
  })
  const referent = known ?? addReferent(discourse, span, 'organization', name, false)
  if (!known) referent.forms.set(name, 0)
  tie(span, referent, `${words.join(' ')} stands for ${name}`, state ? '' : span.name)
  return referent
}

/** The state that an office without a seat belongs to: the one the report is about, never merely the one named last. */
export function impliedState(
  discourse: Discourse,
  title: string,
  sentence: number,
  from: number,
): Referent | undefined {
  const key = fold(title)
    .replace(/^(?:former|then|current|acting|interim|deputy|the) /, '')
    .replace(/^(minister|secretary)(?: of state)? (?:for|of) .*$/, '$1')
  if (!(stateOffices.test(key) || /^(?:senator|sen)$/.test(key)) || noState.test(key))
    return undefined
  // "Senator X" sits in the Senate the report speaks of
  if (/^(?:senator|sen)$/.test(key))
    return discourse.referents.find(
      (r) => r.kind === 'organization' && /^senate$/.test(fold(r.name)),
    )
  const states = discourse.referents.filter(
    (r) => r.kind === 'government' && !stateless(r) && r.spans.length,
  )
  // "Britain followed, when Foreign Secretary X": the state its own sentence is about
  const here = tracesIn(discourse, sentence).filter((t) => t.subject && states.includes(t.referent))
  // "France sent troops to Ivory Coast after President X": either's
  const named = new Set(
    states.filter((r) => r.spans.some((s) => s.sentence === sentence && s.from < from)),
  )
  if (named.size > 1) return undefined
  if (here.length === 1 && here[0]!.span.from < from && hasOffice(here[0]!.referent.name, key))
    return here[0]!.referent
  const home = homeCountry(discourse)
  if (home && hasOffice(home, key)) return stateReferent(discourse, home)
  const most = Math.max(0, ...states.map((r) => r.spans.length))
  const fit = states.filter((r) => hasOffice(r.name, key))
  const ranked = [...fit].sort((a, b) => b.spans.length - a.spans.length || a.id - b.id)
  const [top, second] = ranked
  // a report about a state that has no such office says little of whose it is
  if (!top || top.spans.length < most)
    return /\b(?:secretary|chancellor|prime minister)$/.test(key)
      ? states.find((r) => r.name === 'United Kingdom')
      : undefined
  if (second && top.spans.length < 3 * second.spans.length) return undefined
  // beside others, a state that is only somewhere to be or to go is no office's seat
  const acts = top.spans.some((s) => {
    const before = discourse.readings[s.sentence]!.sentence.tokens[s.from - 1]
    return !/^(?:in|from|to|into|across|near|on|over|visit|visiting)$/.test(lower(before))
  })
  if (!acts && states.length > 1) return undefined
  // one that comes up once is it only if it comes first
  const [only] = top.spans
  const first = only!.sentence < sentence || (only!.sentence === sentence && only!.from < from)
  return top.spans.length > 1 || first ? top : undefined
}

const monarchies =
  /^(?:United Kingdom|England|Scotland|Wales|Northern Ireland|Japan|Canada|Australia|New Zealand|Spain|Netherlands|Belgium|Sweden|Norway|Denmark|Thailand|Malaysia|Jordan|Saudi Arabia|Morocco|Cambodia|Oman|Bahrain|Kuwait|Qatar|Bhutan|Luxembourg|Monaco|Tonga|Lesotho|Eswatini|Brunei)$/

/** Offices that a state does not have: no minister in the United States, no king of a republic, no president of a kingdom. */
function hasOffice(state: string, office: string): boolean {
  if (/\b(?:king|queen|monarch|emir|sultan)$/.test(office)) return monarchies.test(state)
  if (/president$/.test(office)) return !monarchies.test(state)
  if (state === 'United States')
    return !/\b(?:minister|chancellor|premier|taoiseach|tánaiste|(?:home|foreign|defence|health|trade|environment) secretary)$/.test(
      office,
    )
  if (/^(?:England|Scotland|Wales|Northern Ireland)$/.test(state))
    return !/^(?:prime minister|chancellor|(?:home|foreign|defence|health|education|transport|trade|work and pensions) secretary|foreign minister|defence minister)$/.test(
      office,
    )
  return true
}

const stateless = (r: Referent) => /^(?:European Union|United Nations|European)$/.test(r.name)

/** The company an office without a seat belongs to: the body the sentences just before were about. */
export function impliedBody(
  scene: Scene,
  at: number,
  np: NounPhrase,
  title: string,
): Referent | undefined {
  if (!companyOffices.test(fold(title).replace(/^(?:the|its|a) /, '')) || np.owner) return undefined
  const { discourse, reading } = scene
  const from = reading.units[at]!.from
  for (let back = 0; back <= 2; back++) {
    const here = tracesIn(discourse, reading.index - back).filter(
      (t) =>
        (back > 0 || t.span.from < from) &&
        t.referent.kind === 'organization' &&
        !outlets.has(fold(t.referent.name)),
    )
    const solid = here.filter((t) => !t.referent.weak)
    if (!solid.length) continue
    const bodies = [...new Set(solid.map((t) => t.referent))]
    const subject = solid.find((t) => t.subject)?.referent
    return bodies.length === 1
      ? bodies[0]
      : back > 0 || subject === solid[0]?.referent
        ? subject
        : undefined
  }
  return undefined
}
