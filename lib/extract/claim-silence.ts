/** Who declined to comment, did not respond or could not be reached. */
import { fillers } from './arguments'
import { push } from './claim-emit'
import type { Clause } from './clause'
import { readList } from './phrase-list'

import { actorKinds, type Scene } from './scene'
import { neither, noSubject } from './stance-words'

/** Verbs of answering, and those that say somebody does not. */
const answering = new Set(
  'decline refuse respond reply return answer comment provide offer make reach discuss say elaborate draw have give be remain stay keep'.split(
    ' ',
  ),
)

/** "has yet to comment" */
const unfinished = ({ clauses, reading }: Scene, { link, governor }: Clause): boolean => {
  const above = link === 'control' && governor !== undefined ? clauses.get(governor) : undefined
  return (
    above?.verb.lemma === 'have' && reading.sentence.tokens[above.verb.main + 1]?.folded === 'yet'
  )
}

export function declinesComment(scene: Scene, clause: Clause): boolean {
  const { lemma } = clause.verb
  if (!answering.has(lemma)) return false
  const { tokens } = scene.reading.sentence
  const behind = Math.max(clause.verb.to, clause.verb.main + 1)
  const tail = tokens
    .slice(behind, behind + 7)
    .map((t) => t.folded)
    .join(' ')
  const declined =
    /^(?:decline|refuse)$/.test(lemma) &&
    !clause.verb.negated &&
    /^(?:to (?:publicly |immediately )?(?:comment|discuss|elaborate|say|answer (?:any |further )?questions?|be (?:drawn|interviewed)|confirm or deny|speak to|give (?:any |further )?details)|(?:further )?comment|an? interview|requests? for)/.test(
      tail,
    )
  const negated =
    clause.verb.negated || neither(scene.reading, clause) || noSubject(scene.reading, clause)
  const silent =
    (negated || unfinished(scene, clause)) &&
    /^(?:respond|reply|return|answer|comment|provide|offer|make)$/.test(lemma) &&
    (lemma === 'comment' ||
      /(?:request|comment|email|e-mail|call|message|question|inquir|enquir)/.test(tail)) &&
    !/^to (?:the )?(?:attack|threat)/.test(tail)
  const unreachable =
    lemma === 'reach' && clause.verb.passive && clause.verb.negated && /comment/.test(tail)
  // "would not discuss the emails", "would not say who"
  const guarded =
    clause.verb.negated &&
    clause.verb.modal === 'would' &&
    /^(?:discuss|comment|say|elaborate|draw)$/.test(lemma) &&
    (clause.link !== 'report' || lemma === 'comment')
  const mute =
    (/^(?:have|make|give|offer)$/.test(lemma) &&
      /^(?:no (?:immediate |further |official |public )?(?:comment|response|statement))\b/.test(
        tail,
      )) ||
    (/^(?:be|remain|stay|keep)$/.test(lemma) &&
      /^(?:(?:not )?(?:immediately )?(?:un)?available for (?:comment|an? interview)|silent\b|tight-lipped)/.test(
        tail,
      ) &&
      (clause.verb.negated || !/^(?:immediately )?available/.test(tail)))
  if (!declined && !silent && !unreachable && !guarded && !mute) return false
  const subjects = clause.verb.passive ? clause.objects : clause.subjects
  const who = fillers(scene.reading, subjects, actorKinds)
  for (const filler of who) {
    push(scene, 'declined_comment', filler, null, clause, 'asserted', { stance: 'asserted' })
  }
  // ", as did the embassies", ", nor did the embassy"
  const { units } = scene.reading
  const as = units.findIndex(
    (u, k) =>
      k > clause.at &&
      (((u.type === 'sub' || u.type === 'prep') && u.word === 'as') ||
        (u.type === 'cc' && u.word === 'nor')) &&
      units[k + 1]?.type === 'vg' &&
      (units[k + 1] as { lemma: string }).lemma === 'do',
  )
  if (as > 0 && units[as + 2]?.type === 'np') {
    for (const filler of fillers(scene.reading, readList(units, as + 2).items, actorKinds))
      push(scene, 'declined_comment', filler, null, clause, 'asserted', { stance: 'asserted' })
  }
  return who.length > 0
}
