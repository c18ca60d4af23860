import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCase, serializeCase } from '@/lib/case-file'
import { type DecisionContent, makeDecision } from '@/lib/decisions/decision'
import { listJudgements, listKeptApart } from '@/lib/decisions/judgements'
import { replay } from '@/lib/decisions/replay'
import { holdingDecisions, redo, revert, undo } from '@/lib/decisions/undo'
import type { Case, Decision } from '@/lib/schema'
import { exampleCase, tangledCase } from '../store/example-case'
import { append, arbitraryContent, arbitraryLog } from './arbitrary-decisions'

const base = exampleCase()
const showOf = (case_: Case, log: readonly Decision[]) => {
  const { case: after, stories } = replay(case_, log)
  return `${serializeCase(after)}${JSON.stringify(stories)}`
}
const shown = (log: readonly Decision[]) => showOf(base, log)
const decide = (...contents: DecisionContent[]) => contents.reduce<Decision[]>(append, [])

describe('any log', () => {
  const tangled = tangledCase()
  // No file may say that someone met himself.
  const base = { ...tangled, claims: tangled.claims.filter(({ id }) => id !== 'self') }
  const shown = (log: readonly Decision[], case_: Case = base) => showOf(case_, log)
  const logAndContent = fc.tuple(arbitraryLog(base), arbitraryContent(base))

  it('shows a case that is sound', () => {
    fc.assert(
      fc.property(arbitraryLog(base), (log) => {
        const text = serializeCase(replay(base, log).case)
        expect(serializeCase(parseCase(text))).toBe(text)
      }),
      { numRuns: 500 },
    )
  })

  it('shows the same each time, and leaves what was extracted alone', () => {
    fc.assert(
      fc.property(arbitraryLog(base), (log) => {
        const before = serializeCase(base)
        expect(shown(log)).toBe(shown(structuredClone(log), structuredClone(base)))
        expect(serializeCase(base)).toBe(before)
      }),
    )
  })

  it('is as before when a decision is undone, and as after when that is redone', () => {
    fc.assert(
      fc.property(logAndContent, ([log, content]) => {
        const done = append(log, content)
        const undone = append(done, undo(done)!)
        expect(shown(undone)).toBe(shown(log))
        const redone = append(undone, redo(undone)!)
        expect(shown(redone)).toBe(shown(done))
      }),
      { numRuns: 300 },
    )
  })

  it('can be undone to the beginning and redone to the end', () => {
    fc.assert(
      fc.property(fc.array(arbitraryContent(base), { maxLength: 6 }), (contents) => {
        const states = contents.map((_, i) => shown(decide(...contents.slice(0, i + 1))))
        let log = decide(...contents)
        for (const state of [shown([]), ...states.slice(0, -1)]
          .reverse()
          .slice(0, contents.length)) {
          log = append(log, undo(log)!)
          expect(shown(log)).toBe(state)
        }
        expect(undo(log)).toBeUndefined()
        for (const state of states) {
          log = append(log, redo(log)!)
          expect(shown(log)).toBe(state)
        }
        expect(redo(log)).toBeUndefined()
      }),
    )
  })

  it('loses sight of no decision: each holding one was carried out or is reported', () => {
    fc.assert(
      fc.property(arbitraryLog(base), (log) => {
        const empty = { ...base, documents: [], entities: [], mentions: [], claims: [] }
        const { lost } = replay(empty, log)
        // a story is kept whatever is gone of it, so it can be removed again
        const adds = ({ kind }: Decision) => kind === 'add' || kind === 'story'
        const added = holdingDecisions(log).filter(adds)
        const reported = new Set(lost.map(({ decision }) => decision.id))
        for (const decision of holdingDecisions(log)) {
          if (added.length === 0 || decision.kind === 'story')
            expect(reported).toContain(decision.id)
        }
      }),
    )
  })

  it('has an id for each decision, also for the same one twice', () => {
    fc.assert(
      fc.property(logAndContent, ([log, content]) => {
        const ids = append(append(log, content), content).map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
      }),
    )
  })
})

describe('decisions', () => {
  it('accept, reject and set open again', () => {
    const log = decide(
      { kind: 'accept', claim: 'met' },
      { kind: 'reject', claim: 'pressed' },
      { kind: 'edit', claim: 'met', change: { review: 'open' } },
    )
    expect(replay(base, log).case.claims.map(({ review }) => review)).toEqual(['open', 'rejected'])
  })

  it('move a quote, whose words are read again from the document', () => {
    const evidence = { document: 'report', start: 0, end: 29 }
    const log = decide({ kind: 'edit', claim: 'met', evidence, change: { end: 20, when: 'today' } })
    expect(replay(base, log).case.claims[0]!.evidence[0]).toMatchObject({
      quote: 'Ada Lind met Bo Falk',
      when: 'today',
      origin: 'human',
    })
  })

  it('merge entities under the names of both; relations of one with the other are set aside', () => {
    const { case: merged, lost } = replay(
      base,
      decide({ kind: 'merge', into: 'ada-lind', entities: ['bo-falk'] }),
    )
    expect(merged.entities).toEqual([
      { id: 'ada-lind', kind: 'person', name: 'Ada Lind', aliases: ['Lind', 'Bo Falk', 'Falk'] },
    ])
    expect(merged.claims.map(({ id }) => id)).toEqual(['pressed'])
    expect(lost[0]!.reason).toMatch(/itself.*met/)
  })

  it('leave alone what a source ties to itself', () => {
    const own = { ...base.claims[0]!, id: 'own', to: 'ada-lind' }
    const case_ = { ...base, claims: [...base.claims, own] }
    const rename = decide({ kind: 'rename', entity: 'bo-falk', name: 'B. Falk' })
    expect(replay(case_, rename)).toMatchObject({ case: { claims: case_.claims }, lost: [] })
    const merge = decide({ kind: 'merge', into: 'bo-falk', entities: ['ada-lind'] })
    expect(replay(case_, merge).case.claims.map(({ id }) => id)).toEqual(['pressed', 'own'])
  })

  it('still find an entity that was merged since', () => {
    const log = decide(
      { kind: 'merge', into: 'ada-lind', entities: ['bo-falk'] },
      { kind: 'rename', entity: 'bo-falk', name: 'A. Lind' },
    )
    expect(replay(base, log).case.entities[0]).toMatchObject({ id: 'ada-lind', name: 'A. Lind' })
  })

  it('split an entity: mentions and relations go to the new one', () => {
    const part = { id: 'lind-2', kind: 'person' as const, name: 'Lind', aliases: [] }
    const mentions = [{ document: 'report', start: 0, end: 8 }]
    const log = decide({ kind: 'split', entity: 'ada-lind', part, mentions, claims: ['pressed'] })
    const { case: after, lost } = replay(base, log)
    expect(lost).toEqual([])
    expect(after.entities.map(({ id, aliases }) => [id, aliases])).toEqual([
      ['ada-lind', []],
      ['bo-falk', ['Falk']],
      ['lind-2', []],
    ])
    expect(after.mentions[0]!.entity).toBe('lind-2')
    expect(after.claims.map(({ from }) => from)).toEqual(['ada-lind', 'lind-2'])
  })

  it('hold over a new extraction; one whose sentence is gone is reported', () => {
    const evidence = [{ document: 'report', start: 30, end: 75 }]
    const log = decide(
      { kind: 'accept', claim: 'met' },
      { kind: 'reject', claim: 'pressed', evidence },
    )
    const [met, pressed] = base.claims
    const moved = { ...pressed!, evidence: met!.evidence }
    const { case: after, lost } = replay({ ...base, claims: [met!, moved] }, log)
    expect(after.claims.map(({ review }) => review)).toEqual(['accepted', 'open'])
    expect(lost).toEqual([
      { decision: log[1], reason: 'The sentence it rests on is not there any more.' },
    ])
  })

  it('of a kind that is not known are reported', () => {
    const strange: Decision = { id: 'x', at: '', kind: 'edit', claim: 'met', magic: true }
    expect(replay(base, [strange]).lost).toHaveLength(1)
    expect(() => makeDecision([], { kind: 'merge', into: 'a', entities: [] }, { at: '' })).toThrow()
    const refused = (content: object) => () =>
      makeDecision([], content as DecisionContent, { at: '' })
    expect(refused({ kind: 'aprove', claim: 'met' })).toThrow(
      /^This is no decision: kind: "aprove" is not what belongs here. Put one of "accept", "reject", .*"remove"/,
    )
    expect(refused({ kind: 'accept', entity: 'ada' })).toThrow('claim: This field is missing.')
    expect(refused({ kind: 'rename', entity: 'ada', name: 7 })).toThrow(
      'name: 7 is not what belongs here. Put a string.',
    )
    expect(refused({ kind: 'rename', entity: 'ada', nmae: 'Ada' })).toThrow(
      '"nmae" is not a field that is known here.',
    )
  })

  it('save a story, change it and take it away, each of which can be undone', () => {
    const story = (note: string) => ({
      id: 'story-1',
      title: 'How it began',
      steps: [{ claims: ['met'], entities: ['bo-falk'], note }],
    })
    const saved = decide({ kind: 'story', story: story('First') })
    const changed = append(saved, { kind: 'story', story: story('Second') })
    const removed = append(changed, { kind: 'remove', story: 'story-1' })
    expect(replay(base, saved).stories).toEqual([story('First')])
    expect(replay(base, changed).stories).toEqual([story('Second')])
    expect(replay(base, removed).stories).toEqual([])
    expect(replay(base, append(removed, undo(removed)!)).stories).toEqual([story('Second')])
    const merged = append(changed, { kind: 'merge', into: 'ada-lind', entities: ['bo-falk'] })
    expect(replay(base, merged).stories[0]!.steps[0]!.entities).toEqual(['ada-lind'])
    const gone = decide({ kind: 'remove', claim: 'met' }, { kind: 'story', story: story('') })
    expect(replay(base, gone).lost).toEqual([
      { decision: gone[1], reason: 'Kept; some of what it tells of is not there any more.' },
    ])
  })

  it('are reverted wherever they stand in the log', () => {
    const log = decide(
      { kind: 'rename', entity: 'ada-lind', name: 'A' },
      { kind: 'rename', entity: 'bo-falk', name: 'B' },
    )
    const names = replay(base, append(log, revert(log[0]!.id))).case.entities.map(
      ({ name }) => name,
    )
    expect(names).toEqual(['Ada Lind', 'B'])
  })

  it('cannot be redone once something else was decided', () => {
    const done = decide({ kind: 'accept', claim: 'met' })
    const undone = append(done, undo(done)!)
    expect(redo(append(undone, { kind: 'reject', claim: 'met' }))).toBeUndefined()
  })

  it('undone in order: a revert of an older one is the last that was done', () => {
    const log = decide(
      { kind: 'rename', entity: 'ada-lind', name: 'A' },
      { kind: 'rename', entity: 'bo-falk', name: 'B' },
    )
    const reverted = append(log, revert(log[0]!.id))
    const undone = append(reverted, undo(reverted)!)
    expect(shown(undone)).toBe(shown(log))
    const redone = append(undone, redo(undone)!)
    expect(shown(redone)).toBe(shown(reverted))
    const twice = append(undone, undo(undone)!)
    expect(shown(twice)).toBe(shown(log.slice(0, 1)))
  })

  it('can always be undone to the beginning, whatever was reverted', () => {
    fc.assert(
      fc.property(arbitraryLog(base), (start) => {
        let log = start
        for (let steps = 0; undo(log); steps++) {
          expect(steps).toBeLessThan(start.length + 1)
          log = append(log, undo(log)!)
        }
        expect(shown(log)).toBe(shown([]))
      }),
      { numRuns: 100 },
    )
  })

  it('say who looked at what: accepted, rejected, unsure, kept apart', () => {
    const log = decide(
      { kind: 'accept', claim: 'met' },
      { kind: 'edit', claim: 'met', change: { review: 'open' } },
      { kind: 'reject', claim: 'pressed' },
      { kind: 'reject', entities: ['bo-falk', 'ada-lind'] },
    )
    const verdicts = (of: Decision[]) =>
      [...listJudgements(of)].map(([claim, { verdict }]) => [claim, verdict])
    expect(verdicts(log)).toEqual([
      ['met', 'unsure'],
      ['pressed', 'rejected'],
    ])
    expect(listKeptApart(log)).toEqual(new Set([JSON.stringify(['ada-lind', 'bo-falk'])]))
    const undone = append(append(log, undo(log)!), revert(log[1]!.id))
    expect(verdicts(undone)).toEqual([
      ['met', 'accepted'],
      ['pressed', 'rejected'],
    ])
    expect(listKeptApart(undone)).toEqual(new Set())
  })
})
