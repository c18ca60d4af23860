/** Everything in one file, and back. */
import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { serializeCase } from '@/lib/case-file'
import { arbitraryCase } from './arbitrary-case'
import { decision, exampleCase } from './example-case'
import { clear, type Given } from './given'

export function describeBackup(given: Given): void {
  it('backs up everything to one file and restores it', async () => {
    const path = join(given.folder, 'all.backup')
    await fc.assert(
      fc.asyncProperty(arbitraryCase(), async (odd) => {
        const case_ = { ...odd, id: `odd ${odd.id}` }
        await given.store.saveCase(case_)
        await given.store.saveCase(exampleCase({ decisions: [decision('d1')] }))
        await given.store.saveCase(exampleCase({ id: 'gone' }))
        await given.store.removeCase('gone')
        const listed = [await given.store.listCases(), await given.store.listDeletedCases()]
        expect(await given.store.backUp(path)).toBe(3)
        await clear(given.store)
        expect(await given.store.restoreBackup(path)).toHaveLength(3)
        expect([await given.store.listCases(), await given.store.listDeletedCases()]).toEqual(
          listed,
        )
        expect(serializeCase(await given.store.readCase(case_.id))).toBe(serializeCase(case_))
        await clear(given.store)
      }),
      { numRuns: 5 },
    )
  })

  it('restores beside what is there: the same stays, what differs gets an id of its own', async () => {
    const path = join(given.folder, 'beside.backup')
    await given.store.saveCase(exampleCase({ id: 'same' }))
    await given.store.saveCase(exampleCase())
    await given.store.backUp(path)
    await given.store.saveCase(exampleCase({ claims: [] }))
    const restored = await given.store.restoreBackup(path)
    expect(restored.map(({ id, already }) => [id, already])).toEqual([
      ['same', true],
      ['harbour-letter-2', false],
    ])
    expect((await given.store.readCase('harbour-letter')).claims).toEqual([])
    expect((await given.store.readCase('harbour-letter-2')).claims).toHaveLength(2)
  })

  it('restores nothing of a backup that is damaged', async () => {
    const path = join(given.folder, 'cut.backup')
    await given.store.saveCase(exampleCase())
    await given.store.backUp(path)
    await clear(given.store)
    truncateSync(path, readFileSync(path).length - 30)
    await expect(given.store.restoreBackup(path)).rejects.toMatchObject({ code: 'invalid_input' })
    writeFileSync(path, 'not a backup')
    await expect(given.store.restoreBackup(path)).rejects.toThrow(/not a whole backup/)
    await expect(given.store.restoreBackup(join(given.folder, 'none'))).rejects.toThrow(
      /no such file/,
    )
    expect(await given.store.listCases()).toEqual([])
  })
}
