/** Reports that are read again by another extractor: decisions find what they were made of. */
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { serializeCase } from '@/lib/case-file'
import type { DecisionContent } from '@/lib/decisions/decision'
import { replay } from '@/lib/decisions/replay'
import { joinAgain } from '@/lib/pipeline'
import type { Case, Claim, Decision } from '@/lib/schema'
import { exampleCase } from './example-case'
import type { Given } from './given'
import { empty, first, read, second } from './two-readings'

const judge = ({ id, evidence }: Claim): DecisionContent => ({
  kind: 'accept',
  claim: id,
  evidence: evidence.map(({ document, start, end, stance }) => ({ document, start, end, stance })),
})

export function describeReadAgain(given: Given): void {
  it('keeps what reads as before under its decisions, and shows those whose ground is gone', async () => {
    const extracted = read(first)
    const [ada, falk, brand] = ['Ada Lind', 'Falk', 'Cy Brand'].map(
      (name) => extracted.entities.find((entity) => entity.name === name)!.id,
    ) as [string, string, string]
    const claim = (relation: string) => extracted.claims.find((one) => one.relation === relation)!
    await given.store.saveCase(extracted)
    const decide = (content: DecisionContent) => given.store.decide(empty.id, content)
    for (const relation of ['met', 'advised', 'pressured', 'backed', 'authored']) {
      await decide(judge(claim(relation)))
    }
    await decide({ kind: 'rename', entity: falk, name: 'B. Falk' })
    await decide({ kind: 'merge', into: ada, entities: [brand] })
    await decide({ kind: 'edit', claim: claim('advised').id, change: { to: ada } })
    const log = await given.store.readLog(empty.id)

    await given.store.changeCase(empty.id, (before) => joinAgain(before, [second]))
    const stored = await given.store.readCase(empty.id)
    expect(stored.decisions).toEqual(log)
    expect(stored.documents).toEqual(extracted.documents)
    const { case: shown, lost } = replay(stored)
    expect(await given.store.readShown(empty.id)).toEqual(shown)
    const place = ({ id }: Decision) => log.findIndex((decision) => decision.id === id)
    expect(lost.map(({ decision, reason }) => [place(decision), reason])).toEqual([
      [1, 'The relation is not there any more.'],
      [2, 'What it rests on is read otherwise now.'],
      [3, 'The relation is not there any more.'],
      [7, 'The relation is not there any more.'],
    ])
    expect(shown.entities.find(({ id }) => id === falk)).toMatchObject({
      name: 'B. Falk',
      aliases: ['Bo Falk'],
    })
    const reviews = shown.claims.map(({ relation, from, to, review }) => [
      relation,
      from,
      to,
      review,
    ])
    expect(reviews).toEqual(
      expect.arrayContaining([
        ['met', ada, falk, 'accepted'],
        ['spoke', falk, ada, 'open'],
        ['authored', ada, expect.any(String), 'accepted'],
      ]),
    )

    // The older extractor comes back: so does all that was decided.
    await given.store.changeCase(empty.id, (before) => joinAgain(before, [first]))
    const back = await given.store.readCase(empty.id)
    expect(serializeCase({ ...back, decisions: [] })).toBe(serializeCase(extracted))
    expect(await given.store.readShown(empty.id)).toEqual(
      replay({ ...extracted, decisions: log }).case,
    )
  })

  it('is as if it had been read so at first', async () => {
    await given.store.saveCase(read(first))
    const again = await given.store.changeCase(empty.id, (case_) => joinAgain(case_, [second]))
    const claimIds = (case_: Case) =>
      case_.claims.map(({ relation, evidence }) => [relation, evidence])
    expect(claimIds(again)).toEqual(claimIds(read(second)))
    expect(again.entities.map(({ name }) => name)).toEqual(
      read(second).entities.map(({ name }) => name),
    )
    expect(joinAgain(again, [second])).toEqual(again)
  })

  it('leaves alone what others found in a report, and reports of no such case', async () => {
    const byHand = exampleCase()
    const claims = byHand.claims.map((claim) => ({
      ...claim,
      evidence: claim.evidence.map((piece) => ({ ...piece, origin: 'human' as const })),
    }))
    await given.store.saveCase({ ...byHand, claims })
    const [document] = byHand.documents
    const {
      documents,
      entities,
      claims: left,
    } = await given.store.changeCase(byHand.id, (case_) =>
      joinAgain(case_, [{ ...second, input: { ...second.input, text: document!.text } }, second]),
    )
    expect([documents, entities, left]).toEqual([byHand.documents, byHand.entities, claims])
  })

  it('leaves what people added, and a case without reports', async () => {
    const extracted = read(first)
    const falk = extracted.entities.find(({ name }) => name === 'Falk')!.id
    await given.store.saveCase(extracted)
    const board = { id: 'board', kind: 'organization', name: 'The board', aliases: [] } as const
    const { relation: _, evidence, ...met } = extracted.claims[0]!
    const added: Claim = {
      ...met,
      id: 'by-hand',
      relation: 'advised',
      from: falk,
      to: 'board',
      evidence: evidence.map((piece) => ({ ...piece, origin: 'human' })),
    }
    await given.store.decide(empty.id, { kind: 'add', entity: { ...board, aliases: [] } })
    await given.store.decide(empty.id, { kind: 'add', claim: added })
    await given.store.changeCase(empty.id, (before) => joinAgain(before, [second]), { keep: true })
    const stored = await given.store.readCase(empty.id)
    expect(replay(stored).lost).toEqual([])
    const shown = await given.store.readShown(empty.id)
    expect(shown.entities).toContainEqual(board)
    expect(shown.claims).toContainEqual(added)
    expect(shown.entities.find(({ id }) => id === falk)).toMatchObject({ name: 'Bo Falk' })

    const byHand = { ...empty, id: 'by-hand', entities: [{ ...board, aliases: [] }] }
    await given.store.saveCase(byHand)
    await given.store.changeCase(byHand.id, (before) => joinAgain(before, [second]), { keep: true })
    expect(await given.store.readCase(byHand.id)).toEqual(byHand)
    expect(await given.store.listEarlier(byHand.id)).toEqual([])
  })

  it('keeps what a case was, to go back to and forth under all decisions', async () => {
    const { store } = given
    const extracted = read(first)
    const met = extracted.claims.find(({ relation }) => relation === 'met')!
    const extractedNow = async () =>
      serializeCase({ ...(await store.readCase(empty.id)), decisions: [] })
    await store.saveCase(extracted)
    await store.decide(empty.id, judge(met))
    await store.changeCase(empty.id, (before) => joinAgain(before, [second]), { keep: true })
    await store.changeCase(empty.id, (before) => joinAgain(before, [second]), { keep: true })
    const newer = await extractedNow()
    await store.decide(empty.id, { kind: 'rename', entity: met.from, name: 'A. Lind' })
    const log = await store.readLog(empty.id)

    const [kept, ...others] = await store.listEarlier(empty.id)
    expect(others).toEqual([])
    expect(kept!.title).toMatch(/^The letter, as read until \d+ \w+ \d{4}/)
    expect(await store.listDeletedCases()).toMatchObject([{ id: kept!.id, claims: 5 }])
    expect(await store.backUp(join(given.folder, 'all.backup'))).toBe(2)
    for (const { already } of await store.restoreBackup(join(given.folder, 'all.backup'))) {
      expect(already).toBe(true)
    }

    await store.putBack(empty.id, kept!.keptAt)
    expect(await extractedNow()).toBe(serializeCase(extracted))
    expect(await store.readLog(empty.id)).toEqual(log)
    const shown = await store.readShown(empty.id)
    expect(shown).toEqual(replay({ ...extracted, decisions: log }).case)
    expect(shown.entities.find(({ id }) => id === met.from)).toMatchObject({ name: 'A. Lind' })

    const [newest, ...rest] = await store.listEarlier(empty.id)
    expect(rest).toEqual([])
    await store.putBack(empty.id, newest!.keptAt)
    expect(await extractedNow()).toBe(newer)
    expect(await store.readLog(empty.id)).toEqual(log)

    const [last] = await store.listEarlier(empty.id)
    const beside = await store.restoreCase(last!.id, last!.keptAt)
    expect(await store.readCase(beside)).toEqual({
      ...extracted,
      id: beside,
      title: last!.title,
      decisions: log,
    })
    expect(await store.listEarlier(empty.id)).toEqual([])
  })

  it('does not go back over reports that came since, nor to what is not kept', async () => {
    const { store } = given
    await store.saveCase(read(first))
    await store.changeCase(empty.id, (before) => joinAgain(before, [second]), { keep: true })
    const [kept] = await store.listEarlier(empty.id)
    const [later] = exampleCase().documents
    await store.changeCase(empty.id, ({ documents, ...rest }: Case) => ({
      ...rest,
      documents: [...documents, later!],
    }))
    const before = await store.readCase(empty.id)
    await expect(store.putBack(empty.id, kept!.keptAt)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining(`Restore “${kept!.title}” among the deleted cases`),
    })
    expect(await store.readCase(empty.id)).toEqual(before)
    expect(await store.listEarlier(empty.id)).toEqual([kept])
    for (const [id, keptAt] of [
      ['nobody', kept!.keptAt],
      [empty.id, '2026-01-01T00:00:00.000Z'],
    ] as const) {
      await expect(store.putBack(id, keptAt)).rejects.toMatchObject({ code: 'not_found' })
    }
    await expect(store.listEarlier('nobody')).rejects.toMatchObject({ code: 'not_found' })
  })

  it('leaves a report that was taken out where it is, and brings it back as it reads by then', async () => {
    const { store } = given
    const extracted = read(first)
    await store.saveCase(extracted)
    const [report] = extracted.documents
    const taken = await store.decide(empty.id, { kind: 'remove', document: report!.id })
    await store.changeCase(empty.id, (before) => joinAgain(before, [second]), { keep: true })
    const [kept] = await store.listEarlier(empty.id)
    expect(await store.readShown(empty.id)).toMatchObject({ documents: [], claims: [] })
    const putBack = async () => (await store.putBack(empty.id, kept!.keptAt)).claims
    const relationsOf = (claims: Claim[]) => claims.map(({ relation }) => relation)
    const bringBack = { kind: 'remove', decision: taken!.id } as const
    await store.decide(empty.id, bringBack)
    expect(relationsOf((await store.readShown(empty.id)).claims)).toEqual(
      relationsOf(read(second).claims),
    )
    expect(await putBack()).toEqual(extracted.claims)
    expect((await store.readShown(empty.id)).claims).toEqual(extracted.claims)
  })
}
