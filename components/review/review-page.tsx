'use client'
import { Tooltip } from 'radix-ui'
import { CaseProvider } from '../cases/case-context'
import { type SentCase, useSentCase } from '../cases/sent-case'
import { DecisionNotice } from './decision-notice'
import { ReviewScreen } from './review-screen'

type ReviewPageProps = { sent: SentCase; query: string }

/** A case's relations and names, looked at one by one. */
export function ReviewPage({ sent, query }: ReviewPageProps) {
  const case_ = useSentCase(sent)
  return (
    <Tooltip.Provider delayDuration={350} skipDelayDuration={200}>
      <CaseProvider case_={case_}>
        <ReviewScreen query={query} />
        <DecisionNotice />
      </CaseProvider>
    </Tooltip.Provider>
  )
}
