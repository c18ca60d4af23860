import { createHash } from 'node:crypto'
import {
  type Case,
  type Claim,
  caseVersion,
  type Decision,
  type Document,
  type Evidence,
} from '@/lib/schema'

const text = 'Ada Lind met Bo Falk in Oslo. Lind pressed Falk to sign the harbour letter.'

/** A small case of a made-up story; parts can be replaced. */
export function exampleCase(change: Partial<Case> = {}): Case {
  return {
    version: caseVersion,
    id: 'harbour-letter',
    title: 'The harbour letter',
    documents: [
      {
        id: 'report',
        title: 'A letter for the harbour',
        addedAt: '2025-01-02T03:04:05.000Z',
        language: 'en',
        text,
        sha256: createHash('sha256').update(text).digest('hex'),
      },
    ],
    entities: [
      { id: 'ada-lind', kind: 'person', name: 'Ada Lind', aliases: ['Lind'] },
      { id: 'bo-falk', kind: 'person', name: 'Bo Falk', aliases: ['Falk'] },
    ],
    mentions: [{ document: 'report', start: 0, end: 8, text: 'Ada Lind', entity: 'ada-lind' }],
    claims: [claim('met', 'met', 0, 29), claim('pressed', 'pressured', 30, 75)],
    decisions: [],
    ...change,
  }
}

const claim = (
  id: string,
  relation: string,
  start: number,
  end: number,
): Case['claims'][number] => ({
  id,
  relation,
  from: 'ada-lind',
  to: 'bo-falk',
  evidence: [
    {
      document: 'report',
      start,
      end,
      quote: text.slice(start, end),
      stance: 'asserted',
      attribution: [],
      origin: 'rules',
    },
  ],
  review: 'open',
})

const answer =
  'Ada Lind met Bo Falk, says the board. Eva Moss answered Falk; Moss denies the letter.'

/**
 * With what decisions find hard: a third name, one that denies, what a source ties to itself, and a
 * second report that speaks of some of the same.
 */
export function tangledCase(): Case {
  const case_ = exampleCase()
  const [report] = case_.documents as [Document]
  const [met, pressed] = case_.claims as [Claim, Claim]
  const denied = pressed.evidence.map((piece) => ({ ...piece, deniedBy: ['bo-falk', 'board'] }))
  const mentionIn =
    (document: string, words: string) => (start: number, end: number, entity: string) => ({
      document,
      start,
      end,
      text: words.slice(start, end),
      entity,
    })
  const mention = mentionIn('report', text)
  const mentionLater = mentionIn('answer', answer)
  const later = (start: number, end: number): Evidence => ({
    ...met.evidence[0]!,
    document: 'answer',
    start,
    end,
    quote: answer.slice(start, end),
  })
  const denial = { ...later(62, 85), stance: 'denied' as const, deniedBy: ['moss'] }
  return {
    ...case_,
    documents: [
      report,
      {
        ...report,
        id: 'answer',
        title: 'An answer',
        text: answer,
        sha256: createHash('sha256').update(answer).digest('hex'),
      },
    ],
    entities: [
      ...case_.entities,
      { id: 'moss', kind: 'person', name: 'Eva Moss', aliases: ['Moss'] },
      { id: 'board', kind: 'organization', name: 'The harbour board', aliases: [] },
      { id: 'letter', kind: 'paper', name: 'The harbour letter', aliases: ['the letter'] },
    ],
    mentions: [
      ...case_.mentions,
      mention(13, 20, 'bo-falk'),
      mention(30, 34, 'ada-lind'),
      mention(43, 47, 'board'),
      mentionLater(0, 8, 'ada-lind'),
      mentionLater(38, 46, 'moss'),
    ],
    claims: [
      { ...met, evidence: [...met.evidence, later(0, 36)] },
      { ...pressed, evidence: [...denied, denial] },
      { ...met, id: 'answered', from: 'moss', evidence: [later(38, 60)] },
      { ...met, id: 'self', from: 'board', to: 'board' },
      { ...met, id: 'board-met', to: 'board' },
      { ...pressed, id: 'board-pressed', from: 'board', to: 'letter' },
      { ...pressed, id: 'alone', relation: 'other', verb: 'sign', from: 'bo-falk', to: null },
    ],
  }
}

export const decision = (id: string): Decision => ({
  id,
  at: '2025-01-03T00:00:00.000Z',
  kind: 'accept',
  claim: 'met',
})
