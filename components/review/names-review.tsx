'use client'
import type { Candidate } from '@/lib/query/merge-candidates'

export function NamesReview({ candidates }: { candidates: readonly Candidate[] }) {
  return <main>{candidates.length}</main>
}
