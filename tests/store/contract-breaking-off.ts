/** What is kept or gone back to in several steps, and comes to grief after any of them. */
import { getTableConfig } from 'drizzle-orm/pg-core'
import { expect, it } from 'vitest'
import { joinAgain } from '@/lib/pipeline'
import type { Case } from '@/lib/schema'
import { connect } from '@/lib/store/connect'
import { caseTables } from '@/lib/store/keep-case'
import type { Given } from './given'
import { empty, first, read, second } from './two-readings'

const change = (case_: Case) => joinAgain(case_, [second])

export function describeBreakingOff(given: Given): void {
  /**
   * The database fails from its transaction `number` on; or it does that one, and its answer is lost.
   * @returns whether the work never came so far
   */
  const breakOff = async (number: number, isDone: boolean, work: () => Promise<unknown>) => {
    const database = await connect(given.place)
    const { transaction } = database
    let count = 0
    database.transaction = async (...question) => {
      const isLost = ++count === number
      if (!isLost && (isDone || count < number)) return transaction(...question)
      if (isDone) await transaction(...question)
      throw new Error('broken off')
    }
    try {
      await work().catch((error) => expect(String(error)).toContain('broken off'))
    } finally {
      database.transaction = transaction
    }
    return count < number
  }

  /** Tables with rows of no case. */
  const listLitter = async () => {
    const database = await connect(given.place)
    const litter: string[] = []
    for (const name of caseTables.map((table) => getTableConfig(table).name)) {
      const rows = await database.query(
        `select from throughline.${name}
        where case_key not in (select key from throughline.cases) limit 1`,
      )
      if (rows.length > 0) litter.push(name)
    }
    return litter
  }

  it('leaves a case as it was or as it was to be, and what it left beside it is swept up', async () => {
    const { store } = given
    const extracted = read(first)
    await store.saveCase(extracted)
    await store.decide(empty.id, { kind: 'accept', claim: extracted.claims[0]!.id })
    const before = await store.readCase(empty.id)
    const after = change(before)
    const keep = () => store.changeKeeping(empty.id, change)
    let steps = 0
    while (!(await breakOff(steps + 1, false, keep))) {
      expect(await store.readCase(empty.id)).toEqual(before)
      expect(await store.listEarlier(empty.id)).toEqual([])
      steps++
    }
    expect(steps).toBeGreaterThan(5)
    expect(await store.readCase(empty.id)).toEqual(after)
    const [kept, ...others] = await store.listEarlier(empty.id)
    expect(others).toEqual([])

    const goBack = () => store.putBack(empty.id, kept!.keptAt)
    let stepsBack = 0
    while (!(await breakOff(stepsBack + 1, false, goBack))) {
      expect(await store.readCase(empty.id)).toEqual(after)
      expect(await store.listEarlier(empty.id)).toEqual([kept])
      stepsBack++
    }
    expect(await store.readCase(empty.id)).toEqual(before)
    await store.purgeCase(kept!.id)

    // What was done without the program's knowing is not taken for litter.
    await breakOff(steps, true, keep)
    expect(await store.readCase(empty.id)).toEqual(after)
    const [again] = await store.listEarlier(empty.id)
    await breakOff(stepsBack, true, () => store.putBack(empty.id, again!.keptAt))
    expect(await store.readCase(empty.id)).toEqual(before)

    expect(await listLitter()).not.toEqual([])
    const database = await connect(given.place)
    await database.query("update throughline.drafts set touched_at = now() - interval '1 hour'")
    await store.close()
    expect(await store.readCase(empty.id)).toEqual(before)
    expect(await listLitter()).toEqual([])
    await store.changeKeeping(empty.id, change)
    expect(await store.readCase(empty.id)).toEqual(after)
    expect(await listLitter()).toEqual([])
  })
}
