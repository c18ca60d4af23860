/** Documents that a process was given ahead of their turn. */
import { expect, it } from 'vitest'
import { startEngine } from '@/lib/import/engine'
import { exchange, type Task } from '@/lib/import/exchange'
import { startReaders } from '@/lib/import/readers'
import { recoverDocuments } from '@/lib/import/recover'
import { serveQueue } from '@/lib/import/serve-queue'
import { connect } from '@/lib/store/connect'
import type { Database } from '@/lib/store/database'
import { type Given, hurry, readOf, until } from './given'
import { fileSource, makeReport, makeReports } from './make-reports'

export function describeHeld(given: Given): void {
  it('begins nothing of what it holds once that is cancelled', async () => {
    const id = await given.handIn(makeReports(6).map(fileSource))
    const real = startReaders({ threads: 1 })
    const begun: string[] = []
    let goOn = () => {}
    const gate = new Promise<void>((resolve) => {
      goOn = resolve
    })
    const read: typeof real.read = async (task) => {
      begun.push('name' in task ? task.name : '')
      await gate
      return real.read(task)
    }
    const engine = startEngine(given.place, { readers: { ...real, read } })
    try {
      await until(async () => begun.length > 0)
      expect((await given.imports.progress(id)).counts.running).toBe(6)
      await given.imports.cancel(id)
      await engine.whenIdle()
      goOn()
      const later = await given.handIn([fileSource(makeReport(7))])
      await engine.whenIdle()
      expect(begun).toEqual([makeReport(0).name, makeReport(7).name])
      expect((await given.imports.progress(id)).counts).toMatchObject({ cancelled: 6 })
      expect((await given.imports.progress(later)).counts).toMatchObject({ done: 1 })
      expect(await given.imports.retry(id)).toBe(6)
      await engine.whenIdle()
      expect((await given.imports.progress(id)).counts).toMatchObject({ done: 6 })
    } finally {
      await engine.stop()
    }
  })

  it('reads what it was given though the answer was lost with the connection', async () => {
    const id = await given.handIn(makeReports(3).map(fileSource))
    const database = await connect(given.place)
    const troubles: unknown[] = []
    const losing: Database = {
      ...database,
      async transaction(work, mode) {
        const result = await database.transaction(work, mode)
        const taken = Array.isArray(result) && result[0]?.queue === 'read'
        if (taken && troubles.length === 0) throw new Error('Connection terminated')
        return result
      },
    }
    const read: string[] = []
    const work = async (task: Task) => {
      read.push(task.name)
      return { task, refused: 'Read.' }
    }
    const servant = serveQueue(
      { name: 'read', atOnce: 1, ahead: 2, work },
      {
        worker: 'one',
        open: async () => losing,
        onTrouble: (error) => troubles.push(error),
        onSuccess() {},
        isIdle: () => false,
      },
    )
    try {
      await until(async () => readOf(await given.imports.progress(id)) === 3)
    } finally {
      await servant.stop()
    }
    expect(troubles).toHaveLength(1)
    expect(read).toEqual(makeReports(3).map(({ name }) => name))
    expect((await given.imports.troubles(id)).map(({ tries }) => tries)).toEqual([1, 1, 1])
  })

  it('counts against a document only what happened while it was read, not while it was held', async () => {
    const id = await given.handIn(makeReports(4).map(fileSource))
    const database = await connect(given.place)
    const take = (worker: string, places: number, free: number) =>
      exchange(database, 'read', worker, [], { places, free })
    const die = async (worker: string) => {
      await hurry(given.place)
      await recoverDocuments(database, 'another', true)
      expect(await take(worker, 9, 0)).toEqual([])
    }
    expect(await take('first', 9, 1)).toHaveLength(4)
    await die('second')
    for (const tries of [2, 3]) {
      expect(await take('second', 9, 1)).toMatchObject([{ turn: 0, tries }])
      await die('second')
    }
    expect(
      (await given.imports.troubles(id)).map(({ state, tries }) => ({ state, tries })),
    ).toEqual([
      { state: 'set aside', tries: 3 },
      ...Array.from({ length: 3 }, () => ({ state: 'waiting', tries: 1 })),
    ])
    await given.runAll()
    expect((await given.imports.progress(id)).counts).toMatchObject({ done: 3, 'set aside': 1 })
  })
}
