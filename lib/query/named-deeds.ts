/** A deed named by a noun: "the document’s presentation", "the Smith–Jones meeting". */
import { fold } from '../graph/fold'
import { claimStance } from '../graph/stance'
import type { Case, Claim, Document, Entity } from '../schema'

/** Nouns → relations they name. */
const nouns: [RegExp, readonly string[]][] = [
  [/\b(presentation|submission|handover|delivery)\b/i, ['presented']],
  [/\b(publication|publishing|reporting|leak|disclosure|release)\b/i, ['published']],
  [/\b(signing|signature)\b/i, ['signed']],
  [/\b(revision|revisions|rewrite|rewriting|amendment|amendments|changes)\b/i, ['revised']],
  [/\b(drafting|writing)\b/i, ['authored']],
  [/\b(rejection|refusal)\b/i, ['rejected']],
  [/\b(approval|adoption|endorsement|backing)\b/i, ['backed']],
]
const gathering =
  /\b(meeting|meetings|talks|summit|call|conversation|negotiations|visit|discussions)\b/i
const gatherings = new Set(['met', 'spoke', 'negotiated', 'participated'])

type Span = { start: number; end: number }

/**
 * Finds the claims that a phrase names by a noun and those it belongs to: a paper or an event with
 * what was done to it, or two or more who met. What is only planned or denied is not named so.
 */
export function namedDeeds(case_: Case) {
  const index = indexCase(case_)
  const of = (words: string, entities: readonly Entity[]): Claim[] => {
    const events = entities.filter(({ kind }) => kind === 'event')
    if (events.length > 0) {
      return index.claims(events.at(0)!.id).filter(({ relation }) => relation === 'participated')
    }
    const relations = nouns.find(([noun]) => noun.test(words))?.[1]
    const papers = entities.filter(({ kind }) => kind === 'paper')
    if (relations && papers.length > 0) {
      return index.claims(papers[0]!.id).filter(({ relation }) => relations.includes(relation))
    }
    if (!gathering.test(words) || entities.length < 2) return []
    const ids = new Set(entities.map(({ id }) => id))
    return index
      .claims(entities[0]!.id)
      .filter(
        ({ relation, from, to }) =>
          gatherings.has(relation) && ids.has(from) && to !== null && ids.has(to),
      )
  }
  return {
    inDocument(document: Document, span: Span): Claim[] {
      const mentioned = index.mentions(document.id, span)
      return of(document.text.slice(span.start, span.end), mentioned)
    },
    /** Words that stand in no document: names are looked up. */
    inWords: (words: string): Claim[] => of(words, index.named(words)),
  }
}

/** "a meeting between A and B" need not be the Miami meeting, though that is called "meeting" too. */
const tells = (form: string, kind: Entity['kind']) =>
  !/^(?:event|paper)$/.test(kind) || /[ \p{Lu}\d]/u.test(form)

function indexCase(case_: Case) {
  const entities = new Map(case_.entities.map((entity) => [entity.id, entity]))
  let byEntity: Map<string, Claim[]> | undefined
  let byForm: ReturnType<typeof entitiesByForm> | undefined
  let byDocument: Map<string, { span: Span; entity: string }[]> | undefined
  return {
    claims(id: string): readonly Claim[] {
      byEntity ??= claimsByEntity(case_)
      return byEntity.get(id) ?? []
    },
    mentions(document: string, { start, end }: Span): Entity[] {
      byDocument ??= mentionsByDocument(case_)
      const inside = (byDocument.get(document) ?? []).filter(
        ({ span }) => span.start < end && span.end > start,
      )
      return [...new Set(inside.flatMap(({ entity }) => entities.get(entity) ?? []))]
    },
    /** Every entity one of whose names stands in the words, in the order of the case. */
    named(words: string): Entity[] {
      byForm ??= entitiesByForm(case_)
      const text = fold(words).split(' ')
      const ranks = new Set<number>()
      for (let from = 0; from < text.length; from++) {
        for (let to = from + 1; to <= Math.min(text.length, from + byForm.longest); to++) {
          for (const rank of byForm.ranks.get(text.slice(from, to).join(' ')) ?? []) ranks.add(rank)
        }
      }
      return [...ranks].sort((a, b) => a - b).map((rank) => case_.entities[rank]!)
    },
  }
}

/** Places in the list of entities by folded name, and how many words the longest name has. */
function entitiesByForm({ entities }: Case) {
  const ranks = new Map<string, number[]>()
  let longest = 0
  entities.forEach(({ name, aliases, kind }, rank) => {
    const forms = [name, ...aliases, ...(kind === 'person' ? [lastName(name)] : [])]
    for (const form of forms) {
      const folded = fold(form)
      if (!folded || !tells(form, kind)) continue
      longest = Math.max(longest, folded.split(' ').length)
      ranks.set(folded, [...(ranks.get(folded) ?? []), rank])
    }
  })
  return { ranks, longest }
}

/** "Zelenskyy" of "Volodymyr Zelenskyy"; nothing of a name that ends in a common word. */
const lastName = (name: string) => {
  const last = name.split(/\s+/).at(-1)!
  return /^\p{Lu}\p{Ll}{3,}/u.test(last) ? last : ''
}

function claimsByEntity(case_: Case): Map<string, Claim[]> {
  const index = new Map<string, Claim[]>()
  for (const claim of case_.claims) {
    const stance = claimStance(claim)
    if (claim.review === 'rejected' || stance === 'denied' || stance === 'planned') continue
    for (const end of new Set([claim.from, claim.to])) {
      if (end === null) continue
      const known = index.get(end)
      if (known) known.push(claim)
      else index.set(end, [claim])
    }
  }
  return index
}

function mentionsByDocument(case_: Case) {
  const index = new Map<string, { span: Span; entity: string }[]>()
  for (const { document, start, end, entity } of case_.mentions) {
    const one = { span: { start, end }, entity }
    const known = index.get(document)
    if (known) known.push(one)
    else index.set(document, [one])
  }
  return index
}
