import { describe, expect, it } from 'vitest'
import type { Document } from '@/lib/schema'
import { findVersions } from '@/lib/view/versions'

/** `a>b` is a report that b took the place of. */
const reports = (...lines: string[]): Document[] =>
  lines.map((line) => {
    const [id, replacedBy] = line.split('>')
    return {
      id: id!,
      title: `Report ${id}`,
      addedAt: '2025-11-27T00:00:00Z',
      language: 'en',
      text: id!,
      sha256: '0'.repeat(64),
      ...(replacedBy && { replacedBy }),
    }
  })

const versionsOf = (id: string, ...lines: string[]) => {
  const { latest, older } = findVersions(reports(...lines), id)
  return [latest?.id, older.map((version) => version.id)]
}

describe('versions of a page', () => {
  it('lead from each to the latest, and back to all before', () => {
    const pages = ['a>b', 'b>c', 'c', 'other']
    expect(versionsOf('a', ...pages)).toEqual(['c', []])
    expect(versionsOf('b', ...pages)).toEqual(['c', ['a']])
    expect(versionsOf('c', ...pages)).toEqual([undefined, ['b', 'a']])
    expect(versionsOf('other', ...pages)).toEqual([undefined, []])
  })

  it('end where a report is not there, and in a circle', () => {
    expect(versionsOf('a', 'a>gone')).toEqual([undefined, []])
    expect(versionsOf('a', 'a>b', 'b>a')).toEqual(['b', ['b']])
  })
})
