/** Everything in one file, and back. */
import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { serializeCase } from '@/lib/case-file'
import { arbitraryCase } from './arbitrary-case'
import { decision, exampleCase } from './example-case'
import { clear, type Given } from './given'
import { canMakeDisk, makeDisk } from './small-disk'

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

  it('says where it cannot be written, and leaves nothing there', async () => {
    await given.store.saveCase(exampleCase())
    const nowhere = join(given.folder, 'no such folder', 'all.backup')
    await expect(given.store.backUp(nowhere)).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringMatching(/no such folder.all\.backup cannot be written: ENOENT/),
    })
    if (!canMakeDisk) return
    const disk = makeDisk('size=64k')
    try {
      disk.fill(0)
      await expect(given.store.backUp(join(disk.folder, 'all.backup'))).rejects.toMatchObject({
        code: 'unavailable',
        message: expect.stringMatching(/all\.backup cannot be written: ENOSPC.*make room/),
      })
      expect(readdirSync(disk.folder)).toEqual(['ballast'])
    } finally {
      disk.remove()
    }
  })

  it('does not guess at a backup of a newer program', async () => {
    const path = join(given.folder, 'newer.backup')
    const head = { throughlineBackup: 2, madeAt: '2030-01-01T00:00:00.000Z', more: true }
    writeFileSync(path, gzipSync(`${JSON.stringify(head)}\n{"end":0}\n`))
    await expect(given.store.restoreBackup(path)).rejects.toMatchObject({
      code: 'invalid_input',
      message: expect.stringMatching(/version 2.*reads version 1.*Update Throughline/),
    })
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
