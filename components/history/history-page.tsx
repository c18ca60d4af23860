'use client'
import { Tooltip } from 'radix-ui'
import { CaseProvider } from '../cases/case-context'
import { type SentCase, useSentCase } from '../cases/sent-case'
import type { Earlier } from '../reread/changes'
import { DecisionNotice } from '../review/decision-notice'
import { HistoryScreen } from './history-screen'

/** Every decision about a case, in words. */
export function HistoryPage({ sent, earlier }: { sent: SentCase; earlier: Earlier[] }) {
  const case_ = useSentCase(sent)
  return (
    <Tooltip.Provider delayDuration={350} skipDelayDuration={200}>
      <CaseProvider case_={case_}>
        <HistoryScreen earlier={earlier} />
        <DecisionNotice />
      </CaseProvider>
    </Tooltip.Provider>
  )
}
