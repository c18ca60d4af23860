/** "told Reuters that Norway had signed": a report, not a Reuters that Norway had signed. */
import { fold, genericOrgs, groupNouns, roleHeads, sayVerbs } from './lexicon'
import type { NounPhrase, Unit } from './phrase'
import type { Word } from './word'

const addressed =
  /^(?:tell|inform|assure|warn|remind|notify|advise|persuade|convince|promise|show)$/

/** Turns a relative "that" into one that opens a report; changes `units`. */
export function settleThat(tokens: readonly Word[], units: Unit[]): void {
  units.forEach((unit, at) => {
    if (unit.type !== 'rel' || unit.word !== 'that' || !clauseAhead(units, at)) return
    const left = units[at - 1]
    if (left?.type !== 'np') return
    const verb = units[at - 2]
    if (verb?.type === 'vg') {
      const direct = left.time || (addressed.test(verb.lemma) && canHear(tokens, left))
      if (direct && (sayVerbs.has(verb.lemma) || addressed.test(verb.lemma))) unit.type = 'sub'
      return
    }
    // "said in a statement that", "said on Monday that", "told Reuters in Oslo that"
    if (verb?.type !== 'prep') return
    let k = at - 3
    while (units[k]?.type === 'np' && k > at - 6) k--
    const says = units[k]
    const speech = left.time || statement.test(fold(tokens[left.head]!.lemma)) || left.name
    if (says?.type === 'vg' && sayVerbs.has(says.lemma) && speech) unit.type = 'sub'
  })
}

const statement =
  /^(?:statement|interview|speech|letter|post|tweet|message|briefing|report|email|memo|testimony|filing|address|broadcast|call|conference|hearing|telegram|release|parliament|court|twitter|television|tv|radio|reporter|journalist)$/

const clauseAhead = (units: readonly Unit[], at: number): boolean => {
  const next = units[at + 1]
  if (next?.type !== 'np') return false
  return units.slice(at + 2, at + 8).some((u) => u.type === 'vg' && u.shape === 'finite')
}

/** Somebody, not something: "told a story that". */
function canHear(tokens: readonly Word[], np: NounPhrase): boolean {
  const head = tokens[np.head]!
  const noun = fold(head.lemma)
  return (
    np.name !== undefined ||
    head.upos === 'PROPN' ||
    head.upos === 'PRON' ||
    roleHeads.has(noun) ||
    groupNouns.has(head.folded) ||
    genericOrgs.has(noun)
  )
}
