/** Who declined to comment, did not respond or could not be reached. */
import { fillers } from './arguments'
import { push } from './claim-emit'
import type { Clause } from './clause'
import { readList } from './phrase-list'

import { actorKinds, type Scene } from './scene'
import { neither, noSubject } from './stance-words'

export function declinesComment(scene: Scene, clause: Clause): boolean {
  const { lemma } = clause.verb
  const { tokens } = scene.reading.sentence
  const tail = tokens
    .slice(clause.verb.main + 1, clause.verb.main + 8)
    .map((t) => t.folded)
    .join(' ')
  const declined =
    /^(?:decline|refuse)$/.test(lemma) &&
    !clause.verb.negated &&
    /^(?:to (?:publicly |immediately )?(?:comment|discuss|elaborate|say)|(?:further )?comment|an? interview|requests? for)/.test(
      tail,
    )
  const negated =
    clause.verb.negated || neither(scene.reading, clause) || noSubject(scene.reading, clause)
  const silent =
    negated &&
    /^(?:respond|reply|return|answer|comment|provide|offer)$/.test(lemma) &&
    /(?:request|comment|email|e-mail|call|message|question|inquir|enquir)/.test(tail) &&
    !/^to (?:the )?(?:attack|threat)/.test(tail)
  const unreachable =
    lemma === 'reach' && clause.verb.passive && clause.verb.negated && /comment/.test(tail)
  // "would not discuss the emails", "would not say who"
  const guarded =
    clause.verb.negated &&
    clause.verb.modal === 'would' &&
    /^(?:discuss|comment|say|elaborate)$/.test(lemma) &&
    clause.link !== 'report'
  const mute =
    lemma === 'have' &&
    /^(?:no (?:immediate |further |official )?(?:comment|response|statement))/.test(tail)
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
