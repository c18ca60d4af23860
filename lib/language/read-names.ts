/** Names from marks on tokens. */
import type { Sentence } from '../schema'

type Name = Sentence['names'][number]

/** What a token is to a name: nothing, its beginning, or its inside. */
export const nameMarks = [
  'O',
  'B-person',
  'I-person',
  'B-organization',
  'I-organization',
  'B-place',
  'I-place',
]

/** In: one index into nameMarks a token. Out: names as token ranges, end exclusive, in order. */
export function readNames(marks: Int32Array): Name[] {
  const names: Name[] = []
  for (let i = 0; i < marks.length; i++) {
    const mark = nameMarks[marks[i]!]!
    if (mark === 'O') continue
    const kind = mark.slice(2) as Name['kind']
    const last = names[names.length - 1]
    if (mark.startsWith('I-') && last?.end === i && last.kind === kind) last.end = i + 1
    else names.push({ start: i, end: i + 1, kind })
  }
  return names
}
