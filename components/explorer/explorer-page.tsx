'use client'
import { Tooltip } from 'radix-ui'
import { useMemo } from 'react'
import { replay } from '@/lib/decisions/replay'
import { fitView } from '@/lib/view/fit-view'
import { decodeView } from '@/lib/view/url'
import { CaseProvider } from '../cases/case-context'
import type { CaseLine } from '../cases/case-line'
import { type SentCase, useRenewedCase } from '../cases/sent-case'
import { NameActionsProvider } from '../review/name-actions'
import { Explorer } from './explorer'
import { ExplorerProvider, type FirstPlaces } from './explorer-context'
import { LitProvider } from './lit-context'

type ExplorerPageProps = {
  sent: SentCase
  cases: CaseLine[]
  query: string
  places?: FirstPlaces
}

/** A case, explored from the view its address asks for. */
export function ExplorerPage({ sent, cases, query, places }: ExplorerPageProps) {
  const [case_, renew] = useRenewedCase(sent)
  const { view, problems, adding } = useMemo(() => {
    const asked = new URLSearchParams(query)
    const adding = asked.has('add')
    asked.delete('add')
    const decoded = decodeView(asked)
    const fitted = fitView(replay(case_).case, decoded.view)
    return { view: fitted.view, problems: [...decoded.problems, ...fitted.problems], adding }
  }, [case_, query])
  return (
    <Tooltip.Provider delayDuration={350} skipDelayDuration={200}>
      <CaseProvider case_={case_} renew={renew}>
        <ExplorerProvider initial={view} places={places}>
          <LitProvider>
            <NameActionsProvider>
              <Explorer cases={cases} problems={problems} adding={adding} />
            </NameActionsProvider>
          </LitProvider>
        </ExplorerProvider>
      </CaseProvider>
    </Tooltip.Provider>
  )
}
