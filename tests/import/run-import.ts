/**
 * A process of its own that runs imports until they are done, or until it is killed.
 *
 *   node --import tsx tests/import/run-import.ts <place> [case] [how many reports]
 *
 * With a case it hands in reports first, and says `taken`; it says `read N` as it goes, and
 * `finished`.
 */
import { startEngine } from '@/lib/import/engine'
import { openImports } from '@/lib/import/imports'
import { startReaders } from '@/lib/import/readers'
import { openStore } from '@/lib/store/store'
import { fileSource, makeReports } from './make-reports'

const say = (line: string) => process.stdout.write(`${line}\n`)

async function runImport(place: string, caseId: string, count: number): Promise<void> {
  const imports = openImports(place)
  const engine = startEngine(place, {
    readers: startReaders({ threads: 1 }),
    onError: (error) => say(String(error)),
  })
  if (count > 0) {
    const id = await imports.begin(caseId, { addedAt: '2026-01-01T00:00:00.000Z' })
    await imports.add(id, makeReports(count).map(fileSource))
    await imports.seal(id)
    say('taken')
  }
  let over = false
  void engine.whenIdle().then(() => {
    over = true
  })
  while (!over) {
    const all = await imports.list(caseId)
    const left = all.reduce((sum, { counts }) => sum + counts.waiting + counts.running, 0)
    say(`read ${all.reduce((sum, { total }) => sum + total, 0) - left}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  say('finished')
  await engine.stop()
  await openStore(place).close()
}

await runImport(process.argv[2]!, process.argv[3] ?? '', Number(process.argv[4] ?? 0))
