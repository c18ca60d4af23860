/** Names in GUM's Entity column as marks on tokens. */
import type { GoldSentence } from '../read-conllu'
import { nameMarks } from '../read-names'

const kinds = new Set(['person', 'organization', 'place'])

/**
 * The name marks of a GUM sentence. Only mentions whose head is a proper noun are names, without
 * what stands round them: "the U.S. State Department", not "officials of the U.S. State Department".
 * In: a sentence with entities. Out: one mark a token; inner names inside a longer one are left out.
 */
export function readNameMarks(sentence: GoldSentence): Int32Array {
  const marks = new Int32Array(sentence.forms.length)
  const names = readMentions(sentence).flatMap((mention) => {
    const span = trimToName(sentence, mention.start, mention.end)
    // "Americans" and "the Ratliffs" are people, but nobody's name
    const people = mention.kind === 'person' && span && sentence.xpos[span.end - 1] === 'NNPS'
    return span && !people ? [{ ...span, kind: mention.kind }] : []
  })
  names.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
  for (const { start, end, kind } of names) {
    if (marks.subarray(start, end).some((mark) => mark > 0)) continue
    const begin = nameMarks.indexOf(`B-${kind}`)
    marks.fill(begin + 1, start, end)
    marks[start] = begin
  }
  return marks
}

type Mention = { start: number; end: number; kind: string }

/** Mentions of the three kinds, from brackets such as "(7-person-giv:act-1-coref" and "7)". */
function readMentions(sentence: GoldSentence): Mention[] {
  const open = new Map<string, { start: number; kind: string }[]>()
  const mentions: Mention[] = []
  sentence.entities.forEach((value, i) => {
    for (const [piece] of value.matchAll(/\([^()]+\)?|[^()]+\)/g)) {
      const [id, kind] = piece.replace(/[()]/g, '').split('-') as [string, string | undefined]
      if (piece.startsWith('(')) {
        const start = { start: i, kind: kind ?? '' }
        if (piece.endsWith(')')) mentions.push({ ...start, end: i + 1 })
        else open.set(id, [...(open.get(id) ?? []), start])
      } else {
        const begun = open.get(id)?.pop()
        if (begun) mentions.push({ ...begun, end: i + 1 })
      }
    }
  })
  return mentions.filter((m) => kinds.has(m.kind))
}

/** The run of name words round the mention's head; null where the head is no proper noun. */
function trimToName(
  sentence: GoldSentence,
  start: number,
  end: number,
): { start: number; end: number } | null {
  const { heads, upos, xpos, forms } = sentence
  let head = start
  for (let i = start; i < end; i++) if (heads[i]! < start || heads[i]! >= end) head = i
  if (upos[head] !== 'PROPN') return null
  const isName = (i: number): boolean => upos[i] === 'PROPN' || xpos[i]!.startsWith('NNP')
  const linking = (i: number): boolean =>
    /^(?:of|the|and|for|de|van|von|bin|al|-|&|,)$/i.test(forms[i]!)
  let from = head
  while (
    from > start &&
    (isName(from - 1) ||
      (from - 2 >= start && linking(from - 1) && forms[from - 1] !== ',' && isName(from - 2)))
  )
    from--
  let to = head + 1
  while (
    to < end &&
    (isName(to) || (to + 1 < end && /^(?:of|-|&|de|al)$/i.test(forms[to]!) && isName(to + 1)))
  )
    to++
  if (to < end && forms[to] === 'of' && forms[to + 1] === 'the' && to + 2 < end && isName(to + 2)) {
    to += 3
    while (to < end && isName(to)) to++
  }
  return { start: from, end: to }
}
