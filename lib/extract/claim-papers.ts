/** What the make of a phrase says of a paper: “Russian-authored proposal”, “WHO report”, “her book”. */
import { ownerFillers, stateReferent } from './arguments'
import { clauseSources } from './attribution'
import type { ClaimDraft } from './claim-draft'
import { quote } from './claim-emit'
import type { Discourse } from './discourse'
import { compoundFrames } from './frame-words'
import { fold, paperFamilies } from './lexicon'
import { nounSides } from './noun-sides'
import type { Reading } from './reading'
import type { Scene } from './scene'
import type { Source } from './source'
import { lower, type Referent } from './span'

/** "Russian-authored proposal", "US-backed plan" */
export function claimCompounds(scene: Scene): void {
  const { reading, discourse } = scene
  const { tokens } = reading.sentence
  reading.units.forEach((unit, at) => {
    if (unit.type !== 'np') return
    for (const inner of unit.inner) {
      const frame = /^[-–]$/.test(tokens[inner.to]?.text ?? '')
        ? compoundFrames.get(lower(tokens[inner.to + 1]))
        : undefined
      if (!frame || inner.to + 1 >= unit.head) continue
      const from =
        inner.referent ??
        (inner.nation && inner.kind === 'government'
          ? stateReferent(discourse, inner.nation)
          : undefined)
      const to = unit.spans[0]?.referent ?? unit.name?.referent
      if (!from || !to || from === to || from.kind === 'other') continue
      if (/^state$/i.test(tokens[inner.from]?.text ?? '')) continue
      if (frame.relation === 'authored' && to.kind !== 'paper') continue
      put(scene, frame.relation, from, to, at, sourcesOver(scene, at))
      if (frame.relation === 'other') scene.drafts.at(-1)!.verb = 'own'
    }
  })
}

/** What the phrase at `at` says by how it is made. */
function put(
  scene: Scene,
  relation: string,
  from: Referent,
  to: Referent,
  at: number,
  sources: Source[] = [],
): void {
  scene.drafts.push({
    relation,
    from,
    to,
    ...quote(scene, [at]),
    stance: 'asserted',
    sources,
    deniedBy: [],
    sentence: scene.reading.index,
  })
}

/** Those who say the clause around the phrase, where somebody is said to. */
function sourcesOver(scene: Scene, at: number): Source[] {
  const told = [...scene.clauses.values()].find(
    (c) =>
      c.link === 'report' &&
      [...c.subjects, ...c.objects, ...c.preps.flatMap((p) => p.args)].includes(at),
  )
  return told ? clauseSources(scene.discourse, scene.reading, told, scene.clauses) : []
}

/** "a World Health Organisation report": the institution in front wrote it. */
export function claimLeads(scene: Scene): void {
  const { reading } = scene
  reading.units.forEach((unit, at) => {
    const paper = unit.type === 'np' && !unit.name ? unit.spans[0]?.referent : undefined
    if (unit.type !== 'np' || paper?.kind !== 'paper') return
    const noun = fold(reading.sentence.tokens[unit.head]?.lemma ?? '')
    if (
      !/^(?:report|study|recommendation|survey|poll|memo|memorandum|analysis|resolution|guideline|assessment|review|statement|audit|ruling)$/.test(
        noun,
      )
    )
      return
    const lead = unit.inner.find((s) => s.to === unit.head && s.referent?.kind === 'organization')
    if (!lead?.referent || lead.referent === paper) return
    // "says it breaks a WHO recommendation": new to the reader on the speaker's word
    const fresh = unit.spans[0]!.article === 'a'
    put(scene, 'authored', lead.referent, paper, at, fresh ? sourcesOver(scene, at) : [])
  })
}

/** "Trump's book": whoever owns a written work wrote it. */
export function claimOwners(scene: Scene): void {
  const { reading } = scene
  const authored =
    /^(?:report|book|novel|memoir|letter|memo|memorandum|study|article|op-ed|essay|proposal|manifesto|blog post|column|paper|tweet|poem|song|album|biography|autobiography|recommendation|offer|bid|counter-proposal|counterproposal|counteroffer|submission|complaint|petition|review|audit|guidelines?|statement|op-ed|analysis|survey|essay|lawsuit|e-?mail|message|note|blog|amendment|motion|ruling|dissertation|thesis|press release|counter-offer)$/
  reading.units.forEach((unit, at) => {
    if (unit.type !== 'np') return
    const span = unit.spans[0]
    const paper = span?.referent ?? undefined
    if (!span || paper?.kind !== 'paper') return
    const noun = fold(span.noun ?? reading.sentence.tokens[unit.head]?.lemma ?? '')
    const named =
      span.form === 'name' && unit.owner !== undefined && paperFamilies(noun).length === 0
    if (!authored.test(noun) && !named) return
    // "took up their studies", "got their ballot papers"
    if (noun === 'study' && span.plural) return
    if (
      noun === 'paper' &&
      /^(?:ballot|voting|exam|examination|travel|identity|legal)$/.test(
        lower(reading.sentence.tokens[unit.head - 1]),
      )
    )
      return
    if (nounSides(reading, at).has('by')) return
    for (const owner of ownerFillers(unit, at, new Set(['person', 'organization', 'group']))) {
      if (
        span.plural &&
        /^(?:statement|message|e-?mail|note|post|review|motion|amendment)$/.test(noun)
      )
        continue
      if (named || (/^(?:book|diary)$/.test(noun) && owner.referent.kind !== 'person')) continue
      put(scene, 'authored', owner.referent, paper, at)
    }
  })
}

/** "the revised framework" after "the plan underwent revisions": the plan shaped what became of it. */
export function claimRevisions(discourse: Discourse, readings: readonly Reading[]): ClaimDraft[] {
  const drafts: ClaimDraft[] = []
  for (const paper of discourse.referents) {
    const note = paper.notes.find((n) => n.startsWith('revision-of:'))
    const earlier = note ? discourse.referents[Number(note.split(':')[1])] : undefined
    const span = paper.spans[0]
    if (!earlier || !span) continue
    const base = {
      relation: 'shaped',
      from: earlier,
      to: paper,
      stance: 'asserted' as const,
      sources: [],
      deniedBy: [],
    }
    // the sentence that tells of the revision proves more than the word "revised"
    const told = readings.find(
      (r) =>
        r.index <= span.sentence &&
        r.units.some(
          (u) =>
            u.type === 'np' &&
            /^(?:revision|amendment|change|overhaul)$/.test(fold(r.sentence.tokens[u.head]!.lemma)),
        ) &&
        r.units.some((u) => u.type === 'np' && u.spans.some((s) => s.referent === earlier)),
    )
    const { tokens } = (told ?? readings[span.sentence]!).sentence
    const bounds = told ? [0, tokens.length - 1] : [span.from, span.to - 1]
    drafts.push({
      ...base,
      start: tokens[bounds[0]!]!.start,
      end: tokens[bounds[1]!]!.end,
      sentence: span.sentence,
    })
  }
  return drafts
}
