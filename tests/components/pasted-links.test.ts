import { describe, expect, it } from 'vitest'
import { pastedLinks } from '@/components/add-documents/source'

describe('what is pasted', () => {
  it('is links, one a line, each once', () => {
    expect(pastedLinks('https://a.org/x\n\n  http://b.org \nhttps://a.org/x\nwww.c.org/y')).toEqual(
      {
        links: ['https://a.org/x', 'http://b.org', 'https://www.c.org/y'],
        others: [],
      },
    )
  })

  it('is links still when a line among them is none; that line is named', () => {
    expect(pastedLinks('https://a.org/x\nhttps://b.org/y\nnot a link')?.others).toEqual([
      'not a link',
    ])
  })

  it('is a text when it only holds links, or none', () => {
    expect(pastedLinks('See https://a.org/x for more.')).toBeUndefined()
    expect(pastedLinks('A headline\nA line below it\nhttps://a.org/x')).toBeUndefined()
    expect(pastedLinks(`https://a.org/x\n${'A long paragraph. '.repeat(20)}`)).toBeUndefined()
    expect(pastedLinks('')).toBeUndefined()
  })
})
