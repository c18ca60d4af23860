/** How a noun that says what happened is put: “a possible meeting”, “no talks”. */
import type { Clause } from './clause'
import { fold, stanceOf } from './lexicon'
import type { NounPhrase } from './phrase'
import type { Reading } from './reading'
import { lower } from './span'
import { clauseStance, type Verdict, worse } from './stance'

const uttered =
  /^(?:call|criticism|demand|appeal|plea|warning|accusation|allegation|opposition|objection|condemnation|request|advice)$/

/** A noun that says what happened ("a possible meeting", "no talks") under the clause that holds it. */
export function nounStance(
  reading: Reading,
  at: number,
  holder: Clause | undefined,
  light: boolean,
  clauses: ReadonlyMap<number, Clause>,
): Verdict {
  const np = reading.units[at] as NounPhrase
  const { tokens } = reading.sentence
  let verdict: Verdict = { stance: 'asserted' }
  for (let k = np.from; k < np.head; k++) {
    const word = lower(tokens[k])
    if (stanceOf.plannedAdjectives.has(word)) verdict = worse(verdict, { stance: 'planned' })
    else if (stanceOf.hedgeAdjectives.has(word)) verdict = worse(verdict, { stance: 'hedged' })
    else if (word === 'no') verdict = worse(verdict, { stance: 'denied' })
  }
  const before = reading.units[at - 1]
  if (before?.type === 'prep' && before.word === 'ahead of')
    verdict = worse(verdict, { stance: 'planned' })
  if (before?.type === 'prep' && before.word === 'without')
    verdict = worse(verdict, { stance: 'denied' })
  // "flew to Lisbon for talks": what for is not yet what happened
  if (
    before?.type === 'prep' &&
    before.word === 'for' &&
    holder?.preps.some((p) => p.args.includes(at))
  )
    verdict = worse(verdict, { stance: 'planned' })
  if (!holder) return verdict
  const above = clauseStance(reading, holder, clauses)
  const { lemma } = holder.verb
  const object = holder.objects.includes(at)
  const subject = !holder.verb.passive && holder.subjects.includes(at)
  if (light && lemma === 'lose') return worse(verdict, { stance: 'denied' })
  if (
    light ||
    (holder.verb.passive &&
      object &&
      /^(?:hold|make|conduct|launch|issue|give|offer|impose|schedule|arrange|plan)$/.test(lemma))
  ) {
    const planned =
      /^(?:plan|schedule|arrange|order|seek|propose|request|consider|mull|weigh|threaten|prepare|contemplate)$/.test(
        lemma,
      )
        ? ({ stance: 'planned' } as Verdict)
        : verdict
    return worse(worse(verdict, planned), above.stance === 'none' ? { stance: 'none' } : above)
  }
  if (object) {
    if (
      /^(?:cancel|scrap|abandon|call|deny|rule|block|prevent|avoid|postpone|refuse|decline|reject)$/.test(
        lemma,
      ) &&
      (lemma !== 'call' || holder.particle === 'off') &&
      // who rejects a call or criticism does not undo it
      !uttered.test(fold(tokens[np.head]?.lemma ?? ''))
    )
      return worse(verdict, { stance: 'denied' })
    if (
      /^(?:withdraw|withhold|drop|lose|lack|end|rescind|pull|reconsider)$/.test(lemma) &&
      /^(?:support|backing|endorsement|approval|sponsorship)$/.test(lower(tokens[np.head]))
    )
      return worse(verdict, { stance: 'denied' })
    if (
      /^(?:plan|propose|request|seek|demand|suggest|want|expect|schedule|arrange|consider|urge|await|prepare|announce|discuss|threaten)$/.test(
        lemma,
      ) &&
      !/^announce$/.test(lemma)
    )
      return worse(verdict, { stance: 'planned' })
  }
  // "the merger is to go ahead", "is due to take place"
  const ahead = [...clauses.values()].some((c) => c.governor === holder.at && c.link === 'control')
  if (subject && holder.verb.copula && ahead) return worse(verdict, { stance: 'planned' })
  if (subject && /^(?:will|would|could|may|might|shall)$/.test(holder.verb.modal ?? ''))
    return worse(verdict, { stance: 'planned' })
  if (
    (subject || (holder.verb.passive && object)) &&
    /^(?:expect|schedule|set|plan|due|slate)$/.test(lemma)
  )
    return worse(verdict, { stance: 'planned' })
  const preps = holder.preps.find((p) => p.args.includes(at))
  if (preps?.word === 'for' && /^(?:call|push|press|appeal|ask|hope|wait|prepare)$/.test(lemma))
    return worse(verdict, { stance: 'planned' })
  return verdict
}
