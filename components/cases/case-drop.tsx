'use client'
import { useRouter } from 'next/navigation'
import { createContext, type ReactNode, use, useCallback, useRef, useState } from 'react'
import { useDoors } from '../explorer/doors'
import { FileField } from '../ui/file-field'
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
  const over = useFileDrop((dropped) => {
    const [first, ...rest] = dropped.files
    const isFile = first !== undefined && rest.length === 0 && first.path === first.file.name
    if (isFile && /\.json$/i.test(first.path)) void take(first.file)
    else addDocuments(dropped)
  })

  return (
    <OpenCase value={() => picker.current?.click()}>
      {children}
      <FileField
        ref={picker}
        accept=".json,application/json"
        label="Choose a Case file"
        onPick={([file]) => file && void take(file)}
      />
      {over && (
        <div className="pointer-events-none fixed inset-3 z-50 flex items-center justify-center rounded-xl border-2 border-dashed border-text bg-canvas/90">
          <p className="voice-document text-2xl font-semibold">
            Drop a case file to open it, or reports, a folder or a .zip to add them
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
          addDocuments({ files: [{ file, path: file.name }], others: [], beyond: 0 })
        }}
      />
    </OpenCase>
  )
}
