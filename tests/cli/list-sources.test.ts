import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { listSources } from '@/lib/cli/list-sources'

const folder = mkdtempSync(join(tmpdir(), 'throughline-list-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('takes of a folder what can be read, and names the rest, hidden files aside', async () => {
  const files = ['b/отчёт.txt', 'a.MD', 'c.zip', 'table.xls', '.git/notes.txt', '~$a.docx', '.x.md']
  for (const path of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), 'Text.')
  }
  const listed: string[] = []
  for await (const source of listSources([folder]))
    listed.push('reason' in source ? source.reason : source.name)
  expect(listed).toEqual([
    `“${folder}”: 1 file is of a kind that cannot be read (.xls). To add what they say, save them as .docx, .pdf or .txt.`,
    'a.MD',
    'b/отчёт.txt',
    'c.zip',
  ])
})
