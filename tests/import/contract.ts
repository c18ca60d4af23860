/** What imports must do, whatever database is below them. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { serializeCase } from '@/lib/case-file'
import { type Engine, startEngine } from '@/lib/import/engine'
import { type Imports, openImports } from '@/lib/import/imports'
import { type ReadersOptions, startReaders } from '@/lib/import/readers'
import type { Refused, Source } from '@/lib/import/source'
import { connect } from '@/lib/store/connect'
import { openStore, type Store } from '@/lib/store/store'
import { runScript } from '../store/run-script'
import { describeHeld } from './contract-held'
import { describeReadAgain } from './contract-read-again'
import { describeSources } from './contract-sources'
import { describeTakenOut } from './contract-taken-out'
import { type Given, hurry, readOf, until, whyOf } from './given'
import { fileSource, makeReport, makeReports } from './make-reports'
import { stopAfter } from './stop-after'

const addedAt = '2026-01-01T00:00:00.000Z'
const textSource = (name: string, text: string): Source => fileSource({ name, text })

/** @param createPlace a new place without cases: a folder or an address */
export function describeImports(
  name: string,
  createPlace: () => Promise<string>,
  kind: 'embedded' | 'server',
): void {
  describe(name, { timeout: 600_000 }, () => {
    let place: string
    let store: Store
    let imports: Imports
    let caseId: string
    const given = {} as Given
    beforeAll(async () => {
      place = await createPlace()
      store = openStore(place)
      imports = openImports(place)
      Object.assign(given, { place, imports, handIn, runAll })
    })
    afterAll(() => store?.close())
    beforeEach(async () => {
      caseId = await store.createCase('Reports')
    })

    /** Runs an engine while something is done. */
    const withEngine = async <T>(
      work: (engine: Engine) => Promise<T>,
      readers = startReaders({ threads: 1 }),
    ): Promise<T> => {
      const engine = startEngine(place, {
        readers,
        link: { allowAddress: () => true, timeout: 3_000 },
      })
      try {
        return await work(engine)
      } finally {
        await engine.stop()
      }
    }
    const handIn = async (sources: (Source | Refused)[]): Promise<string> => {
      const id = await imports.begin(caseId, { addedAt })
      await imports.add(id, sources)
      await imports.seal(id)
      return id
    }
    const runAll = (options?: ReadersOptions) =>
      withEngine((engine) => engine.whenIdle(), startReaders({ threads: 1, ...options }))
    const bytesOf = async (id: string) =>
      serializeCase({ ...(await store.readCase(id)), id: 'same', title: 'same' })

    // on a server too with the whole program, in tests/e2e/import-killed
    it.runIf(kind === 'embedded')(
      'is killed in the middle, twice, and goes on to the case of a run that nothing disturbed',
      async () => {
        const count = 45
        const id = await handIn(makeReports(count).map(fileSource))
        await runAll()
        expect(await imports.progress(id)).toMatchObject({ state: 'finished', total: count })
        const undisturbed = await bytesOf(caseId)

        const second = await store.createCase('Reports')
        if (await isEmbedded(place)) await store.close()
        const first = runScript('../import/run-import.ts', place, second, String(count))
        await first.line(/^read ([6-9]|[1-4]\d)$/)
        first.process.kill('SIGKILL')
        await first.ended
        const next = runScript('../import/run-import.ts', place, second)
        await next.line(/^read ([2-4]\d)$/)
        next.process.kill('SIGKILL')
        await next.ended
        const last = runScript('../import/run-import.ts', place, second)
        await last.line(/^finished$/)
        await last.ended

        expect(first.lines).toContain('taken')
        const [progress] = await imports.list(second)
        expect(progress).toMatchObject({ state: 'finished', total: count })
        expect(progress!.counts.done).toBe(count)
        expect(await bytesOf(second)).toBe(undisturbed)
      },
    )

    // what counts the tries is the same on both, and readers that die take their time
    it.runIf(kind === 'embedded')(
      'sets poisoned documents aside after three tries, with the reason; the others go on',
      async () => {
        const poison = ['hang', 'exit', 'memory', 'buffers'].map((way) =>
          textSource(`${way}.txt`, `POISON: ${way}`),
        )
        const good = makeReports(3).map(fileSource)
        const id = await handIn([good[0]!, ...poison, good[1]!, good[2]!])
        await hurry(place)
        await runAll({
          script: new URL('./poison-thread.js', import.meta.url).pathname,
          timeLimit: 4_000,
          memoryLimit: 512,
        })
        const progress = await imports.progress(id)
        expect(progress.state).toBe('finished')
        expect(progress.counts).toMatchObject({ done: 3, 'set aside': 4 })
        const troubles = await imports.troubles(id)
        expect(troubles.map(({ tries }) => tries)).toEqual([3, 3, 3, 3])
        expect(await whyOf(imports, id)).toEqual({
          'hang.txt': 'Reading it took longer than 4 seconds. Split it, and add its parts.',
          'exit.txt': 'Reading it ended its thread.',
          // Collecting garbage takes its time on a machine that is busy.
          'memory.txt': expect.stringMatching(/^Reading it took (more memory|longer) than/),
          'buffers.txt': expect.stringMatching(/^Reading it took (more memory|longer) than/),
        })
        expect((await store.readCase(caseId)).documents).toHaveLength(3)

        // A reader that can read them is all they lacked.
        expect(await imports.retry(id)).toBe(4)
        await runAll()
        expect((await imports.progress(id)).counts.done).toBe(7)
      },
    )

    it('is cancelled: what was read stays, the rest can be read later', async () => {
      const count = 60
      const id = await handIn(makeReports(count).map(fileSource))
      const { readers, goOn } = stopAfter(20)
      const stopped = await withEngine(async (engine) => {
        await until(async () => readOf(await imports.progress(id)) >= 3)
        await imports.cancel(id)
        goOn()
        await engine.whenIdle()
        return imports.progress(id)
      }, readers)
      expect(stopped.state).toBe('cancelled')
      expect(stopped.counts.waiting + stopped.counts.running + stopped.counts.read).toBe(0)
      expect(stopped.counts.cancelled).toBeGreaterThan(0)
      expect((await store.readCase(caseId)).documents).toHaveLength(stopped.counts.done)
      await expect(imports.add(id, [fileSource(makeReport(1))])).rejects.toMatchObject({
        code: 'conflict',
      })
      expect(await imports.retry(id)).toBe(stopped.counts.cancelled)
      await runAll()
      expect(await imports.progress(id)).toMatchObject({ state: 'finished', counts: { done: 60 } })
      expect((await store.readCase(caseId)).documents).toHaveLength(count)
    })

    describe('what is handed in', () => describeSources(given))
    describe('what is held', () => describeHeld(given))
    describe('read again', () => describeReadAgain(given))
    describe('what was taken out', () => describeTakenOut(given))

    it('does not take twice what is in the case already', async () => {
      const [one, two] = makeReports(2)
      await handIn([fileSource(one!)])
      await runAll()
      const before = await bytesOf(caseId)
      const renamed = { ...one!, name: 'renamed.txt' }
      // The same text in other bytes is found out when it is read.
      const marked = { name: 'marked.txt', text: `\ufeff${one!.text}` }
      const id = await handIn([renamed, marked].map(fileSource))
      await runAll()
      expect((await imports.progress(id)).counts).toMatchObject({ known: 2, done: 0 })
      expect(await bytesOf(caseId)).toBe(before)
      const twice = await handIn([two!, two!].map(fileSource))
      await runAll()
      expect((await imports.progress(twice)).counts).toMatchObject({ known: 1, done: 1 })
    })

    it('takes once what is handed in again by who had no answer', async () => {
      const id = await imports.begin(caseId, { addedAt })
      const link: Source = { source: 'link', name: 'ftp://x', link: 'ftp://x' }
      const sources = [fileSource(makeReport(1)), link, { name: 'huge.txt', reason: 'Too large.' }]
      await imports.add(id, sources)
      await imports.add(id, [...sources, fileSource(makeReport(2))])
      const other = { ...makeReport(3), name: makeReport(1).name }
      await imports.add(id, [fileSource(other)])
      await imports.seal(id)
      await runAll()
      expect((await imports.progress(id)).counts).toMatchObject({ done: 3, failed: 2, known: 0 })
    })

    it('ends when its case is deleted, says so, and goes on when the case is back', async () => {
      const id = await handIn([fileSource(makeReport(1))])
      await store.removeCase(caseId)
      await expect(imports.progress(id)).rejects.toMatchObject({
        code: 'not_found',
        message: expect.stringMatching(
          /was deleted while documents were added to it. Bring it back/,
        ),
      })
      await store.restoreCase(caseId)
      await runAll()
      expect((await imports.progress(id)).counts).toMatchObject({ done: 1 })
      await store.removeCase(caseId)
      expect((await imports.progress(id)).state).toBe('finished')
    })

    it('knows no import and no case that is not there', async () => {
      await expect(imports.begin('nobody')).rejects.toMatchObject({ code: 'not_found' })
      await expect(imports.progress('i-none')).rejects.toMatchObject({ code: 'not_found' })
      await expect(imports.add('i-none', [fileSource(makeReport(1))])).rejects.toMatchObject({
        code: 'not_found',
      })
      await expect(imports.cancel('i-none')).rejects.toMatchObject({ code: 'not_found' })
    })

    it('keeps decisions made while it runs', async () => {
      await handIn(makeReports(50).map(fileSource))
      await withEngine(async (engine) => {
        await until(async () => (await store.readCase(caseId)).entities.length > 0)
        const { entities } = await store.readCase(caseId)
        await store.decide(caseId, { kind: 'rename', entity: entities[0]!.id, name: 'Renamed' })
        await engine.whenIdle()
      })
      const case_ = await store.readCase(caseId)
      expect(case_.decisions).toHaveLength(1)
      expect(case_.documents).toHaveLength(50)
    })
  })
}

const isEmbedded = async (place: string) => (await connect(place)).kind === 'embedded'
