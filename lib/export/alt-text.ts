/** What a picture shows, in words. */
import { entityKindTable } from '../ontology'
import { describeClaim } from '../query/sentence'
import { type Case, type Claim, entityKinds } from '../schema'
import { claimOfEdge, type Elements } from '../view/elements'
import { count, listWords } from '../view/words'

/** An attestor's line and a line of a trace stand for the claim their ids end in. */
const claimBehind = (id: string): string => claimOfEdge(id.slice(id.lastIndexOf('~') + 1))

/** Up to this many things each is told on its own: a text read aloud must come to an end. */
const limits = { short: { names: 60, relations: 12 }, long: { names: 0, relations: 60 } }

/**
 * One paragraph for the picture's alternative text: how much is in it, who is best connected, what
 * is in it by name; the long form tells every relation instead, as what sources say.
 */
export function describePicture(
  case_: Case,
  elements: Elements,
  length: keyof typeof limits = 'short',
): string {
  const limit = limits[length]
  const { nodes, edges } = elements
  if (nodes.length === 0) return `A picture of “${case_.title}” with nothing in it.`
  const kinds = entityKinds.flatMap((kind) => {
    const number = nodes.filter((node) => node.kind === kind).length
    const { label, plural } = entityKindTable[kind]
    return number === 0 ? [] : `${number} ${(number === 1 ? label : plural).toLowerCase()}`
  })
  const claims = new Map(case_.claims.map((claim) => [claim.id, claim]))
  const drawn = [...new Set(edges.map((edge) => claims.get(claimBehind(edge.id))))].filter(
    (claim): claim is Claim => claim !== undefined,
  )
  const path = nodes
    .filter((node) => node.order)
    .sort((a, b) => a.order! - b.order!)
    .map((node) => node.label)
  const told = path.length > 0 ? drawn.filter((_, i) => edges[i]?.accent !== false) : drawn
  return [
    `Graph of ${count(nodes.length, 'entity', 'entities')} (${listWords(kinds)}) and ${count(edges.length, 'relation')} from “${case_.title}”.`,
    ...(path.length > 1 ? [`The path runs from ${path.join(' to ')}.`] : []),
    ...(path.length === 0 && edges.length > 3 ? [describeHubs(elements)] : []),
    ...(nodes.length <= limit.names && path.length === 0 ? [nameAll(elements)] : []),
    ...(told.length > 0 && told.length <= limit.relations
      ? [`What sources say: ${told.map((claim) => sentence(claim, case_)).join(' ')}`]
      : []),
  ].join(' ')
}

/** `People: A, B. Events: C.` */
function nameAll({ nodes }: Elements): string {
  return entityKinds
    .map((kind) => ({ kind, names: nodes.filter((node) => node.kind === kind) }))
    .filter(({ names }) => names.length > 0)
    .map(({ kind, names }) => {
      const { label, plural } = entityKindTable[kind]
      const unique = [...new Set(names.map((node) => node.label))]
      return `${unique.length === 1 ? label : plural}: ${unique.join(', ')}.`
    })
    .join(' ')
}

function describeHubs({ nodes, edges }: Elements): string {
  const relations = (id: string) =>
    edges.filter((edge) => edge.from === id || edge.to === id).length
  const hubs = nodes
    .map((node) => ({ ...node, degree: relations(node.id) }))
    .sort((a, b) => b.degree - a.degree || (a.label < b.label ? -1 : 1))
    .slice(0, 3)
  return `Best connected: ${listWords(hubs.map(({ label, degree }) => `${label} (${degree})`))}.`
}

function sentence(claim: Claim, case_: Case): string {
  const text = describeClaim(claim, case_).trim()
  return /[.!?]$/.test(text) ? text : `${text}.`
}

/** Where it comes from, as a line under a picture: `Sources: Title (Publisher, 26 November 2025)`. */
export function describeSources(case_: Case, elements: Elements, date: (iso: string) => string) {
  const drawn = new Set(elements.edges.map((edge) => claimBehind(edge.id)))
  const used = new Set(
    case_.claims
      .filter((claim) => drawn.has(claim.id))
      .flatMap((claim) => claim.evidence.map((piece) => piece.document)),
  )
  const names = case_.documents
    .filter((document) => used.has(document.id))
    .map(({ title, publisher, publishedAt }) => {
      const about = [publisher, publishedAt && date(publishedAt)].filter(Boolean).join(', ')
      return about ? `${title} (${about})` : title
    })
  if (names.length === 0) return undefined
  return `${names.length === 1 ? 'Source' : 'Sources'}: ${names.join('; ')}`
}
