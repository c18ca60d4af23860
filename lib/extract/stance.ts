/**
 * How a source puts a clause: fact, hedge, plan, untruth, or no claim at all. The words that decide stand in the
 * clause itself (not, would, reportedly) or above it (refused to, planned to, if); each step up may change the answer.
 */
import type { Stance } from '../schema'
import type { Clause } from './clause'
import { fold, stanceOf, weakSayVerbs } from './lexicon'
import type { Reading } from './reading'
import {
  adjectiveAfter,
  almost,
  conditionAround,
  finiteTag,
  goingTo,
  holdsPlan,
  inTalks,
  neither,
  noSubject,
  prepBefore,
  rumoured,
  timetabled,
  wordNearby,
} from './stance-words'
import { tellingStance } from './telling-noun'

/** `none`: the clause claims nothing ("if it signs", "how he should speak"). */
export type Verdict = { stance: Stance | 'none'; deniedBy?: number[] }

const rank: Record<Stance | 'none', number> = {
  asserted: 0,
  hedged: 1,
  planned: 2,
  contested: 3,
  denied: 4,
  none: 5,
}

export const worse = (a: Verdict, b: Verdict): Verdict =>
  rank[b.stance] > rank[a.stance]
    ? { stance: b.stance, deniedBy: b.deniedBy ?? a.deniedBy }
    : { stance: a.stance, deniedBy: a.deniedBy ?? b.deniedBy }

const dropOpeners = new Set('if unless whether until once lest'.split(' '))

const attempts = new Set('try attempt seek struggle strive fight bid'.split(' '))

const denials = new Set('deny dispute refute'.split(' '))

export function clauseStance(
  reading: Reading,
  clause: Clause,
  clauses: ReadonlyMap<number, Clause>,
  depth = 0,
): Verdict {
  let verdict: Verdict = { stance: 'asserted' }
  const { verb } = clause
  const raise = (stance: Verdict['stance'], deniedBy?: number[]) => {
    verdict = worse(verdict, { stance, deniedBy })
  }
  if (
    verb.adverbs.some((a) => stanceOf.hedges.has(a)) ||
    wordNearby(reading.units, clause.at, stanceOf.hedges)
  )
    raise('hedged')
  if (verb.adverbs.some((a) => /^(?:almost|nearly)$/.test(a)) || almost(reading, clause))
    raise('none')
  if (rumoured(reading)) raise('hedged')
  switch (verb.modal) {
    case 'will':
    case 'shall':
      raise(conditionAround(reading.units, clause) ? 'none' : 'planned')
      break
    case 'would':
      raise(conditionAround(reading.units, clause) ? 'none' : 'planned')
      break
    case 'may':
    case 'might':
    case 'could':
      raise(conditionAround(reading.units, clause) ? 'none' : 'hedged')
      break
    case 'should':
    case 'must':
    case 'can':
    case 'ought':
    case 'need':
      raise('none')
  }
  if (verb.negated || neither(reading, clause) || noSubject(reading, clause))
    raise(verb.modal && !/^wi?ll|^would$/.test(verb.modal) ? 'none' : 'denied')
  if (
    clause.opener &&
    dropOpeners.has(clause.opener) &&
    !(/^(?:until|once)$/.test(clause.opener) && /^VBD$/.test(finiteTag(reading, clause)))
  )
    raise('none')
  if (
    !verb.modal &&
    verb.shape === 'finite' &&
    (goingTo(reading, clause) || timetabled(reading, clause))
  )
    raise('planned')
  // a headline's "Norway to sign treaty", or an infinitive nobody governs
  if (verb.shape === 'infinitive' && clause.governor === undefined) raise('planned')
  if (depth > 8 || clause.governor === undefined) return verdict
  const governor = clauses.get(clause.governor)
  if (!governor)
    return worse(
      verdict,
      clause.link === 'report'
        ? tellingStance(reading, clause.governor, clauses)
        : underNoun(reading, clause),
    )
  const above = clauseStance(reading, governor, clauses, depth + 1)
  return worse(verdict, underVerb(reading, clause, governor, above))
}

function underVerb(reading: Reading, clause: Clause, governor: Clause, above: Verdict): Verdict {
  const { lemma } = governor.verb
  const negated = governor.verb.negated || neither(reading, governor)
  const silenced: Verdict = { stance: above.stance === 'denied' ? 'none' : above.stance }
  if (clause.link === 'report') {
    if (denials.has(lemma))
      return negated ? { stance: 'asserted' } : { stance: 'denied', deniedBy: governor.subjects }
    if (negated || above.stance === 'none' || above.stance === 'denied') return { stance: 'none' }
    if (
      /^(?:allege|suggest|indicate|hint|theorize|theorise|imply)$/.test(lemma) ||
      weakSayVerbs.has(lemma)
    )
      return { stance: 'hedged' }
    if (/^(?:doubt|wonder|ask)$/.test(lemma)) return { stance: 'none' }
    if (
      /^(?:demand|insist|propose|recommend|request|urge|hope|want|wish)$/.test(lemma) &&
      !/^VB[DZ]$/.test(finiteTag(reading, clause))
    )
      return { stance: 'planned' }
    return {
      stance: above.stance === 'hedged' && !governor.verb.adverbs.length ? 'hedged' : 'asserted',
    }
  }
  if (clause.link === 'control') {
    if (denials.has(lemma) && neither(reading, governor)) return { stance: 'none' }
    if (
      clause.verb.shape === 'gerund' &&
      /^(?:stop|cease|quit|halt|suspend|end|finish)$/.test(lemma)
    )
      return { stance: 'none' }
    if (denials.has(lemma))
      return negated ? { stance: 'asserted' } : { stance: 'denied', deniedBy: governor.subjects }
    if (stanceOf.negative.has(lemma)) return negated ? { stance: 'asserted' } : { stance: 'denied' }
    if (above.stance === 'none') return { stance: 'none' }
    if (negated)
      return stanceOf.factive.has(lemma) || stanceOf.planned.has(lemma)
        ? { stance: 'denied' }
        : { stance: 'none' }
    if (
      stanceOf.hedged.has(lemma) ||
      (governor.verb.passive &&
        /^(?:say|report|understand|hear|deem|consider|rumour|rumor)$/.test(lemma))
    )
      return worse({ stance: 'hedged' }, silenced)
    if (clause.verb.shape === 'gerund') {
      if (
        /^(?:consider|mull|contemplate|weigh|suggest|favour|favor|support|oppose|recommend|advocate|discuss|debate|risk|imagine)$/.test(
          lemma,
        )
      )
        return { stance: 'none' }
      if (/^(?:plan|propose|intend|start|begin|schedule)$/.test(lemma))
        return { stance: /^(?:start|begin)$/.test(lemma) ? silenced.stance : 'planned' }
      return silenced
    }
    // what one is urged to do is nobody's plan; what one is ordered to do is
    if (
      governor.objects.length &&
      !governor.verb.passive &&
      /^(?:urge|ask|call|press|push|pressure|encourage|want|invite|advise|warn|tell|beg|lobby|challenge|recommend|expect|request|demand|implore|need)$/.test(
        lemma,
      )
    )
      return { stance: 'none' }
    // "has yet to sign", "has to sign", "has until Friday to sign"; "has plans to sign" is a plan
    if (lemma === 'have' && !holdsPlan(reading, governor)) return { stance: 'none' }
    if (lemma === 'call' || lemma === 'appeal') return { stance: 'none' }
    if (/^(?:consider|mull|weigh|contemplate)$/.test(lemma)) return { stance: 'none' }
    if (
      governor.verb.passive &&
      /^(?:allow|permit|entitle|enable|empower|free|equip|suit|urge|ask|advise|encourage|press|pressure|tempt)$/.test(
        lemma,
      )
    )
      return { stance: 'none' }
    if (stanceOf.planned.has(lemma) || attempts.has(lemma)) return { stance: 'planned' }
    if (stanceOf.factive.has(lemma)) return silenced
    // "are to meet", "is in talks to buy"
    if (governor.verb.copula && governor.at + 1 === clause.at)
      return worse({ stance: 'planned' }, silenced)
    if (governor.verb.copula && inTalks(reading, governor))
      return worse({ stance: 'planned' }, silenced)
    // "was able to meet" did; "is able to meet" may
    if (
      governor.verb.copula &&
      adjectiveAfter(reading, governor) === 'able' &&
      /^VBD$/.test(finiteTag(reading, governor)) &&
      !negated
    )
      return silenced
    // "was first to publish it"
    if (governor.verb.copula && /^(?:first|last|only)$/.test(adjectiveAfter(reading, governor)))
      return silenced
    if (governor.verb.copula)
      return {
        stance:
          /^(?:ready|set|due|likely|willing|eager|able|free|prepared|scheduled|expected|poised)$/.test(
            adjectiveAfter(reading, governor),
          )
            ? 'planned'
            : /^(?:unlikely|unable|unwilling|reluctant|loath)$/.test(
                  adjectiveAfter(reading, governor),
                )
              ? 'none'
              : 'none',
      }
    // "flew to Moscow to meet Putin": a purpose
    if (
      /^(?:lead|cause|get|help|enable|force|compel|prompt|allow|oblige|persuade|convince)$/.test(
        lemma,
      )
    )
      return silenced
    return worse({ stance: 'planned' }, silenced)
  }
  if (clause.link === 'prep') {
    const word = prepBefore(reading.units, clause.at)
    // "ruled out signing", "stopped short of signing"
    if (
      /^(?:rule|stop|fall|hold|shy|back|pull|opt)$/.test(lemma) &&
      /^(?:out|short|of|off|back|away)$/.test(word)
    )
      return { stance: 'none' }
    if (/^(?:without|instead of|rather than|against|from|besides)$/.test(word))
      return { stance: 'none' }
    if (/^(?:accuse|suspect|charge|allege|blame)$/.test(lemma)) return { stance: 'hedged' }
    if (/^(?:prevent|stop|ban|bar|keep|dissuade|discourage|acquit)$/.test(lemma))
      return { stance: 'none' }
    if (/^(?:after|by|in|since|upon|while|when|following|despite|as)$/.test(word)) return silenced
    if (/^convict|condemn|criticize|criticise|praise|thank|fine$/.test(lemma)) return silenced
    return worse({ stance: 'planned' }, silenced)
  }
  if (clause.link === 'conjunct' || clause.link === 'participle')
    return {
      stance:
        above.stance === 'none'
          ? 'none'
          : above.stance === 'planned' && clause.link === 'participle'
            ? 'planned'
            : 'asserted',
    }
  return { stance: 'asserted' }
}

function underNoun(reading: Reading, clause: Clause): Verdict {
  const unit = reading.units[clause.governor!]
  if (unit?.type !== 'np') return { stance: 'asserted' }
  const noun = fold(reading.sentence.tokens[unit.head]?.lemma ?? '')
  if (clause.link === 'control') {
    if (stanceOf.negativeNouns.has(noun)) return { stance: 'denied' }
    if (clause.owned !== undefined && /^(?:decision|move|choice|vote)$/.test(noun))
      return { stance: 'asserted' }
    return { stance: 'planned' }
  }
  if (clause.link === 'prep') {
    if (
      /^(?:hope|prospect|possibility|chance|risk|threat|idea|thought|plan|way|aim|goal|purpose|intention)$/.test(
        noun,
      )
    )
      return { stance: 'planned' }
    if (/^(?:accusation|allegation|suspicion|charge)$/.test(noun)) return { stance: 'hedged' }
  }
  return { stance: 'asserted' }
}
