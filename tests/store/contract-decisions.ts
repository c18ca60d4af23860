/** Decisions in the store: one log, carried out over what was extracted. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { serializeCase } from '@/lib/case-file'
import type { DecisionContent } from '@/lib/decisions/decision'
import { replay } from '@/lib/decisions/replay'
import { redo, revert, takenBackBy, undo } from '@/lib/decisions/undo'
import { addDocuments, ingest } from '@/lib/pipeline'
import type { Case } from '@/lib/schema'
import { append, arbitraryActs, arbitraryLog } from '../decisions/arbitrary-decisions'
import { makeReports } from '../import/make-reports'
import { exampleCase, tangledCase } from './example-case'
import { clear, type Given } from './given'

const addedAt = '2026-01-01T00:00:00.000Z'

/** Why a decision would change nothing in the whole case. */
function whyNot(case_: Case, content: DecisionContent): string | undefined {
  const log = append(case_.decisions, content)
  if ('decision' in content)
    return takenBackBy(case_.decisions).has(content.decision) ? 'was taken back already' : undefined
  if (content.kind === 'merge' || content.kind === 'split') return undefined
  return replay(case_, log).lost.find(({ decision }) => decision === log.at(-1))?.reason
}

export function describeDecisions(given: Given): void {
  it('appends decisions, undoes and redoes them, and keeps all that over a reopening', async () => {
    await given.store.saveCase(exampleCase())
    const kinds = ['accept', 'reject'] as const
    for (let n = 0; n < 20; n++) {
      await given.store.decide('harbour-letter', { kind: kinds[n % 2]!, claim: 'met' }, 'Ina')
    }
    for (let n = 0; n < 20; n++) await given.store.decide('harbour-letter', undo)
    expect(await given.store.decide('harbour-letter', undo)).toBeUndefined()
    expect(replay(await given.store.readCase('harbour-letter')).case.claims[0]!.review).toBe('open')
    await given.store.close()
    for (let n = 0; n < 20; n++) await given.store.decide('harbour-letter', redo)
    expect(await given.store.decide('harbour-letter', redo)).toBeUndefined()
    const case_ = await given.store.readCase('harbour-letter')
    expect(case_.decisions).toHaveLength(60)
    expect(case_.decisions[0]).toMatchObject({ kind: 'accept', by: 'Ina' })
    expect(replay(case_).case.claims[0]!.review).toBe('rejected')
  })

  it('shows a case as its decisions replayed over it do, whatever is done with it', async () => {
    const base = tangledCase()
    const shown = async (id: string) => serializeCase(await given.store.readShown(id))
    const replayed = async (id: string) =>
      serializeCase(replay(await given.store.readCase(id)).case)
    await fc.assert(
      fc.asyncProperty(arbitraryLog(base), arbitraryActs(base), async (log, acts) => {
        await clear(given.store)
        await given.store.saveCase({ ...base, decisions: log })
        for (const act of acts) {
          const before = await given.store.readCase(base.id)
          const content = act(before.decisions)
          const decided = given.store.decide(base.id, act)
          const reason = content && whyNot(before, content)
          if (reason === undefined) await decided
          else await expect(decided).rejects.toThrow(reason)
          expect(await shown(base.id)).toBe(await replayed(base.id))
        }
        const stored = await given.store.readCase(base.id)
        expect(serializeCase({ ...stored, decisions: [] })).toBe(serializeCase(base))
        expect(await shown(base.id)).toBe(await replayed(base.id))
        const added = { id: 'late', kind: 'person' as const, name: 'Late', aliases: [] }
        await given.store.saveCase({ ...stored, entities: [...base.entities, added] })
        expect(await shown(base.id)).toBe(await replayed(base.id))
        const copy = await given.store.duplicateCase(base.id, 'Copy')
        expect(await shown(copy)).toBe(await replayed(copy))
      }),
      { numRuns: 12 },
    )
  })

  it('drops what a merge ties to itself, and keeps what a source does', async () => {
    const base = tangledCase()
    await given.store.saveCase(base)
    const ids = async () => (await given.store.readShown(base.id)).claims.map(({ id }) => id)
    const all = base.claims.map(({ id }) => id)
    const harmless: DecisionContent[] = [
      { kind: 'rename', entity: 'board', name: 'The board' },
      { kind: 'merge', into: 'letter', entities: ['board'] },
    ]
    for (const content of harmless) {
      await given.store.decide(base.id, content)
      expect(await ids()).toEqual(all)
    }
    await given.store.decide(base.id, { kind: 'merge', into: 'ada-lind', entities: ['letter'] })
    expect(await ids()).toEqual(all.filter((id) => id !== 'board-met'))
    expect(replay(await given.store.readCase(base.id)).case).toEqual(
      await given.store.readShown(base.id),
    )
    await given.store.decide(base.id, undo)
    expect(await ids()).toEqual(all)
  })

  it('takes back a decision that later ones rest on', async () => {
    const base = tangledCase()
    const { id } = base
    await given.store.saveCase(base)
    const decide = (content: DecisionContent) => given.store.decide(id, content)
    const late = { id: 'late', kind: 'person' as const, name: 'Late', aliases: [] }
    const merged = await decide({ kind: 'merge', into: 'board', entities: ['letter'] })
    const added = await decide({ kind: 'add', entity: late })
    await decide({ kind: 'edit', claim: 'pressed', change: { from: 'letter' } })
    await decide({ kind: 'merge', into: 'late', entities: ['bo-falk'] })
    await decide({ kind: 'edit', claim: 'board-met', change: { from: 'late' } })
    const ends = async () => {
      const shown = await given.store.readShown(id)
      expect(shown).toEqual(replay(await given.store.readCase(id)).case)
      return shown.claims.map(({ id, from, to }) => `${id} ${from} ${to}`)
    }
    expect(await ends()).toEqual(
      expect.arrayContaining(['pressed board late', 'board-met late board', 'alone late null']),
    )
    await decide(revert(merged!.id))
    expect(await ends()).toContain('pressed letter late')
    await decide(revert(added!.id))
    expect(await ends()).toEqual(
      expect.arrayContaining(['pressed letter bo-falk', 'board-met ada-lind board']),
    )
  })

  it('puts decisions made at once in one order', async () => {
    await given.store.saveCase(exampleCase())
    const made = await Promise.all(
      Array.from({ length: 8 }, () =>
        given.store.decide('harbour-letter', { kind: 'accept', claim: 'met' }),
      ),
    )
    const log = (await given.store.readCase('harbour-letter')).decisions
    expect(log.map(({ id }) => id).sort()).toEqual(made.map((one) => one!.id).sort())
    expect(new Set(log.map(({ id }) => id)).size).toBe(8)
  })

  it('takes back what is there and stands, and nothing else', async () => {
    await given.store.saveCase(exampleCase())
    const made = await given.store.decide('harbour-letter', { kind: 'accept', claim: 'met' })
    await given.store.decide('harbour-letter', revert(made!.id))
    const again = given.store.decide('harbour-letter', revert(made!.id))
    await expect(again).rejects.toMatchObject({ code: 'conflict' })
    const unknown = given.store.decide('harbour-letter', revert('d-none'))
    await expect(unknown).rejects.toMatchObject({ code: 'not_found' })
    expect(await given.store.readLog('harbour-letter')).toHaveLength(2)
    await expect(given.store.readLog('nobody')).rejects.toMatchObject({ code: 'not_found' })
  })

  it('keeps its decisions when documents are added, and those whose ground goes', async () => {
    const [first, ...others] = makeReports(4).map(({ name, text }) => ({
      title: name,
      text,
      language: 'en',
    }))
    const extracted = ingest([first!], { addedAt }).case
    const { id, claims } = extracted
    await given.store.saveCase(extracted)
    const { from, ...judged } = claims[0]!
    await given.store.decide(id, { kind: 'accept', claim: judged.id })
    await given.store.decide(id, { kind: 'rename', entity: from, name: 'Renamed' })
    const log = await given.store.readLog(id)
    const read = async () => {
      const stored = await given.store.readCase(id)
      const replayed = replay(stored)
      expect(stored.decisions).toEqual(log)
      expect(await given.store.readShown(id)).toEqual(replayed.case)
      return replayed
    }

    await given.store.changeCase(id, (before) => addDocuments(before, others, { addedAt }).case)
    const added = await read()
    expect(added.case.documents).toHaveLength(4)
    expect(added.lost).toEqual([])
    expect(added.case.claims.find((one) => one.id === judged.id)).toMatchObject({
      review: 'accepted',
    })
    expect(added.case.entities.find((one) => one.id === from)).toMatchObject({ name: 'Renamed' })

    await given.store.changeCase(id, ({ claims: before, ...rest }) => ({
      ...rest,
      claims: before.filter((one) => one.id !== judged.id),
    }))
    const gone = await read()
    expect(gone.lost).toEqual([{ decision: log[0], reason: 'The relation is not there any more.' }])
    expect(gone.case.entities.find((one) => one.id === from)).toMatchObject({ name: 'Renamed' })
  })

  it('decides nothing in a case that is not there, and nothing that is no decision', async () => {
    const accept = { kind: 'accept', claim: 'met' } as const
    await expect(given.store.decide('nobody', accept)).rejects.toMatchObject({ code: 'not_found' })
    await given.store.saveCase(exampleCase())
    const ofNone: DecisionContent = { kind: 'merge', into: 'ada-lind', entities: [] }
    await expect(given.store.decide('harbour-letter', ofNone)).rejects.toMatchObject({
      code: 'invalid_input',
    })
    expect((await given.store.readCase('harbour-letter')).decisions).toEqual([])
  })
}
