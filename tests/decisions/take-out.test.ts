/** Documents that are taken out of a case, and come back. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { serializeCase } from '@/lib/case-file'
import type { DecisionContent } from '@/lib/decisions/decision'
import { replay } from '@/lib/decisions/replay'
import { redo, undo } from '@/lib/decisions/undo'
import { findLeaving } from '@/lib/decisions/what-leaves'
import type { Case, Decision } from '@/lib/schema'
import { tangledCase } from '../store/example-case'
import { append, arbitraryLog } from './arbitrary-decisions'

const base = tangledCase()
const decide = (...contents: DecisionContent[]) => contents.reduce<Decision[]>(append, [])
const takeOut = (document: string): DecisionContent => ({ kind: 'remove', document })
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id)

/** The case as it would be had the second report never been put in, written out by hand. */
const without: Case = {
  ...base,
  documents: base.documents.filter(({ id }) => id === 'report'),
  entities: base.entities.filter(({ id }) => id !== 'moss'),
  mentions: base.mentions.filter(({ document }) => document === 'report'),
  claims: base.claims
    .filter(({ id }) => id !== 'answered')
    .map((claim) => ({
      ...claim,
      evidence: claim.evidence.filter(({ document }) => document === 'report'),
    })),
}

describe('a document that is taken out', () => {
  it('leaves with what rests on it alone; what others say as well stays', () => {
    const { case: shown, lost } = replay(base, decide(takeOut('answer')))
    expect(serializeCase(shown)).toBe(serializeCase(without))
    expect(lost).toEqual([])
    const rest = replay(base, decide(takeOut('report'))).case
    expect(ids(rest.claims)).toEqual(['met', 'pressed', 'answered'])
    expect(rest.claims.flatMap(({ evidence }) => evidence.map((one) => one.document))).toEqual(
      Array(3).fill('answer'),
    )
    // Nobody names Falk in it, and yet someone met him.
    expect(ids(rest.entities)).toEqual(['ada-lind', 'bo-falk', 'moss'])
  })

  it('is as if it had never been put in, whatever else is decided before and after', () => {
    const isOfAnswer = (decision: Decision) => decision.document === 'answer'
    const log = arbitraryLog(base).filter((made) => !made.some(isOfAnswer))
    fc.assert(
      fc.property(log, fc.nat(), (made, n) => {
        const at = n % (made.length + 1)
        const out = append(made.slice(0, at), takeOut('answer')).at(-1)!
        const { case: shown, lost } = replay(base, [...made.slice(0, at), out, ...made.slice(at)])
        const never = replay({ ...without, decisions: [] }, made)
        expect(serializeCase(shown)).toBe(serializeCase(never.case))
        expect(lost).toEqual(never.lost)
      }),
      { numRuns: 300 },
    )
  })

  it('takes the ground from decisions, which stay and hold again when it is back', () => {
    const made = decide(
      { kind: 'accept', claim: 'answered' },
      { kind: 'rename', entity: 'moss', name: 'E. Moss' },
      { kind: 'accept', claim: 'met' },
    )
    const out = append(made, takeOut('answer'))
    expect(replay(base, out).lost.map(({ decision, reason }) => [decision, reason])).toEqual([
      [made[0], 'The relation is not there any more.'],
      [made[1], 'The entity is not there any more.'],
    ])
    const back = append(out, undo(out)!)
    expect(replay(base, back)).toEqual(replay(base, made))
    expect(replay(base, append(back, redo(back)!))).toEqual(replay(base, out))
  })

  it('is taken out once: a second time and one that is not there are named', () => {
    const log = decide(takeOut('answer'), takeOut('answer'), takeOut('gone'))
    expect(replay(base, log).lost).toEqual([
      { decision: log[1], reason: 'The report was taken out already.' },
      { decision: log[2], reason: 'The report is not there any more.' },
    ])
  })

  it('says beforehand what will leave', () => {
    const decisions = decide(
      { kind: 'accept', claim: 'answered' },
      { kind: 'reject', claim: 'board-met' },
    )
    const case_ = { ...base, decisions }
    expect(findLeaving(case_, 'answer')).toEqual({
      claims: 1,
      entities: 1,
      weakened: 2,
      decisions: 1,
    })
    // One of the four that rest on it alone was rejected.
    expect(findLeaving(case_, 'report')).toMatchObject({ claims: 3, entities: 2, weakened: 2 })
  })
})
