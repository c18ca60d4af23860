'use client'
import { ArchiveRestore, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { count, dayWords } from '@/lib/view/words'
import { Button } from '../ui/button'
import type { CaseLine } from './case-line'
import { purgeCase, restoreCase } from './manage-cases'
import type { Tell } from './use-told'

export type DeletedLine = CaseLine & { deletedAt: string }

/** A case that was put away: it comes back whole, or goes for ever after a second question. */
export function DeletedRow({ case_, tell }: { case_: DeletedLine; tell: Tell }) {
  const [sure, setSure] = useState(false)
  return (
    <li className="flex items-center gap-3 border-b border-line py-3 phone:flex-wrap">
      <div className="min-w-0 flex-1">
        <p className="voice-document text-[17px] leading-snug text-muted">{case_.title}</p>
        <p className="text-xs text-muted" suppressHydrationWarning>
          {count(case_.claims, 'claim')} · {count(case_.documents, 'document')} · deleted{' '}
          {dayWords(case_.deletedAt)}
        </p>
      </div>
      {sure ? (
        <>
          <Button size="small" onClick={() => setSure(false)}>
            Keep it
          </Button>
          <Button
            look="solid"
            size="small"
            onClick={async () => tell(await purgeCase(case_), `“${case_.title}” is gone for ever.`)}
          >
            Delete for ever
          </Button>
        </>
      ) : (
        <>
          <Button
            look="outline"
            size="small"
            aria-label={`Restore ${case_.title}`}
            onClick={async () => tell(await restoreCase(case_), `“${case_.title}” is back.`)}
          >
            <ArchiveRestore size={13} aria-hidden />
            Restore
          </Button>
          <Button
            size="small"
            aria-label={`Delete ${case_.title} for ever`}
            onClick={() => setSure(true)}
          >
            <Trash2 size={13} aria-hidden />
          </Button>
        </>
      )}
    </li>
  )
}
