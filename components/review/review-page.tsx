'use client'
import { Tooltip } from 'radix-ui'
import type { Case } from '@/lib/schema'
import { CaseProvider } from '../cases/case-context'
import { DecisionNotice } from './decision-notice'
import { ReviewScreen } from './review-screen'

type ReviewPageProps = { case_: Case; query: string }

/** A case's relations and names, looked at one by one. */
export function ReviewPage({ case_, query }: ReviewPageProps) {
  return (
    <Tooltip.Provider delayDuration={350} skipDelayDuration={200}>
      <CaseProvider case_={case_}>
        <ReviewScreen query={query} />
        <DecisionNotice />
      </CaseProvider>
    </Tooltip.Provider>
  )
}
