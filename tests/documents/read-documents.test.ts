import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { serializeCase } from '../../lib/case-file'
import { makeDocument } from '../../lib/documents/document-input'
import { readDocuments } from '../../lib/documents/read-documents'
import { fileLimit } from '../../lib/limits'
import { makeDocx } from './make-files'
import { bytesOf, readOne, refusal } from './read-one'

describe('plain text', () => {
  it('is kept as it is, line ends and all', async () => {
    const text = 'Minister meets envoy\r\n\r\nThe two met in Oslo.\r\n'
    const input = await readOne(text, 'a.txt')
    expect(input.text).toBe(text)
    expect(input.title).toBe('Minister meets envoy')
  })

  it('any text comes back unchanged from UTF-8', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1 }), async (text) => {
        fc.pre(/\S/.test(text) && !/[\p{Cc}\ufeff\ufffd]/u.test(text) && !/^\s*</.test(text))
        fc.pre(!/%PDF-|^PK|^\{\\rtf/.test(text))
        expect((await readOne(text, 'a.txt')).text).toBe(text)
      }),
    )
  })

  it('takes its title from a headline, else from the opening words', async () => {
    const long =
      'The minister met the envoy in Oslo on Tuesday, after weeks of talks about talks that had led nowhere at all.'
    expect((await readOne(`${long}\nMore.`, 'a.txt')).title).toBe(
      'The minister met the envoy in Oslo on Tuesday, after weeks of talks about talks…',
    )
    expect((await readOne('They met.', 'a.txt')).title).toBe('They met.')
    for (const end of ['\n', '\r\n', '\r'])
      expect((await readOne(`Talks in Oslo${end}They met.`, 'a.txt')).title).toBe('Talks in Oslo')
  })

  it.each<[string, Uint8Array]>([
    ['UTF-8 with a mark', Buffer.from('\ufeffZelenskyy’s “plan”', 'utf8')],
    ['UTF-16 LE with a mark', Buffer.from('\ufeffZelenskyy’s “plan”', 'utf16le')],
    ['UTF-16 BE with a mark', Buffer.from('\ufeffZelenskyy’s “plan”', 'utf16le').swap16()],
    ['UTF-16 LE without one', Buffer.from('Zelenskyy’s “plan”', 'utf16le')],
    ['UTF-16 BE without one', Buffer.from('Zelenskyy’s “plan”', 'utf16le').swap16()],
    ['Windows-1252', Buffer.from('Zelenskyy\x92s \x93plan\x94', 'latin1')],
  ])('reads %s', async (_, bytes) => {
    expect((await readOne(bytes, 'a.txt')).text).toBe('Zelenskyy’s “plan”')
  })

  it.each<[string, number[]]>([
    // "Отчёт о встрече" and "会議の報告"
    [
      'Windows-1251',
      [0xce, 0xf2, 0xf7, 0xb8, 0xf2, 32, 0xee, 32, 0xe2, 0xf1, 0xf2, 0xf0, 0xe5, 0xf7, 0xe5],
    ],
    [
      'KOI8-R',
      [0xef, 0xd4, 0xde, 0xa3, 0xd4, 32, 0xcf, 32, 0xd7, 0xd3, 0xd4, 0xd2, 0xc5, 0xde, 0xc5],
    ],
    ['Shift-JIS', [0x89, 0xef, 0x8b, 0x63, 0x82, 0xcc, 0x95, 0xf1, 0x8d, 0x90]],
  ])('says what to do about %s, rather than to read it as Western', async (_, bytes) => {
    const { message } = await refusal(Uint8Array.from([...bytes, 10, ...bytes]), 'отчёт.txt')
    expect(message).toMatch(/^“отчёт.txt”: The text is in an old encoding .* Save it as UTF-8/)
  })

  it('reads Western text with rules and with accents side by side', async () => {
    const text =
      'TÉLÉ\n\x97\x97\x97\x97\x97\x97\x97\x97\xa0\xa0\xa0\xa0\nCréée à \x93Évreux\x94\x85'
    const { text: read } = await readOne(Buffer.from(text, 'latin1'), 'a.txt')
    expect(read).toContain('Créée à “Évreux”…')
  })
})

describe('Markdown', () => {
  it('loses its marks and keeps its words', async () => {
    const input = await readOne(
      '---\ntitle: "Talks in Oslo"\ndate: 2025-11-27\nurl: https://example.org/a\n---\n# Talks\n\nThe **minister** met [the envoy](https://example.org/envoy) in\nOslo.\n\n- one\n- two\n',
      'a.md',
    )
    expect(input).toEqual({
      title: 'Talks in Oslo',
      text: 'Talks\n\nThe minister met the envoy in Oslo.\n\none\ntwo',
      url: 'https://example.org/a',
      publishedAt: '2025-11-27',
      language: 'en',
    })
  })
})

const paragraphs = [
  'The minister met the envoy in Oslo on Tuesday, two officials said, and the talks went on into the night without any result that either side would speak of.',
  'A draft was handed over at the end. The envoy’s office declined to comment on what was in it, and the ministry would say only that the talks had been frank.',
  'Earlier drafts had been turned down in both capitals, where lawmakers said that they went too far, while others said they did not go far enough.',
]
const page = `<!doctype html><html lang="en-GB"><head><title>Talks in Oslo end – The Example</title>
<meta property="og:site_name" content="The Example"><meta property="og:title" content="Talks in Oslo end without result">
<meta property="article:published_time" content="2025-11-26T08:30:00+01:00"><link rel="canonical" href="https://www.example.org/talks">
<script>var junk = "Ignore me"</script></head><body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Talks in Oslo end without result</h1><p>${paragraphs[0]}</p><figure><img src="a.jpg"><figcaption>The ferry quay at dawn</figcaption></figure>
<p>${paragraphs[1]}</p><aside><p>Read more: flood claims lives</p></aside><p>${paragraphs[2]!.replace('both', '<b>both</b>')}</p></article>
<footer><p>Copyright The Example. All rights reserved. Cookie settings.</p></footer></body></html>`

describe('HTML', () => {
  it('gives all the text of a page that is too large for its article to be found', async () => {
    const { text } = await readOne('They met.<br>'.repeat(60_000), 'a.html')
    expect(text).toBe('They met.\n'.repeat(60_000).trimEnd())
  })

  it('gives the report without what stands around it', async () => {
    const input = await readOne(page, 'talks.html')
    expect(input).toMatchObject({
      title: 'Talks in Oslo end without result',
      publisher: 'The Example',
      publishedAt: '2025-11-26T08:30:00+01:00',
      url: 'https://www.example.org/talks',
      language: 'en-GB',
    })
    expect(input.text.replace(/^Talks in Oslo end without result\n\n/, '')).toBe(
      paragraphs.join('\n\n'),
    )
  })

  it('is recognised without its ending, and read in the encoding its head names', async () => {
    const latin = Buffer.from(
      '<html><head><meta charset="iso-8859-1"><title>Gespräch</title></head><body><p>Müller traf Søren.</p></body></html>',
      'latin1',
    )
    expect((await readOne(latin, 'page')).text).toContain('Müller traf Søren.')
  })

  it('shows markup of the page never as markup of ours', async () => {
    const input = await readOne(
      '<html><body><p>He wrote &lt;script&gt;alert(1)&lt;/script&gt; to her.</p><script>alert(2)</script></body></html>',
      'a.html',
    )
    expect(input.text).toBe('He wrote <script>alert(1)</script> to her.')
  })
})

describe('Word', () => {
  it('gives its paragraphs', async () => {
    const input = await readOne(
      makeDocx(['Talks in Oslo', 'Müller & Søren met <there>.']),
      'a.docx',
    )
    expect(input).toMatchObject({
      title: 'Talks in Oslo',
      text: 'Talks in Oslo\n\nMüller & Søren met <there>.',
    })
  })

  it('is not unpacked beyond what a report can have, nor beyond what it says it has', async () => {
    const file = Buffer.from(makeDocx(['They met. '.repeat(1000)]))
    const claim = (most: number) => {
      const altered = Buffer.from(file)
      const name = Buffer.from('word/document.xml')
      // The unpacked size stands in the archive's list, 22 bytes before the name.
      altered.writeUInt32LE(most, altered.lastIndexOf(name) - 22)
      return altered
    }
    expect((await refusal(claim(300 * 2 ** 20), 'a.docx')).message).toMatch(/over 200 MB/)
    expect((await refusal(claim(500), 'a.docx')).message).toMatch(/damaged/)
  })
})

describe('JSON', () => {
  it('reads one report, a list, and the documents of a case', async () => {
    const report = { title: 'Talks', text: 'They met.', publishedAt: '2025-11-27', author: 'N.' }
    const kept = { title: 'Talks', text: 'They met.', publishedAt: '2025-11-27', language: 'en' }
    expect(await readDocuments(bytesOf(JSON.stringify(report)), 'a.json')).toEqual([kept])
    const list = JSON.stringify([report, { text: 'They met again.' }])
    expect(await readDocuments(bytesOf(list), 'a.json')).toEqual([
      kept,
      { title: 'They met again.', text: 'They met again.', language: 'en' },
    ])
    const document = makeDocument(
      { title: 'Talks', text: 'They met.', language: 'en' },
      '2025-01-01',
    )
    const case_ = serializeCase({
      version: 1,
      id: 'c',
      title: 'C',
      documents: [document],
      entities: [],
      mentions: [],
      claims: [],
      decisions: [],
    })
    expect(await readDocuments(bytesOf(case_), 'c.json')).toEqual([
      { title: 'Talks', text: 'They met.', language: 'en' },
    ])
  })

  it.each([
    ['no JSON', '{"text": ', /not JSON/],
    ['no text', '[{"title": "Talks"}]', /0\.text/],
    ['a number', '7', /holds no reports/],
  ])('refuses %s', async (_, content, says) => {
    const error = await refusal(content, 'a.json')
    expect(`${error.message} ${error.problems[0]!.path}`).toMatch(says)
  })
})

describe('what is no report', () => {
  it.each<[string, string | Uint8Array, string, RegExp]>([
    ['an empty file', '', 'a.txt', /has no text/],
    ['white space', ' \n\t\n', 'a.txt', /has no text/],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'a.png', /not a text/],
    [
      'a picture called .txt',
      Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      'a.txt',
      /not a text/,
    ],
    ['an old Word file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'a.doc', /Save it as \.docx/],
    [
      'a Word file with a password',
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(2000),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      'a.docx',
      /protected by a password/,
    ],
    ['rich text', '{\\rtf1 They met.}', 'a.rtf', /RTF/],
    ['a .pdf that is none', 'They met.', 'a.pdf', /not what its ending/],
    ['a .docx that is none', 'They met.', 'a.docx', /not what its ending/],
    ['a zip called .docx', Buffer.from('504b0304', 'hex'), 'a.docx', /damaged/],
    ['a file too large', new Uint8Array(fileLimit + 1), 'a.txt', /at most 20\.0 MB/],
    ['one nested too deeply', `${'> '.repeat(20_000)}They met.`, 'a.md', /nested too deeply/],
    ['a page nested too deeply', `${'<b>'.repeat(1_000_000)}They met.`, 'a.html', /nested too/],
    ['a million brackets', `<p>They met.${'<'.repeat(1_000_000)}`, 'a.html', /500,000 elements/],
    ['a million classes', `<p class="${'x '.repeat(1_000_000)}">Met.`, 'a.html', /too many parts/],
    ['a text too long', 'They met. '.repeat(100_001), 'a.txt', /at most 1,000,000/],
  ])('refuses %s', async (_, content, name, says) => {
    const error = await refusal(content, name)
    expect(error.code).toBe('invalid_input')
    expect(error.message).toMatch(says)
    expect(error.message).toContain(name)
  })
})

it('gives the same text the same id and another text another', () => {
  const input = { title: 'A', text: 'They met.', language: 'en' }
  const document = makeDocument(input, '2025-01-01')
  expect(makeDocument({ ...input, title: 'B' }, '2026-01-01').id).toBe(document.id)
  expect(makeDocument({ ...input, text: 'They met!' }, '2025-01-01').id).not.toBe(document.id)
})
