'use client'
import Link from 'next/link'
import { count } from '@/lib/view/words'
import { useExplorer } from '../explorer/explorer-context'
import { Section } from './section'

/** The documents that name an entity; each opens where the name first stands. */
export function NamedIn({ id }: { id: string }) {
  const { stored } = useExplorer()
  const mentions = stored.mentions.filter((mention) => mention.entity === id)
  const documents = stored.documents
    .map((document) => ({
      document,
      found: mentions
        .filter((mention) => mention.document === document.id)
        .sort((a, b) => a.start - b.start),
    }))
    .filter(({ found }) => found.length > 0)
  if (documents.length === 0) return null
  return (
    <Section title={`Named in ${count(documents.length, 'document')}`} id="named-in">
      <ul className="space-y-1.5">
        {documents.map(({ document, found }) => (
          <li key={document.id}>
            <Link
              href={`/case/${encodeURIComponent(stored.id)}/document/${encodeURIComponent(document.id)}?at=${found[0]!.start}-${found[0]!.end}`}
              className="-mx-2 block rounded-md px-2 py-1 hover:bg-hover"
            >
              <span className="voice-document block text-[15px] leading-snug">
                {document.title}
              </span>
              <span className="text-xs text-muted">{count(found.length, 'mention')}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
