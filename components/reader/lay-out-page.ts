/** A report as the reader shows it: paragraphs cut where evidence and names begin and end. */
import { sayClause } from '@/lib/query/clause'
import type { Case, Claim, Document, EntityKind, Evidence, Mention } from '@/lib/schema'

/** One relation that a passage proves, as this report has it. */
export type Proof = {
  claim: string
  /** "Steve Witkoff advised Yuri Ushakov" */
  words: string
  kind: EntityKind
  stance: Evidence['stance']
  attribution: string[]
  deniedBy: string[]
  when?: string
  where?: string
}

/** A passage that is evidence, for one relation or for several. */
export type Mark = { start: number; end: number; proofs: Proof[] }

type Piece = { text: string; name?: { kind: EntityKind; of: string } }

/** A stretch of text that lies in the same marks throughout. */
export type Run = {
  start: number
  /** The shortest mark around it, as an index. */
  owner?: number
  /** All marks around it. */
  marks: number[]
  /** Inside the span that the address points to. */
  found: boolean
  /** Marks whose first words these are. */
  opens: number[]
  pieces: Piece[]
}

export type Paragraph = { start: number; kind: 'title' | 'heading' | 'text'; runs: Run[] }

export type Page = { paragraphs: Paragraph[]; marks: Mark[] }

/** @param found a span to point at, as `?at=120-140` asks for */
export function layOutPage(
  case_: Case,
  document: Document,
  found?: { start: number; end: number },
): Page {
  const marks = collectMarks(case_, document.id)
  const names = collectNames(case_, document.id)
  const opened = new Set<number>()
  const paragraphs = [...document.text.matchAll(/[^\r\n]+/g)]
    .filter(([line]) => line.trim() !== '')
    .map(({ 0: line, index }, i): Paragraph => {
      const isTitle = i === 0 && line.trim() === document.title.trim()
      const isHeading = line.length <= 90 && !/[\p{P}\s]$/u.test(line)
      return {
        start: index,
        kind: isTitle ? 'title' : isHeading ? 'heading' : 'text',
        runs: cutRuns(document.text, index, index + line.length, marks, names, found).map((run) => {
          const opens = run.marks.filter((mark) => !opened.has(mark))
          for (const mark of opens) opened.add(mark)
          return { ...run, opens }
        }),
      }
    })
  return { paragraphs, marks }
}

function collectMarks(case_: Case, document: string): Mark[] {
  const entities = new Map(case_.entities.map((entity) => [entity.id, entity]))
  const marks = new Map<string, Mark>()
  const describe = (claim: Claim, evidence: Evidence): Proof => ({
    claim: claim.id,
    words: capitalize(sayClause(claim, evidence.stance, case_)),
    kind: entities.get(claim.from)!.kind,
    stance: evidence.stance,
    attribution: evidence.attribution,
    deniedBy: (evidence.deniedBy ?? []).map((id) => entities.get(id)?.name ?? id),
    ...(evidence.when && { when: evidence.when }),
    ...(evidence.where && { where: evidence.where }),
  })
  for (const claim of case_.claims) {
    if (claim.review === 'rejected') continue
    for (const evidence of claim.evidence) {
      if (evidence.document !== document) continue
      const { start, end } = evidence
      const mark = marks.get(`${start}-${end}`) ?? { start, end, proofs: [] }
      mark.proofs.push(describe(claim, evidence))
      marks.set(`${start}-${end}`, mark)
    }
  }
  return [...marks.values()].sort((a, b) => a.start - b.start || b.end - a.end)
}

const capitalize = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

type Name = Pick<Mention, 'start' | 'end'> & { kind: EntityKind; of: string }

/** In order and without overlap; of two that overlap, the one that begins first, then the longer. */
function collectNames(case_: Case, document: string): Name[] {
  const entities = new Map(case_.entities.map((entity) => [entity.id, entity]))
  let at = 0
  return case_.mentions
    .filter((mention) => mention.document === document)
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .flatMap(({ start, end, entity }): Name[] => {
      const named = entities.get(entity)
      if (!named || start < at) return []
      at = end
      return [{ start, end, kind: named.kind, of: named.name }]
    })
}

function cutRuns(
  text: string,
  start: number,
  end: number,
  marks: Mark[],
  names: Name[],
  found?: { start: number; end: number },
): Omit<Run, 'opens'>[] {
  const here = marks.flatMap((mark, i) =>
    mark.start < end && mark.end > start ? [{ ...mark, i }] : [],
  )
  const cuts = new Set([start, end])
  for (const span of found ? [...here, found] : here) {
    for (const at of [span.start, span.end]) if (at > start && at < end) cuts.add(at)
  }
  const edges = [...cuts].sort((a, b) => a - b)
  return edges.slice(0, -1).map((from, i) => {
    const to = edges[i + 1]!
    const around = here.filter((mark) => mark.start <= from && mark.end >= to)
    const shortest = around.toSorted((a, b) => a.end - a.start - (b.end - b.start) || b.i - a.i)[0]
    return {
      start: from,
      ...(shortest && { owner: shortest.i }),
      marks: around.map((mark) => mark.i),
      found: found !== undefined && found.start <= from && found.end >= to,
      pieces: cutPieces(text, from, to, names),
    }
  })
}

function cutPieces(text: string, start: number, end: number, names: Name[]): Piece[] {
  const pieces: Piece[] = []
  let at = start
  for (const name of names) {
    if (name.end <= start || name.start >= end) continue
    const [from, to] = [Math.max(name.start, start), Math.min(name.end, end)]
    if (from > at) pieces.push({ text: text.slice(at, from) })
    pieces.push({ text: text.slice(from, to), name: { kind: name.kind, of: name.of } })
    at = to
  }
  if (at < end) pieces.push({ text: text.slice(at, end) })
  return pieces
}
