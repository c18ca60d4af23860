/** "The president of the federation … Otto Brez, who has led the federation since 2013": whoever leads a body is its head. */
import type { Discourse } from './discourse'
import type { NounPhrase, Unit } from './phrase'
import type { Referent } from './span'

const heads = /^(?:president|head|chief|leader|boss|chairman|chairwoman|chair|director|executive)$/
const leads = /^(?:lead|head|chair|run)$/

/** Gives the words for the head of a body to the one named person who is said to lead it. */
export function mergeHeads(discourse: Discourse): void {
  const leaders = new Map<Referent, Set<Referent>>()
  for (const { units } of discourse.readings)
    units.forEach((unit, at) => {
      if (unit.type !== 'vg' || unit.passive || unit.negated || !leads.test(unit.lemma)) return
      const body = nounAt(units, at + 1)?.spans[0]?.referent
      const who = leaderBefore(units, at)
      if (body?.kind !== 'organization' || who?.kind !== 'person' || who.weak) return
      leaders.set(body, (leaders.get(body) ?? new Set()).add(who))
    })
  for (const { units } of discourse.readings)
    units.forEach((unit, at) => {
      const span = unit.type === 'np' ? unit.spans[0] : undefined
      const unnamed = span?.referent
      if (!unnamed?.weak || unnamed.kind !== 'person' || !heads.test(span!.noun ?? '')) return
      const of = units[at + 1]
      const body = nounAt(units, at + 2)?.spans[0]?.referent
      if (of?.type !== 'prep' || of.word !== 'of' || !body) return
      const [only, ...more] = leaders.get(body) ?? []
      if (only && !more.length) merge(discourse, unnamed, only)
    })
}

const nounAt = (units: readonly Unit[], at: number): NounPhrase | undefined => {
  const unit = units[at]
  return unit?.type === 'np' ? unit : undefined
}

/** "X, who has led", "X leads" */
function leaderBefore(units: readonly Unit[], at: number): Referent | undefined {
  let k = at - 1
  while (units[k]?.type === 'adverb') k--
  if (units[k]?.type === 'rel') k--
  if (units[k]?.type === 'comma') k--
  return nounAt(units, k)?.name?.referent
}

function merge(discourse: Discourse, from: Referent, into: Referent): void {
  for (const span of from.spans) {
    span.referent = into
    span.via = `${span.name}: ${into.name}`
    into.spans.push(span)
  }
  from.spans = []
  into.spans.sort((a, b) => a.sentence - b.sentence || a.from - b.from)
  for (const trace of discourse.trail) if (trace.referent === from) trace.referent = into
}
