/** Decisions in words, for the history, the notice after each, and whoever listens. */
import { type DecisionContent, readContent, type Span } from '@/lib/decisions/decision'
import { claimStance } from '@/lib/graph/stance'
import { entityKindTable, relationType } from '@/lib/ontology'
import { sayClause } from '@/lib/query/clause'
import type { Case, Claim, Decision } from '@/lib/schema'
import { listWords, stanceWords } from '@/lib/view/words'

/** All that was ever named in a case, whatever became of it since. */
export type Register = {
  case_: Case
  claims: ReadonlyMap<string, Claim>
  /** What things were called before anyone renamed them. */
  firstNames: ReadonlyMap<string, string>
}

/** @param first as decided, then as extracted, then what the log adds: the first to know a thing names it */
export function makeRegister(decided: Case, extracted: Case): Register {
  const contents = extracted.decisions.flatMap((decision) => readContent(decision) ?? [])
  const namedLater = contents.flatMap((content) => {
    if (content.kind === 'split') return [content.part]
    return content.kind === 'add' && 'entity' in content ? [content.entity] : []
  })
  const saidLater = contents.flatMap((content) =>
    content.kind === 'add' && 'claim' in content ? [content.claim] : [],
  )
  const byId = <T extends { id: string }>(...lists: readonly (readonly T[])[]) =>
    new Map(lists.flat().map((one) => [one.id, one]))
  const entities = byId(namedLater, extracted.entities, decided.entities)
  const claims = byId(saidLater, extracted.claims, decided.claims)
  const firstNames = new Map(
    [...namedLater, ...extracted.entities].map(({ id, name }) => [id, name]),
  )
  const { documents } = extracted
  return { case_: { ...decided, documents, entities: [...entities.values()] }, claims, firstNames }
}

/** "Steve Witkoff advised Yuri Ushakov" */
export function sayClaim(claim: Claim, case_: Case): string {
  const stance = claimStance(claim)
  const words = sayClause(
    claim,
    stance === 'planned' || stance === 'hedged' ? stance : 'asserted',
    case_,
  )
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** "Accepted: Steve Witkoff advised Yuri Ushakov" */
export function sayDecision(
  decision: Decision,
  register: Register,
  log: readonly Decision[],
): string {
  const content = readContent(decision)
  if (!content) return `A decision of a kind this version does not know (${decision.kind})`
  if ('decision' in content) {
    const target = log.find(({ id }) => id === content.decision)
    return target
      ? `Took back: ${sayDecision(target, register, log)}`
      : 'Took back a decision that is gone'
  }
  return sayContent(content, register)
}

type Content = Exclude<DecisionContent, { decision: string }>

function sayContent(content: Content, register: Register): string {
  const named = (id: string) => register.case_.entities.find((one) => one.id === id)?.name ?? id
  const titled = (id: string) => {
    const title = register.case_.documents.find((one) => one.id === id)?.title
    return title ? `“${title}”` : 'that is gone'
  }
  const said = (id: string) => {
    const claim = register.claims.get(id)
    if (claim) return sayClaim(claim, register.case_)
    return sayQuote('evidence' in content ? [content.evidence ?? []].flat() : [], register)
  }
  switch (content.kind) {
    case 'accept':
      return `Accepted: ${said(content.claim)}`
    case 'reject':
      return 'claim' in content
        ? `Rejected: ${said(content.claim)}`
        : `Kept apart: ${listWords(content.entities.map(named))}`
    case 'merge':
      return `Merged ${listWords(content.entities.map(named))} into ${named(content.into)}`
    case 'split':
      return `Split ${content.part.name} off ${named(content.entity)}`
    case 'rename':
      return sayRename(content, (id) => register.firstNames.get(id) ?? named(id))
    case 'add':
      return 'claim' in content
        ? `Added: ${sayClaim(content.claim, register.case_)}`
        : `Added ${content.entity.name}`
    case 'story':
      return `Saved the story “${content.story.title}”`
    case 'remove':
      if ('story' in content) return 'Removed a story'
      if ('document' in content) return `Took the report ${titled(content.document)} out`
      if ('entity' in content) return `Removed ${named(content.entity)} from the case`
      return 'evidence' in content
        ? `Took a quote away from: ${said(content.claim)}`
        : `Removed: ${said(content.claim)}`
    case 'edit':
      return sayEdit(content, said(content.claim), named)
  }
}

/** What a relation that is gone was read in. */
function sayQuote(spans: readonly Span[], { case_ }: Register): string {
  const [quote] = spans.flatMap(({ document, start, end }) => {
    const text = case_.documents.find(({ id }) => id === document)?.text.slice(start, end)
    return text ? [text] : []
  })
  return quote ? `what was read in “${quote}”` : 'a relation that is gone'
}

function sayRename(
  { entity, name, entityKind }: Extract<Content, { kind: 'rename' }>,
  named: (id: string) => string,
): string {
  const kind = entityKind && entityKindTable[entityKind].label.toLowerCase()
  if (name !== undefined && kind) return `Renamed ${named(entity)} to ${name}, of kind ${kind}`
  return name !== undefined
    ? `Renamed ${named(entity)} to ${name}`
    : `${named(entity)} is of kind ${kind}`
}

function sayEdit(
  content: Extract<Content, { kind: 'edit' }>,
  said: string,
  named: (id: string) => string,
): string {
  if ('evidence' in content) {
    const { change } = content
    const parts = [
      (change.start !== undefined || change.end !== undefined) && 'the words quoted',
      change.stance && `stance: ${stanceWords[change.stance].toLowerCase()}`,
      change.attribution &&
        (change.attribution.length > 0
          ? `according to ${change.attribution.join(', according to ')}`
          : 'in the report’s own words'),
      change.deniedBy && `denied by ${listWords(change.deniedBy.map(named)) || 'nobody'}`,
      change.when !== undefined && (change.when ? `when: “${change.when}”` : 'no time'),
      change.where !== undefined && (change.where ? `where: ${change.where}` : 'no place'),
    ].filter(Boolean)
    return `Changed a quote (${parts.join('; ')}): ${said}`
  }
  const { change } = content
  if (change.review === 'open') return `Unsure: ${said}`
  const parts = [
    change.relation && `relation: ${relationType(change.relation).label}`,
    change.from && `from: ${named(change.from)}`,
    change.to !== undefined && `to: ${change.to === null ? 'nobody' : named(change.to)}`,
    change.title !== undefined && `role: ${change.title ?? 'none'}`,
    change.verb !== undefined && `verb: ${change.verb ?? 'none'}`,
    change.review && `review: ${change.review}`,
  ].filter(Boolean)
  return `Changed (${parts.join('; ')}): ${said}`
}
