import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { serializeCase } from '@/lib/case-file'
import { openStore, type Store } from '@/lib/store/store'
import { exampleCase } from './example-case'
import { makeDatabase } from './made-database'
import { runScript } from './run-script'

describe('the first start', { timeout: 120_000 }, () => {
  let folder: string
  let store: Store
  let made: Awaited<ReturnType<typeof makeDatabase>>
  beforeAll(async () => {
    made = await makeDatabase()
  })
  afterAll(() => made?.remove())
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'throughline-first-'))
    store = openStore(folder)
  })
  afterEach(async () => {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const leave = (name: string, text: string) => writeFileSync(join(folder, name), text)
  const ids = async () => (await store.listCases()).map(({ id }) => id)

  it('takes in the cases an earlier version kept as files, once, and keeps the files', async () => {
    leave('harbour-letter.case.json', serializeCase(exampleCase()))
    leave('two.case.json', serializeCase(exampleCase({ id: 'two', title: 'Two' })))
    leave('notes.txt', 'not a case')
    expect(await store.isNew()).toBe(false)
    made.copyTo(folder)
    expect(await ids()).toEqual(['two', 'harbour-letter'])
    expect(await store.readCase('harbour-letter')).toEqual(exampleCase())
    expect(readdirSync(join(folder, 'taken-in'))).toHaveLength(2)
    await store.removeCase('two')
    await store.close()
    expect(await ids()).toEqual(['harbour-letter'])
  })

  it('takes a case in once when it came in before its file was put away', async () => {
    made.copyTo(folder)
    await store.saveCase(exampleCase())
    await store.close()
    leave('harbour-letter.case.json', serializeCase(exampleCase()))
    leave('other.case.json', serializeCase(exampleCase({ title: 'Another of the same id' })))
    expect(await ids()).toEqual(['harbour-letter-2', 'harbour-letter'])
  })

  it('names a file that is damaged, leaves it where it is, and goes on', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    made.copyTo(folder)
    leave('broken.case.json', serializeCase(exampleCase()).replace('"ada-lind"', '"nobody"'))
    leave('good.case.json', serializeCase(exampleCase()))
    expect(await ids()).toEqual(['harbour-letter'])
    expect(warn.mock.calls.flat().join()).toContain(join(folder, 'broken.case.json'))
    warn.mockRestore()
    await expect(store.readCase('broken')).rejects.toMatchObject({
      code: 'invalid_input',
      message: expect.stringContaining('broken.case.json'),
      problems: expect.arrayContaining([expect.objectContaining({ value: '"ada-lind"' })]),
    })
    expect(readdirSync(folder)).toContain('broken.case.json')
  })

  it('is new until its database is made, and makes it anew when that was broken off', async () => {
    expect(await store.isNew()).toBe(true)
    mkdirSync(join(folder, 'database.draft'))
    leave('database.draft/PG_VERSION', 'half')
    const maker = runScript('keep-saving.ts', folder, '1')
    const half = join(folder, 'database.draft', 'base')
    await vi.waitUntil(() => existsSync(half), { timeout: 60_000, interval: 5 })
    maker.process.kill('SIGKILL')
    await maker.ended
    expect(await store.isNew()).toBe(true)
    await store.saveCase(exampleCase())
    expect(await store.isNew()).toBe(false)
    expect(readdirSync(folder).sort()).toEqual(['database', 'lock'])
  })

  it('puts the sample in once; it can be deleted', async () => {
    made.copyTo(folder)
    const sample = exampleCase()
    await store.keepSample(sample)
    await store.keepSample(sample)
    expect(await ids()).toEqual(['harbour-letter'])
    await store.removeCase('harbour-letter')
    await store.keepSample(sample)
    expect(await ids()).toEqual([])
    await store.restoreCase('harbour-letter')
    await store.keepSample(sample)
    expect(await ids()).toEqual(['harbour-letter'])
  })

  it('puts a newer sample in the place of one that nobody changed', async () => {
    made.copyTo(folder)
    await store.keepSample(exampleCase({ title: 'Old' }))
    await store.keepSample(exampleCase({ title: 'New' }))
    expect((await store.listCases()).map(({ title }) => title)).toEqual(['New'])
    await store.decide('harbour-letter', { kind: 'accept', claim: 'met' })
    await store.keepSample(exampleCase({ title: 'Newer' }))
    expect((await store.listCases()).map(({ title }) => title)).toEqual(['New'])
  })
})
