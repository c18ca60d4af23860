import { describe, expect, it } from 'vitest'
import { listEntries } from '@/components/history/list-entries'
import { makeDecision } from '@/lib/decisions/decision'
import { replay } from '@/lib/decisions/replay'
import { exampleCase } from '../store/example-case'

describe('the history', () => {
  it('says what was decided of a relation that is gone by the words it rested on', () => {
    const case_ = exampleCase()
    const claim = case_.claims[0]!
    const [{ document, start, end, quote }] = claim.evidence as [(typeof claim.evidence)[0]]
    const content = {
      kind: 'accept' as const,
      claim: claim.id,
      evidence: [{ document, start, end }],
    }
    const log = [makeDecision([], content, { at: '2025-11-27T09:00:00.000Z' })]
    const words = (claims: typeof case_.claims) => {
      const extracted = { ...case_, claims, decisions: log }
      const { case: decided, lost } = replay(extracted)
      const reasons = new Map(lost.map(({ decision, reason }) => [decision.id, reason]))
      return listEntries(extracted, decided, reasons)[0]!
    }
    expect(words(case_.claims).lost).toBeUndefined()
    const gone = words(case_.claims.slice(1))
    expect(gone.words).toBe(`Accepted: what was read in “${quote}”`)
    expect(gone.lost).toBe('The relation is not there any more.')
    expect(gone.shows).toEqual({ place: { document, start, end } })
  })
})
