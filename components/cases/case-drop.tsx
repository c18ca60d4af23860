'use client'
import { useRouter } from 'next/navigation'
import { createContext, type ReactNode, use, useCallback, useRef, useState } from 'react'
import { useDoors } from '../explorer/doors'
import { CaseProblems } from './case-problems'
import { type Outcome, sendCase } from './send-case'
import { useFileDrop } from './use-file-drop'

const OpenCase = createContext<() => void>(() => {})

/** Opens the file picker for a Case file. */
export const useOpenCase = () => use(OpenCase)

/** Takes Case files that are dropped anywhere or picked, and goes to the case. */
export function CaseDrop({ children }: { children: ReactNode }) {
  const router = useRouter()
  const picker = useRef<HTMLInputElement>(null)
  const [outcome, setOutcome] = useState<Outcome>()

  const take = useCallback(
    async (file: File, keep?: 'both' | 'replace') => {
      setOutcome({ state: 'working', name: file.name })
      const sent = await sendCase(file, keep)
      if (sent.state === 'opened') {
        setOutcome(undefined)
        router.push(`/case/${encodeURIComponent(sent.id)}`)
        router.refresh()
      } else setOutcome(sent)
    },
    [router],
  )
  const { addDocuments } = useDoors()
  const over = useFileDrop((files) => {
    const [first] = files
    if (files.length === 1 && first && /\.json$/i.test(first.name)) void take(first)
    else addDocuments(files)
  })

  return (
    <OpenCase value={() => picker.current?.click()}>
      {children}
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        aria-label="Choose a Case file"
        hidden
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file) void take(file)
        }}
      />
      {over && (
        <div className="pointer-events-none fixed inset-3 z-50 flex items-center justify-center rounded-xl border-2 border-dashed border-text bg-canvas/90">
          <p className="voice-document text-2xl font-semibold">
            Drop a case file to open it, or reports to add them
          </p>
        </div>
      )}
      {outcome?.state === 'working' && (
        <p
          role="status"
          className="float-card fixed bottom-6 left-1/2 z-50 -translate-x-1/2 px-4 py-2.5 text-sm"
        >
          Opening {outcome.name} …
        </p>
      )}
      <CaseProblems
        outcome={outcome}
        close={() => setOutcome(undefined)}
        retry={(file, keep) => void take(file, keep)}
        addInstead={(file) => {
          setOutcome(undefined)
          addDocuments([file])
        }}
      />
    </OpenCase>
  )
}
