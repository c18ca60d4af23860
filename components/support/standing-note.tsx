'use client'
import { Undo2 } from 'lucide-react'
import { nameDocument } from '@/lib/view/source-choices'
import { count, listWords } from '@/lib/view/words'
import { useExplorer } from '../explorer/explorer-context'
import { Button } from '../ui/button'

/** While sources are switched off: which, and how much no longer stands without them. */
export function StandingNote() {
  const { view, change, standing, lineage, answer, stored } = useExplorer()
  if (!standing) return null
  const names = view.without.map((id) => {
    const document = stored.documents.find((one) => one.id === id)
    return document ? (document.publisher ?? nameDocument(document)) : id
  })
  const fallen = [
    standing.fallen.size > 0 && count(standing.fallen.size, 'relation'),
    lineage && standing.steps.size > 0 && count(standing.steps.size, 'step'),
    answer && standing.paths.size > 0 && count(standing.paths.size, 'path'),
  ].filter((part): part is string => Boolean(part))
  const one = fallen.length === 1 && fallen[0]!.startsWith('1 ')
  return (
    <div role="status" className="rounded-md bg-sunken px-3 py-2.5 text-sm">
      <p>
        <span className="font-semibold">Without {listWords(names)}: </span>
        {fallen.length === 0
          ? 'everything still stands.'
          : `${listWords(fallen)} no longer ${one ? 'stands' : 'stand'}.`}
      </p>
      <Button look="outline" size="small" className="mt-2" onClick={() => change({ without: [] })}>
        <Undo2 size={13} aria-hidden />
        Count every source
      </Button>
    </div>
  )
}
