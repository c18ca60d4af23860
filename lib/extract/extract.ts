/** One document's sentences in; what it names and what it claims out. Deterministic, no network. */
import type { EntityKind, Sentence } from '../schema'
import { claimBehests } from './claim-behest'
import { attachDenials } from './claim-denials'
import { claimDenied } from './claim-denied'
import type { ClaimDraft, Proposition } from './claim-draft'
import { claimNouns } from './claim-nouns'
import { claimPacts } from './claim-pacts'
import { claimCompounds, claimLeads, claimOwners, claimRevisions } from './claim-papers'
import { claimVerbs } from './claim-verbs'
import { claimWritings } from './claim-words'
import { readClauses } from './clauses'
import { resolveReferents } from './coreference'
import type { Discourse } from './discourse'
import { keepReferents } from './keep-referents'
import { namePapers } from './name-papers'
import { bestName, listForms } from './naming'
import { listClauses } from './propositions'
import { type Speakers, voiceQuotes } from './quoted-speaker'
import { readSentences } from './reading'
import { claimRoles } from './roles'
import type { Scene } from './scene'
import { settleEvents } from './settle-events'
import type { Referent } from './span'
import { surfaceForms } from './surface-forms'

/** A thing of one document, named as well as the document names it. */
type LocalEntity = {
  key: number
  kind: EntityKind
  name: string
  aliases: string[]
  /** Why forms were joined: "surname of …", "Kyiv stands for Ukraine". */
  notes: string[]
  /** Papers and events: words that tell them from others of their kind. */
  modifiers: string[]
  nation?: string
  /** What a person is named with: "Foreign Minister", "Ms". */
  titles: string[]
  /** Earliest mention. */
  first: number
}

type LocalMention = { start: number; end: number; text: string; entity: number; via: string }

export type LocalClaim = Omit<ClaimDraft, 'from' | 'to' | 'sources' | 'deniedBy' | 'sentence'> & {
  from: number
  to: number | null
  attribution: (number | string)[]
  deniedBy: number[]
  quote: string
}

export type Extraction = {
  entities: LocalEntity[]
  mentions: LocalMention[]
  claims: LocalClaim[]
  propositions: Proposition[]
  /** What was left out, and why. */
  skipped: { start: number; end: number; reason: string }[]
}

/** In: a text and its sentences; `propositions` asks for the clauses as well. Out: all offsets are UTF-16 units of the text. */
export function extract(
  text: string,
  sentences: readonly Sentence[],
  options: { propositions?: boolean } = {},
): Extraction {
  const readings = readSentences(text, sentences)
  const discourse = resolveReferents(text, readings)
  const propositions: Proposition[] = []
  let drafts: ClaimDraft[] = []
  const speakers: Speakers = new Map()
  for (const reading of readings) {
    if (!reading.units.length) continue
    const clauses = new Map(readClauses(reading).map((clause) => [clause.at, clause]))
    const scene: Scene = { discourse, reading, clauses, drafts }
    voiceQuotes(scene, speakers)
    claimRoles(scene)
    claimCompounds(scene)
    claimOwners(scene)
    claimLeads(scene)
    claimVerbs(scene)
    claimWritings(scene)
    claimNouns(scene)
    claimBehests(scene)
    claimPacts(scene)
    claimDenied(scene)
    attachDenials(scene)
    drafts = scene.drafts
    if (options.propositions) propositions.push(...listClauses(scene))
  }
  drafts = settleEvents(discourse, [...drafts, ...claimRevisions(discourse, readings)])
  namePapers(discourse.referents, drafts)
  return assemble(discourse, drafts, propositions, sentences)
}

function assemble(
  discourse: Discourse,
  drafts: readonly ClaimDraft[],
  propositions: Proposition[],
  sentences: readonly Sentence[],
): Extraction {
  const { text, readings } = discourse
  const kept = keepReferents(discourse, drafts)
  const keys = new Map(kept.map((referent, i) => [referent, i]))
  const entities = kept.map((referent, key) => local(referent, key, discourse))
  const mentions: LocalMention[] = []
  for (const referent of kept) {
    for (const span of referent.spans) {
      const { tokens } = readings[span.sentence]!.sentence
      const first = tokens[span.form === 'name' && span.role ? span.role.to : span.from]
      const last = tokens[span.to - 1]
      if (!first || !last) continue
      mentions.push({
        start: first.start,
        end: last.end,
        text: text.slice(first.start, last.end),
        entity: keys.get(referent)!,
        via: span.via ?? '',
      })
    }
  }
  mentions.sort((a, b) => a.start - b.start || a.end - b.end || a.entity - b.entity)
  const claims: LocalClaim[] = drafts.flatMap(
    ({ from, to, sources, deniedBy, sentence, ...rest }) => {
      void sentence
      if (!keys.has(from) || (to && !keys.has(to))) return []
      return [
        {
          ...rest,
          from: keys.get(from)!,
          to: to ? keys.get(to)! : null,
          attribution: sources.map((s) =>
            s.referent && keys.has(s.referent) ? keys.get(s.referent)! : s.words,
          ),
          deniedBy: deniedBy.flatMap((r) => keys.get(r) ?? []),
          quote: text.slice(rest.start, rest.end),
        },
      ]
    },
  )
  const skipped = sentences
    .filter((s) => s.kind !== 'sentence')
    .map((s) => ({
      start: s.start,
      end: s.end,
      reason:
        s.kind === 'heading' ? 'a heading' : `a stray line: ${s.reason ?? 'no part of the text'}`,
    }))
  for (const reading of readings) {
    for (const unit of reading.units) {
      if (unit.type !== 'np') continue
      for (const span of unit.spans) {
        if (
          span.form !== 'pronoun' ||
          span.referent ||
          !/^(?:he|she|they|him|her|them)$/.test(span.noun ?? '')
        )
          continue
        const token = reading.sentence.tokens[span.head]!
        skipped.push({
          start: token.start,
          end: token.end,
          reason: `"${token.text}": nobody named before agrees`,
        })
      }
    }
  }
  return { entities, mentions, claims, propositions, skipped }
}

/** Ways of joining that need no telling. */
const plain = /^(?:the same|a name|a noun|"(?:he|she|it|they|his|her|its|their|him|them))/i

function local(referent: Referent, key: number, discourse: Discourse): LocalEntity {
  const surfaces = surfaceForms(referent, discourse)
  const best = bestName(referent)
  // "calls" says little, "calls for a boycott" what for
  const name = (referent.kind === 'other' && !best.includes(' ') && surfaces[0]) || best
  const first = referent.spans[0]
  const token = first && discourse.readings[first.sentence]!.sentence.tokens[first.from]
  const notes = new Set<string>()
  const titles = new Set<string>()
  for (const { via, role } of referent.spans) {
    if (via) notes.add(via)
    if (role) titles.add(role.words)
  }
  return {
    key,
    kind: referent.kind,
    name,
    aliases: listForms(referent, name, [best, ...surfaces]),
    notes: [...notes].filter((note) => !plain.test(note)),
    modifiers: [...referent.modifiers],
    ...(referent.nation && { nation: referent.nation }),
    titles: [...titles],
    first: token?.start ?? 0,
  }
}
