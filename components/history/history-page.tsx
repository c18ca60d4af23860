'use client'
import { Tooltip } from 'radix-ui'
import type { Case } from '@/lib/schema'
import { CaseProvider } from '../cases/case-context'
import { DecisionNotice } from '../review/decision-notice'
import { HistoryScreen } from './history-screen'

/** Every decision about a case, in words. */
export function HistoryPage({ case_ }: { case_: Case }) {
  return (
    <Tooltip.Provider delayDuration={350} skipDelayDuration={200}>
      <CaseProvider case_={case_}>
        <HistoryScreen />
        <DecisionNotice />
      </CaseProvider>
    </Tooltip.Provider>
  )
}
