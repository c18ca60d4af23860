import type { Command } from 'commander'
import { serializeCase } from '../../case-file'
import { AppError } from '../../errors'
import { openStore, type Store } from '../../store/store'
import { count } from '../../view/words'
import { printJson } from '../json-claim'
import { loadCase } from '../load-case'
import { askApp, findRunningApp } from '../running-app'
import { bold } from '../wrap'

/** What a change is called when it is done, and the case it was done to. */
type Done = { id: string; done: string }

export function addCases(program: Command): void {
  const command = program
    .command('cases')
    .summary('the stored cases: lists, makes, renames, copies, deletes them')
    .description(
      'Lists the stored cases. They are kept in .throughline where you are, in the folder that THROUGHLINE_DATA names, or in the database that DATABASE_URL names. A case is saved as a file by: throughline export CASE --format json -o FILE',
    )
    .option('--deleted', 'those that were deleted and can be brought back')
    .option('--json', 'the list as JSON')
    .action(list)

  const add = (
    usage: string,
    summary: string,
    work: (store: Store, ...given: string[]) => Promise<Done>,
  ) =>
    command
      .command(usage)
      .summary(summary)
      .description(summary)
      .option('--json', 'what was done as JSON')
      .action(async (...given: [...string[], { json?: true }, Command]) => {
        const { json } = given.at(-2) as { json?: true }
        const words = given.slice(0, -2).filter((word) => typeof word === 'string')
        const { id, done } = await work(openStore(), ...words)
        if (json || command.opts().json) printJson({ id })
        else console.log(done)
      })

  add('new <TITLE>', 'makes an empty case', async (store, title) => {
    const id = await store.createCase(title!)
    return { id, done: `Made: ${id}` }
  })
  add('add <CASE>', 'takes in a case file, under a free id', async (store, name) => {
    const id = await store.openCaseFile(serializeCase(await loadCase(name!)))
    return { id, done: `Taken in: ${id}` }
  })
  add('rename <ID> <TITLE>', 'gives a case another title', async (store, id, title) => {
    await store.renameCase(id!, title!)
    return { id: id!, done: `${id} is now “${title}”` }
  })
  add('copy <ID> [TITLE]', 'makes a second case of the same content', async (store, of, title) => {
    const id = await store.duplicateCase(of!, title)
    return { id, done: `Copied: ${id}` }
  })
  add('delete <ID>', 'puts a case away; restore brings it back', async (store, id) => {
    await requireCase(store, id!)
    await store.removeCase(id!)
    return { id: id!, done: `Deleted: ${id}. To have it back: throughline cases restore ${id}` }
  })
  add('restore <ID>', 'brings back a case that was deleted', async (store, id) => {
    const back = await store.restoreCase(id!)
    return { id: back, done: `Back: ${back}` }
  })
  add('purge <ID>', 'removes a deleted case for ever', async (store, id) => {
    const deleted = await store.listDeletedCases()
    if (!deleted.some((case_) => case_.id === id)) {
      throw new AppError('not_found', `No deleted case has the id "${id}". Delete it first.`)
    }
    await store.purgeCase(id!)
    return { id: id!, done: `Removed for ever: ${id}` }
  })
}

async function requireCase(store: Store, id: string): Promise<void> {
  const cases = await store.listCases()
  if (cases.some((case_) => case_.id === id)) return
  const known = cases.map((case_) => case_.id).join(', ') || 'none'
  throw new AppError('not_found', `There is no case "${id}". Stored: ${known}.`)
}

type Listed = { id: string; title: string; documents: number; entities: number; claims: number } & {
  changedAt?: string
}

async function list(flags: { json?: true; deleted?: true }): Promise<void> {
  const cases = flags.deleted ? await listDeleted() : await listCases()
  if (flags.json) {
    printJson({ cases })
    return
  }
  if (cases.length === 0) {
    console.log(
      flags.deleted
        ? 'No case was deleted.'
        : 'No cases yet. To make one: throughline cases new TITLE',
    )
    return
  }
  for (const { id, title, documents, entities, claims, changedAt } of cases) {
    console.log(bold(title))
    console.log(
      [
        `  ${id}`,
        count(documents, 'document'),
        count(entities, 'entity', 'entities'),
        count(claims, 'claim'),
        ...(changedAt ? [`changed ${changedAt.slice(0, 10)}`] : []),
      ].join(' · '),
    )
  }
}

async function listDeleted(): Promise<Listed[]> {
  const store = openStore()
  return (await store.isNew()) ? [] : store.listDeletedCases()
}

/** The running app has the folder open, and is asked. */
async function listCases(): Promise<Listed[]> {
  const app = await findRunningApp()
  if (app === undefined) {
    const store = openStore()
    return (await store.isNew()) ? [] : store.listCases()
  }
  return (JSON.parse(await askApp(app, 'api/cases')) as { cases: Listed[] }).cases
}
