/**
 * Meetings that become entities: those of three parties or more and those something hangs on. They get a name from
 * their place or parties, and their two parties take part in them; a plain two-party meeting stays a relation.
 */
import type { ClaimDraft } from './claim-draft'
import type { Discourse } from './discourse'
import { fold } from './lexicon'
import { type Referent, textOf } from './span'

export function settleEvents(discourse: Discourse, drafts: readonly ClaimDraft[]): ClaimDraft[] {
  const parties = new Map<Referent, ClaimDraft[]>()
  for (const draft of drafts) {
    if (draft.to?.kind === 'event' && draft.relation === 'participated')
      parties.set(draft.to, [...(parties.get(draft.to) ?? []), draft])
  }
  const named = new Map<Referent, string>()
  const out: ClaimDraft[] = []
  for (const draft of drafts) {
    const events = [draft.from, draft.to].filter((r): r is Referent => r?.kind === 'event')
    // what is backed or condemned need not be a meeting one could name: "the campaign", "the attacks"
    if (/^(?:backed|rejected|described|denied|accused|acted_against)$/.test(draft.relation)) {
      for (const event of events) if (event.weak && !known(event, parties)) event.kind = 'other'
      out.push(draft)
      continue
    }
    const bare = events.filter(
      (event) => event.weak && !known(event, parties) && !told(discourse, event),
    )
    if (bare.length) continue
    for (const event of events)
      if (event.weak && !named.has(event))
        named.set(event, nameOf(discourse, event, parties.get(event) ?? []))
    out.push(draft)
  }
  for (const [event, name] of named) {
    event.name = name
    event.forms.set(name, event.forms.get(name) ?? 0)
  }
  return out
}

/** Enough is said of it to tell it from other meetings. */
function known(event: Referent, parties: ReadonlyMap<Referent, ClaimDraft[]>): boolean {
  if ((parties.get(event)?.length ?? 0) >= 2) return true
  if (event.notes.some((n) => n.startsWith('party:'))) return true
  return event.modifiers.size > 0 && /\p{Lu}|\d/u.test(event.name)
}

/** One party is enough where place or description tell the occasion from others: "told an emergency congress in Lausanne". */
function told(discourse: Discourse, event: Referent): boolean {
  if (!occasion.test(event.noun ?? '')) return false
  return (
    event.spans.some((s) => /^(?:the|this|possessive)$/.test(s.article ?? '')) ||
    placeNear(discourse, event) !== undefined ||
    bodyOf(discourse, event) !== undefined ||
    [...event.modifiers].some((word) => !tellsNothing.test(word))
  )
}

/** "a meeting of the audit committee": the words behind "of" */
function bodyOf(discourse: Discourse, event: Referent): string | undefined {
  for (const span of event.spans) {
    const { units, sentence } = discourse.readings[span.sentence]!
    const at = units.findIndex((u) => u.type === 'np' && u.spans.includes(span))
    const [of, body] = [units[at + 1], units[at + 2]]
    if (of?.type !== 'prep' || of.word !== 'of' || body?.type !== 'np' || body.time) continue
    return textOf(discourse.text, sentence, body.from, body.to)
  }
  return undefined
}

/** What one goes to, unlike an attack or a campaign. */
const occasion =
  /^(?:meeting|summit|dinner|lunch|breakfast|reception|gathering|conference|congress|assembly|forum|convention|hearing|trial|inquiry|ceremony|rally|session|briefing|debate|workshop|panel|festival|funeral|inauguration|election|referendum|protest|demonstration|talks|negotiations?)$/
const tellsNothing =
  /^(?:\d.*|.*-(?:day|hour|week|month|long)|big|brief|long|short|private|public|direct|further|new|first|second|third|last|next|possible|key|important|special|major)$/

function nameOf(discourse: Discourse, event: Referent, parties: readonly ClaimDraft[]): string {
  if (/\p{Lu}/u.test(event.name)) return event.name
  const noun = event.noun ?? fold(event.name)
  const body = bodyOf(discourse, event)
  if (body) return `${event.name} of ${body}`
  const place = parties.find((p) => p.where)?.where ?? placeNear(discourse, event)
  if (place) return `${place} ${event.name}`.replace(/\b(\w+) \1\b/, '$1')
  const people = [...new Set(parties.map((p) => p.from))]
    .slice(0, 2)
    .map((r) => r.name.split(' ').at(-1)!)
  return people.length === 2 ? `${people.join('–')} ${noun}` : event.name
}

/** "a meeting … in Miami" */
function placeNear(discourse: Discourse, event: Referent): string | undefined {
  for (const span of event.spans) {
    const reading = discourse.readings[span.sentence]!
    const at = reading.units.findIndex((u) => u.type === 'np' && u.spans.includes(span))
    for (let k = at + 1; k > 0 && k < Math.min(reading.units.length, at + 5); k++) {
      const unit = reading.units[k]!
      const before = reading.units[k - 1]
      if (unit.type === 'vg' || unit.type === 'stop') break
      if (
        unit.type === 'np' &&
        before?.type === 'prep' &&
        /^(?:in|at)$/.test(before.word) &&
        unit.name?.referent?.kind === 'place'
      )
        return unit.name.name
    }
  }
  return undefined
}
