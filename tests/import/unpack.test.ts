import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unpack } from '@/lib/import/unpack'
import { makeZip } from './sources'

async function list(bytes: Uint8Array, limit?: { entries: number; inflated: number }) {
  const found: { name: string; text?: string; reason?: string }[] = []
  for await (const entry of unpack(bytes, 'reports.zip', limit)) {
    if ('reason' in entry) found.push(entry)
    else if ('bytes' in entry.source) {
      const { name, bytes } = entry.source
      found.push({ name, text: new TextDecoder().decode(bytes) })
    }
  }
  return found
}

describe('unpack', () => {
  it('gives back every readable file as it was packed', async () => {
    const files = fc.dictionary(
      fc.stringMatching(/^[a-z]{1,8}$/).map((name) => `${name}.txt`),
      fc.string({ unit: 'grapheme' }),
      { maxKeys: 5, noNullPrototype: true },
    )
    await fc.assert(
      fc.asyncProperty(files, async (content) => {
        const found = await list(makeZip(content))
        expect(found).toEqual(
          Object.entries(content).map(([name, text]) => ({ name: `reports.zip/${name}`, text })),
        )
      }),
    )
  })

  it('passes over other kinds, opens no archive within, and lets no name lead out', async () => {
    const bytes = makeZip({
      '../../etc/one.txt': 'One.',
      'a\\..\\two.md': 'Two.',
      '.hidden.txt': 'No.',
      '__MACOSX/three.txt': 'No.',
      'picture.png': 'No.',
      '.git/four.txt': 'No.',
      'inner.zip': makeZip({ 'four.txt': 'Four.' }),
      'table.XLS': 'No.',
    })
    expect(await list(bytes)).toEqual([
      { name: 'reports.zip/etc/one.txt', text: 'One.' },
      { name: 'reports.zip/a/two.md', text: 'Two.' },
      { name: 'reports.zip/inner.zip', reason: expect.stringContaining('Add it by itself') },
      {
        name: 'reports.zip',
        reason:
          '“reports.zip”: 2 files are of kinds that cannot be read (.png, .xls). To add what they say, save them as .docx, .pdf or .txt.',
        passedOver: true,
      },
    ])
  })

  it('takes every name as it was meant, however long or old', async () => {
    const long = `${'folder/'.repeat(60)}report.txt`
    const turned = 'gnp.\u202etxt.txt'
    const bytes = makeZip({
      [long]: 'Long.',
      'Отчёт 🕵️‍♀️.txt': 'Both.',
      [turned]: 'Turned.',
      'M_ller.txt': 'Old.',
    })
    // "Müller" as IBM's code page writes it, in the file's head and in the list
    const raw = Buffer.from(bytes)
    for (const at of [raw.indexOf('M_ller'), raw.lastIndexOf('M_ller')]) raw[at + 1] = 0x81
    const names = (await list(raw)).map(({ name }) => name)
    expect(names).toEqual([
      expect.stringMatching(/^reports\.zip\/.{1,300}folder\/report\.txt$/),
      'reports.zip/Отчёт 🕵️‍♀️.txt',
      'reports.zip/gnp.txt.txt',
      'reports.zip/Müller.txt',
    ])
  })

  it('stops a bomb by what it inflates to, whatever it says of itself', async () => {
    const bomb = makeZip({ 'bomb.txt': new Uint8Array(21 * 2 ** 20), 'after.txt': 'After.' })
    expect(await list(bomb)).toEqual([
      { name: 'reports.zip/bomb.txt', reason: expect.stringMatching(/over 20 MB/) },
      { name: 'reports.zip/after.txt', text: 'After.' },
    ])
    const many = makeZip({ 'a.txt': new Uint8Array(600_000), 'b.txt': new Uint8Array(600_000) })
    await expect(list(many, { entries: 10, inflated: 2 ** 20 })).rejects.toThrow(/over 1 MB/)
    await expect(list(many, { entries: 1, inflated: 2 ** 20 })).rejects.toThrow(/more than 1 files/)
  })

  it('says when an archive has a password, is damaged or is none', async () => {
    const locked = makeZip({ 'a.txt': 'Secret.' })
    // The flag of a password in the list at the archive's end.
    const at = Buffer.from(locked).indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    locked[at + 8] = 1
    await expect(list(locked)).rejects.toThrow(/protected by a password.*Unpack it/)
    await expect(list(new Uint8Array(100))).rejects.toThrow(/not a \.zip archive/)
    const whole = makeZip({ 'a.txt': 'Text.' })
    await expect(list(whole.slice(20))).rejects.toThrow(/damaged/)
  })

  it('survives any bytes', async () => {
    const start = makeZip({ 'a.txt': 'Text of a report.', 'b/c.md': 'More.' })
    await fc.assert(
      fc.asyncProperty(fc.nat(start.length - 1), fc.nat(255), async (at, value) => {
        const bytes = start.slice()
        bytes[at] = value
        await list(bytes).catch((error) => expect(error.code).toBe('invalid_input'))
      }),
    )
  })
})
