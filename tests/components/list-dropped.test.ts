import { describe, expect, it } from 'vitest'
import { leftOut, listPicked } from '@/components/add-documents/list-dropped'

/** What is looked at of a file that a folder picker gives. */
const file = (path: string) => ({ name: path.split('/').at(-1)!, webkitRelativePath: path }) as File

describe('a folder that was picked', () => {
  it('is told what of it is not read, hidden files aside', () => {
    const chosen = listPicked(
      [
        'leak/b.txt',
        'leak/a.MARKDOWN',
        'leak/old/all.zip',
        'leak/photo.jpg',
        'leak/old/table.XLS',
        'leak/.DS_Store',
        'leak/.git/notes.txt',
        'leak/~$minutes.docx',
      ].map(file),
    )
    expect(chosen.files.map(({ path }) => path)).toEqual([
      'leak/a.MARKDOWN',
      'leak/b.txt',
      'leak/old/all.zip',
    ])
    expect(leftOut(chosen)).toEqual([
      {
        name: 'leak',
        reason:
          '“leak”: 2 files are of kinds that cannot be read (.jpg, .xls). To add what they say, save them as .docx, .pdf or .txt.',
        passedOver: true,
      },
    ])
  })

  it('is told how many are too many', () => {
    const many = Array.from({ length: 20_003 }, (_, n) => file(`leak/${n}.txt`))
    const chosen = listPicked(many)
    expect(chosen.files).toHaveLength(20_000)
    expect(leftOut(chosen).map(({ reason }) => reason)).toEqual([
      '“leak”: At most 20,000 files are taken at once; 3 more were left out. Add these by themselves.',
    ])
  })

  it('takes files that were picked by themselves, of whatever kind', () => {
    const made = [new File(['x'], 'photo.jpg'), new File(['x'], '.notes.txt')]
    const chosen = listPicked(made)
    expect(chosen.files).toHaveLength(2)
    expect(leftOut(chosen)).toEqual([])
  })
})
