'use client'
import { clsx } from 'clsx'
import { type ReactNode, useState } from 'react'
import type { Claim } from '@/lib/schema'
import { SupportView } from './support-view'

type SupportDetailsProps = { claims: readonly Claim[]; className?: string; children: ReactNode }

/** A line on how well something is supported that opens to the sources and why they count as they do. */
export function SupportDetails({ claims, className, children }: SupportDetailsProps) {
  const [open, setOpen] = useState(false)
  return (
    <details
      className={clsx('group', className)}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="flex cursor-pointer list-none flex-wrap items-center gap-x-2 gap-y-0.5 rounded text-xs text-muted hover:text-text phone:min-h-8 [&::-webkit-details-marker]:hidden">
        {children}
      </summary>
      {open && (
        <div className="mt-2 mb-3 border-l-2 border-line pl-3">
          <SupportView claims={claims} />
        </div>
      )}
    </details>
  )
}
