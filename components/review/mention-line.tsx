'use client'
import { entityKindTable } from '@/lib/ontology'
import type { Mention } from '@/lib/schema'
import { useCase } from '../cases/case-context'

const around = 70

/** A name in the words around it: "… told reporters that ADA LIND had left …". */
export function MentionLine({ mention }: { mention: Mention }) {
  const { decided, entity } = useCase()
  const text = decided.documents.find(({ id }) => id === mention.document)?.text ?? ''
  const kind = entity(mention.entity)?.kind ?? 'other'
  const [before, after] = wordsAround(text, mention)
  return (
    <span dir="auto" className="voice-document text-[15px] leading-snug">
      <span className="text-muted">{before}</span>
      <span
        className="underline decoration-2 underline-offset-[3px]"
        style={{ textDecorationColor: entityKindTable[kind].colour }}
      >
        {mention.text}
      </span>
      <span className="text-muted">{after}</span>
    </span>
  )
}

/** What stands beside a mention in its own line, whole words, with the sign of what is left out. */
function wordsAround(text: string, { start, end }: Mention): [string, string] {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const nextLine = text.indexOf('\n', end)
  const lineEnd = nextLine < 0 ? text.length : nextLine
  const before = text.slice(Math.max(lineStart, start - around), start)
  const after = text.slice(end, Math.min(lineEnd, end + around))
  return [
    start - around > lineStart ? `… ${before.replace(/^\S*\s/, '')}` : before,
    end + around < lineEnd ? `${after.replace(/\s\S*$/, '')} …` : after,
  ]
}
