/** Cases as things: kept to the byte, listed, made, renamed, copied, deleted and brought back. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { serializeCase } from '@/lib/case-file'
import type { Case } from '@/lib/schema'
import { arbitraryCase } from './arbitrary-case'
import { decision, exampleCase } from './example-case'
import { clear, type Given } from './given'

export function describeCases(given: Given): void {
  it('gives back every case as it was, to the byte', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryCase(), async (case_) => {
        await clear(given.store)
        await given.store.saveCase(case_)
        expect(serializeCase(await given.store.readCase(case_.id))).toBe(serializeCase(case_))
      }),
      { numRuns: 25 },
    )
  })

  it('replaces a case of the same id wholly', async () => {
    const one = arbitraryCase(fc.constant('same'))
    await fc.assert(
      fc.asyncProperty(one, one, async (before, after) => {
        await clear(given.store)
        await given.store.saveCase(before)
        const next = { ...after, decisions: [...before.decisions, decision('one more')] }
        await given.store.saveCase(next)
        expect(serializeCase(await given.store.readCase('same'))).toBe(serializeCase(next))
      }),
      { numRuns: 20 },
    )
  })

  it('keeps what was there when a save fails half way', async () => {
    const case_ = exampleCase()
    await given.store.saveCase(case_)
    const unsound = { ...case_.claims[1]!, relation: null as never }
    const other = { ...case_, title: 'Other', entities: [], claims: [case_.claims[0]!, unsound] }
    await expect(given.store.saveCase(other)).rejects.toThrow()
    expect(await given.store.readCase(case_.id)).toEqual(case_)
  })

  it('does not write over decisions it has not seen', async () => {
    await given.store.saveCase(exampleCase({ decisions: [decision('d1')] }))
    await expect(given.store.saveCase(exampleCase())).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('d1'),
    })
    expect((await given.store.readCase('harbour-letter')).decisions).toEqual([decision('d1')])
  })

  it('lists cases with counts and dates, the one changed last first', async () => {
    const before = new Date().toISOString()
    await given.store.saveCase(exampleCase({ id: 'b', title: 'Zebra' }))
    await given.store.saveCase(exampleCase({ id: 'a', title: 'Äpfel' }))
    const cases = await given.store.listCases()
    expect(cases.map((summary) => summary.title)).toEqual(['Äpfel', 'Zebra'])
    await given.store.decide('b', { kind: 'accept', claim: 'met' })
    expect((await given.store.listCases()).map(({ id }) => id)).toEqual(['b', 'a'])
    expect(cases[0]).toMatchObject({ id: 'a', documents: 1, entities: 2, claims: 2 })
    expect(cases[0]!.createdAt >= before && cases[0]!.changedAt >= before).toBe(true)
  })

  it('makes empty cases, with an id of the title that nobody has', async () => {
    expect(await given.store.createCase('The harbour letter!')).toBe('the-harbour-letter')
    expect(await given.store.createCase('The Harbour Letter')).toBe('the-harbour-letter-2')
    expect(await given.store.createCase('港の手紙')).toBe('港の手紙')
    expect(await given.store.createCase('!?')).toBe('case')
    expect((await given.store.readCase('case')).claims).toEqual([])
    await expect(given.store.createCase('  ')).rejects.toMatchObject({ code: 'invalid_input' })
  })

  it('makes as many cases as are asked for at once', async () => {
    const ids = await Promise.all(Array.from({ length: 5 }, () => given.store.createCase('Same')))
    expect(new Set(ids).size).toBe(5)
  })

  it('renames a case and nothing else of it', async () => {
    await given.store.saveCase(exampleCase())
    await given.store.renameCase('harbour-letter', 'The letter')
    expect(await given.store.readCase('harbour-letter')).toEqual(
      exampleCase({ title: 'The letter' }),
    )
    await expect(given.store.renameCase('nobody', 'x')).rejects.toMatchObject({ code: 'not_found' })
  })

  it('duplicates a case; the two then go their own ways', async () => {
    const case_ = exampleCase({ decisions: [decision('d1')] })
    await given.store.saveCase(case_)
    const copy = await given.store.duplicateCase(case_.id)
    const title = 'The harbour letter (copy)'
    expect(await given.store.readCase(copy)).toEqual({ ...case_, id: copy, title })
    await given.store.saveCase({ ...case_, claims: [] })
    expect((await given.store.readCase(copy)).claims).toHaveLength(2)
  })

  it('deletes a case and brings it back', async () => {
    const case_ = exampleCase()
    await given.store.saveCase(case_)
    await given.store.removeCase(case_.id)
    await expect(given.store.readCase(case_.id)).rejects.toMatchObject({ code: 'not_found' })
    expect(await given.store.listCases()).toEqual([])
    expect(await given.store.listDeletedCases()).toMatchObject([{ id: case_.id, claims: 2 }])
    await given.store.restoreCase(case_.id)
    expect(await given.store.readCase(case_.id)).toEqual(case_)
    expect(await given.store.listDeletedCases()).toEqual([])
  })

  it('brings back the one that is meant, beside a case that has taken its id', async () => {
    for (const title of ['First', 'Second', 'Third']) {
      await given.store.saveCase(exampleCase({ title }))
      await given.store.removeCase('harbour-letter')
      // a moment of its own
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
    await given.store.saveCase(exampleCase({ title: 'Fourth' }))
    const deleted = await given.store.listDeletedCases()
    expect(deleted.map(({ title }) => title)).toEqual(['Third', 'Second', 'First'])
    const back = await given.store.restoreCase('harbour-letter', deleted[2]!.deletedAt)
    expect(back).toBe('harbour-letter-2')
    expect((await given.store.readCase(back)).title).toBe('First')
    expect((await given.store.readCase('harbour-letter')).title).toBe('Fourth')
    await given.store.purgeCase('harbour-letter', deleted[0]!.deletedAt)
    expect(await given.store.listDeletedCases()).toMatchObject([{ title: 'Second' }])
    await given.store.removeCase('harbour-letter')
    expect(await given.store.restoreCase('harbour-letter')).toBe('harbour-letter')
    expect((await given.store.readCase('harbour-letter')).title).toBe('Fourth')
  })

  it('purges what was deleted, and only that', async () => {
    await given.store.saveCase(exampleCase())
    await given.store.removeCase('harbour-letter')
    await given.store.saveCase(exampleCase({ title: 'New' }))
    await given.store.purgeCase('harbour-letter')
    expect(await given.store.listDeletedCases()).toEqual([])
    expect((await given.store.readCase('harbour-letter')).title).toBe('New')
    await expect(given.store.restoreCase('harbour-letter')).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  it('purges with a case what it was as read before', async () => {
    await given.store.saveCase(exampleCase())
    const relation = 'backed'
    const change = (case_: Case) => ({
      ...case_,
      claims: case_.claims.map((claim) => ({ ...claim, relation })),
    })
    await given.store.changeCase('harbour-letter', change, { keep: true })
    await given.store.removeCase('harbour-letter')
    expect(await given.store.listDeletedCases()).toHaveLength(2)
    await given.store.purgeCase('harbour-letter')
    expect(await given.store.listDeletedCases()).toEqual([])
  })

  it('opens a Case file, a second time beside the first', async () => {
    const file = serializeCase(exampleCase())
    expect(await given.store.openCaseFile(file)).toBe('harbour-letter')
    expect(await given.store.openCaseFile(file)).toBe('harbour-letter-2')
    expect(serializeCase(await given.store.readCase('harbour-letter'))).toBe(file)
  })

  it('takes in nothing of a Case file that is wrong', async () => {
    const file = serializeCase(exampleCase()).replace('"ada-lind"', '"nobody"')
    await expect(given.store.openCaseFile(file)).rejects.toMatchObject({ code: 'invalid_input' })
    const newer = serializeCase(exampleCase()).replace('"version": 1', '"version": 99')
    await expect(given.store.openCaseFile(newer)).rejects.toThrow(/99/)
    expect(await given.store.listCases()).toEqual([])
  })
}
