/** What was taken out of a case and is handed in again. */
import { expect, it } from 'vitest'
import { replay } from '@/lib/decisions/replay'
import { revert } from '@/lib/decisions/undo'
import { openStore } from '@/lib/store/store'
import type { Given } from './given'
import { fileSource, makeReports } from './make-reports'
import { startSite } from './sources'

export function describeTakenOut(given: Given): void {
  it('stays out and is named; a page that changed since joins, and that is said', async () => {
    const site = await startSite()
    const link = site.link('/story')
    const [one, two] = makeReports(2)
    const store = openStore(given.place)
    const handAllIn = async (story: string) => {
      site.pages.set('/story', story)
      const page = { source: 'link' as const, name: link, link }
      const id = await given.handIn([fileSource(one!), fileSource(two!), page])
      await given.runAll()
      return id
    }
    try {
      const first = await handAllIn('Ada Lind met Ben Ost in Oslo. Cora Dahl advised Ben Ost.')
      const caseId = (await given.imports.progress(first)).case
      const { documents } = await store.readCase(caseId)
      const [report, , older] = documents
      await store.decide(caseId, { kind: 'remove', document: report!.id })
      const out = await store.decide(caseId, { kind: 'remove', document: older!.id })

      const second = await handAllIn('Ada Lind met Ben Ost in Bergen, said both of them.')
      const { counts } = await given.imports.progress(second)
      expect(counts).toMatchObject({ 'taken out': 1, known: 1, done: 1 })
      expect(await given.imports.troubles(second)).toMatchObject([
        {
          name: one!.name,
          state: 'taken out',
          reason: `“${report!.title}” was taken out of the case. It can be brought back in the case’s history.`,
          canRetry: false,
        },
        { name: link, state: 'done', reason: expect.stringMatching(/^This joined the case; an/) },
      ])
      const shown = await store.readShown(caseId)
      const newer = (await store.readCase(caseId)).documents[3]!
      expect(shown.documents.map(({ id }) => id)).toEqual([documents[1]!.id, newer.id])
      expect(shown.entities.map(({ name }) => name)).not.toContain('Cora Dahl')
      expect(shown).toEqual(replay(await store.readCase(caseId)).case)

      // Brought back, it is the older version of the page, on which nothing rests.
      await store.decide(caseId, revert(out!.id))
      const back = await store.readShown(caseId)
      expect(back.documents[1]).toMatchObject({ id: older!.id, replacedBy: newer.id })
      const grounds = back.claims.flatMap(({ evidence }) => evidence.map((one) => one.document))
      expect(grounds).not.toContain(older!.id)
    } finally {
      site.stop()
    }
  })
}
