'use client'
import { ListChecks } from 'lucide-react'
import Link from 'next/link'
import { encodeView } from '@/lib/view/url'
import { useExplorer } from './explorer-context'

/** To the review, which begins with what the view of the moment rests on. */
export function ReviewLink() {
  const { view, stored } = useExplorer()
  const query = encodeView(view)
  return (
    <Link
      href={`/case/${encodeURIComponent(stored.id)}/review${query && `?${query}`}`}
      prefetch={false}
      className="inline-flex h-8 shrink-0 items-center gap-1.5 rounded-md border border-line bg-surface px-2.5 text-sm font-medium transition-colors hover:bg-sunken"
    >
      <ListChecks size={15} aria-hidden />
      Review
    </Link>
  )
}
