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
  const before = text.slice(Math.max(0, mention.start - around), mention.start)
  const after = text.slice(mention.end, mention.end + around)
  return (
    <span className="voice-document text-[15px] leading-snug">
      <span className="text-muted">
        {mention.start > around && '… '}
        {mention.start > around ? before.replace(/^\S*\s/, '') : before}
      </span>
      <span
        className="underline decoration-2 underline-offset-[3px]"
        style={{ textDecorationColor: entityKindTable[kind].colour }}
      >
        {mention.text}
      </span>
      <span className="text-muted">
        {mention.end + around < text.length ? `${after.replace(/\s\S*$/, '')} …` : after}
      </span>
    </span>
  )
}
