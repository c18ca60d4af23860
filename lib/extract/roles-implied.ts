/**
 * Offices whose seat the sentence leaves out: "Business Minister X" in a report about Sweden, "chief executive Y"
 * right after a company was spoken of. Only where one seat is the clear reading.
 */

import { addReferent, type Discourse, tie } from './discourse'
import { fold, outlets } from './lexicon'
import type { NounPhrase } from './phrase'
import type { Scene } from './scene'
import type { Referent } from './span'

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
])

/** "Cllr Derek Whittingstall (Lab, Northgate)": the party in brackets behind a name. */
export function bracketParty(scene: Scene, at: number): Referent | undefined {
  const { discourse, reading } = scene
  const { tokens } = reading.sentence
  const np = reading.units[at]!
  if (tokens[np.to]?.text !== '(') return undefined
  const close = tokens.findIndex((t, k) => k > np.to && /^[),/]$/.test(t.text))
  if (close < 0 || close > np.to + 3) return undefined
  const words = tokens.slice(np.to + 1, close).map((t) => t.text)
  const name = words.every((w) => /^\p{Lu}/u.test(w))
    ? parties.get(fold(words.join(' ')))
    : undefined
  if (!name) return undefined
  const known = discourse.referents.find(
    (r) => r.kind === 'organization' && fold(r.name) === fold(name),
  )
  const span = {
    sentence: reading.index,
    from: np.to + 1,
    to: close,
    head: close - 1,
    form: 'name' as const,
    kind: 'organization' as const,
    name: words.join(' '),
  }
  const referent = known ?? addReferent(discourse, span, 'organization', name, false)
  if (!known) referent.forms.set(name, 0)
  tie(span, referent, `${words.join(' ')} stands for ${name}`)
  return referent
}

/** The state that an office without a seat belongs to: the one the report is about, never merely the one named last. */
export function impliedState(discourse: Discourse, title: string): Referent | undefined {
  const key = fold(title).replace(/^(?:former|then|current|acting|interim|deputy|the) /, '')
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
  if (states.length === 1) return states[0]
  const ranked = [...states].sort((a, b) => b.spans.length - a.spans.length || a.id - b.id)
  return ranked[0] && ranked[0].spans.length >= 3 * (ranked[1]?.spans.length ?? 0)
    ? ranked[0]
    : undefined
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
    const here = discourse.trail.filter(
      (t) =>
        t.sentence === reading.index - back &&
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
