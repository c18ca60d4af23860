/** Who acts in an infinitive: “directed A to meet”, “the assignment of A to meet”, “agreed to meet”, “A’s plan to meet”. */
import type { Clause } from './clause'
import { fold, stanceOf } from './lexicon'
import type { Unit } from './phrase'
import { back, isNp, listStart } from './phrase-list'
import type { Reading } from './reading'

const objectControl = new Set(
  'direct order ask urge tell force allow lead assign send appoint invite persuade convince pressure press push call want expect help enable get cause prompt instruct encourage advise warn command task authorize authorise require compel dispatch empower permit lobby beg implore challenge remind teach train tip hire recruit pay nominate choose select elect commission charge trust mandate oblige nudge name pick tap install deploy enlist summon draft urge task bully goad coerce exhort beseech'.split(
    ' ',
  ),
)

const subjectControl = new Set('promise threaten vow pledge offer agree refuse decline'.split(' '))

const deedNouns =
  /^(?:decision|move|choice|vote|plan|proposal|attempt|bid|effort|offer|promise|pledge|vow|threat|intention|refusal|failure)$/

/** "made an attempt to", "announced a plan to": the subject's own. */
const ownPlan =
  /^(?:make|have|take|launch|mount|announce|unveil|give|get|reach|begin|start|drop|abandon|scrap|cancel|delay|renew|outline|reveal|express|voice|repeat|issue|offer|pursue|confirm|defend|sign|hatch|draw|devise|set|receive|win|accept|keep|break|fulfil|fulfill|honour|honor|be)$/

/** "it costs more to hire staff", "it took weeks to agree": nobody is "it" */
const isEmpty = (
  tokens: Reading['sentence']['tokens'],
  units: readonly Unit[],
  governor: Clause,
  subjects: readonly number[],
): boolean => {
  const it = units[subjects[0] ?? -1]
  return (
    isNp(it) &&
    tokens[it.head]!.folded === 'it' &&
    /^(?:cost|take|pay|help|matter|hurt)$/.test(governor.verb.lemma)
  )
}

/** "directed Witkoff to meet", "the assignment of Witkoff to meet", "agreed to meet", "Trump's plan to meet" */
export function controlSubject(
  tokens: Reading['sentence']['tokens'],
  units: readonly Unit[],
  at: number,
  clauses: ReadonlyMap<number, Clause>,
  clause: Clause,
): number[] {
  clause.link = 'control'
  let k = back(units, at - 1)
  const conjunct = units[k]
  if (conjunct?.type === 'cc' || conjunct?.type === 'comma') {
    for (let j = k - 1; j >= 0; j--) {
      const sibling = clauses.get(j)
      if (sibling?.verb.shape === 'infinitive') {
        clause.governor = sibling.governor
        return sibling.verb.passive ? sibling.objects : sibling.subjects
      }
      if (sibling?.verb.shape === 'finite') break
    }
  }
  while (k >= 0) {
    const unit = units[k]!
    if (unit.type === 'vg') {
      const governor = clauses.get(k)!
      clause.governor = k
      const own = governor.verb.passive ? governor.objects : governor.subjects
      if (governor.verb.passive) return governor.objects
      const objects = governor.objects
      const onWhom = governor.preps.find(
        (p) =>
          /^(?:on|upon|for|with)$/.test(p.word) &&
          /^(?:call|rely|press|push|plead|arrange|appeal|urge|wait)$/.test(governor.verb.lemma),
      )
      if (objectControl.has(governor.verb.lemma) && !subjectControl.has(governor.verb.lemma)) {
        if (onWhom) return onWhom.args
        if (objects.length) return objects
      }
      return isEmpty(tokens, units, governor, own) ? [] : own
    }
    if (isNp(unit) && k === back(units, at - 1)) {
      // is the phrase right before "to" the object of a verb, or a noun that governs?
      const previous = units[k - 1]
      if (previous?.type === 'prep' && previous.word === 'of' && isNp(units[k - 2])) {
        clause.governor = k - 2
        return listStart(units, k)
      }
      if (
        previous?.type === 'prep' &&
        (previous.word === 'by' || previous.word === 'from' || previous.word === 'for') &&
        isNp(units[k - 2])
      ) {
        clause.governor = k - 2
        // "pressure from Norway to sign": another is to sign
        const asked = tokens[(units[k - 2] as { head: number }).head]?.lemma ?? ''
        if (
          /^(?:pressure|demand|call|request|plea|appeal|order|invitation|instruction|urging|ultimatum|advice|warning)$/.test(
            asked,
          )
        )
          return []
        return listStart(units, k)
      }
      // "Norway's decision to reject the treaty angered B"
      if (unit.owner && deedNouns.test(fold(tokens[unit.head]?.lemma ?? ''))) {
        clause.governor = k
        clause.owned = k
        return []
      }
      // "criticised Berg's plan to sell": the plan is Berg's; "backed an attempt to sell": nobody says whose
      const held = previous?.type === 'vg' ? clauses.get(k - 1) : undefined
      const noun = fold(tokens[unit.head]?.lemma ?? '')
      if (held && stanceOf.plannedNouns.has(noun) && !ownPlan.test(held.verb.lemma)) {
        clause.governor = k
        if (unit.owner) clause.owned = k
        return []
      }
    }
    if (unit.type === 'stop' || unit.type === 'sub' || unit.type === 'rel') break
    k--
  }
  // a headline: "Norway to sign treaty with Iceland"
  const left = back(units, at - 1)
  const bare = !units.some((u) => u.type === 'vg' && u.shape === 'finite')
  if (bare && isNp(units[left]) && units[left - 1]?.type !== 'prep') return listStart(units, left)
  return []
}
