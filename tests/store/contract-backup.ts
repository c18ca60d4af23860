/** Everything in one file, and back. */
import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { serializeCase } from '@/lib/case-file'
import { joinAgain } from '@/lib/pipeline'
import { arbitraryCase } from './arbitrary-case'
import { decision, exampleCase } from './example-case'
import { clear, type Given } from './given'
import { canMakeDisk, makeDisk } from './small-disk'
import { empty, first, read, second } from './two-readings'

export function describeBackup(given: Given): void {
  it('backs up everything to one file and restores it', async () => {
    const path = join(given.folder, 'all.backup')
    await fc.assert(
      fc.asyncProperty(arbitraryCase(), async (odd) => {
        await clear(given.store)
        const case_ = { ...odd, id: `odd ${odd.id}`.slice(0, 200) }
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

  it('keeps the way back to what was read before, beside what is there too', async () => {
    const { store } = given
    const path = join(given.folder, 'way-back.backup')
    const extracted = read(first)
    const wayBack = async (id: string) => {
      const [kept, ...others] = await store.listEarlier(id)
      expect(others).toEqual([])
      return (await store.putBack(id, kept!.keptAt)).claims
    }
    await store.saveCase(extracted)
    await store.changeCase(empty.id, (before) => joinAgain(before, [second]), { keep: true })
    const newer = await store.readCase(empty.id)
    const earlier = await store.listEarlier(empty.id)
    await store.backUp(path)
    await clear(store)
    await store.restoreBackup(path)
    expect(await store.listEarlier(empty.id)).toEqual(earlier)
    expect((await store.restoreBackup(path)).map(({ already }) => already)).toEqual([true, true])
    expect(await store.listEarlier(empty.id)).toEqual(earlier)

    await store.renameCase(empty.id, 'The letter of spring')
    const beside = `${empty.id}-2`
    expect((await store.restoreBackup(path)).map(({ id, already }) => [id, already])).toEqual([
      [beside, false],
      [earlier[0]!.id, false],
    ])
    expect(await store.listEarlier(beside)).toEqual(earlier)
    expect(await wayBack(beside)).toEqual(extracted.claims)
    expect((await store.readCase(empty.id)).claims).toEqual(newer.claims)
    expect(await wayBack(empty.id)).toEqual(extracted.claims)
  })

  it('opens a backup that says nothing of the way back, and learns of it from one that does', async () => {
    const { store } = given
    const [path, older] = ['now', 'then'].map((name) => join(given.folder, `${name}.backup`))
    await store.saveCase(read(first))
    await store.changeCase(empty.id, (before) => joinAgain(before, [second]), { keep: true })
    const earlier = await store.listEarlier(empty.id)
    await store.backUp(path!)
    const text = gunzipSync(readFileSync(path!)).toString()
    const then = text.replace('"throughlineBackup":2', '"throughlineBackup":1')
    writeFileSync(older!, gzipSync(then.replace(/,"earlierOf":0/, '')))
    await clear(store)
    expect(await store.restoreBackup(older!)).toHaveLength(2)
    expect(await store.listEarlier(empty.id)).toEqual([])
    expect((await store.restoreBackup(path!)).map(({ already }) => already)).toEqual([true, true])
    expect(await store.listEarlier(empty.id)).toEqual(earlier)

    writeFileSync(path!, gzipSync(text.replace('"earlierOf":0', '"earlierOf":1')))
    await expect(store.restoreBackup(path!)).rejects.toThrow(/line \d+ names no case/)
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
    const head = { throughlineBackup: 3, madeAt: '2030-01-01T00:00:00.000Z', more: true }
    writeFileSync(path, gzipSync(`${JSON.stringify(head)}\n{"end":0}\n`))
    await expect(given.store.restoreBackup(path)).rejects.toMatchObject({
      code: 'invalid_input',
      message: expect.stringMatching(/version 3.*reads version 2.*Update Throughline/),
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
    await expect(given.store.restoreBackup(path, '“mine”')).rejects.toThrow(/^“mine” is not a wh/)
    await expect(given.store.restoreBackup(join(given.folder, 'none'))).rejects.toThrow(
      /no such file/,
    )
    expect(await given.store.listCases()).toEqual([])
  })
}
