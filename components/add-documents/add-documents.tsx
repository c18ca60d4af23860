'use client'
import { clsx } from 'clsx'
import { type DragEvent, useEffect, useEffectEvent, useState } from 'react'
import { count } from '@/lib/view/words'
import { Button } from '../ui/button'
import { DialogCard } from '../ui/dialog-card'
import { announce } from './ask-server'
import { ChooseSources } from './choose-sources'
import { FailureList } from './failure-list'
import type { Found } from './found'
import { FoundList } from './found-list'
import { ImportPanel } from './import-panel'
import { LastImport } from './last-import'
import { type Chosen, leftOut, listDropped } from './list-dropped'
import { ReportList } from './report-list'
import { isMany, type Many } from './send-sources'
import { fileSource, noLinkWords, pastedLinks, pastedSources } from './source'
import { useAdding } from './use-adding'
import type { Importing } from './use-import'

export type AddDocumentsProps = {
  caseId: string
  open: boolean
  onOpenChange: (open: boolean) => void
  /** The case was saved with more in it: read it again. */
  onAdded: () => void
  /** What was dropped on the window: reading it begins at once. */
  dropped?: Chosen
  /** What runs in the background for this case. */
  importing: Importing
}

/**
 * Pasted text, files, a folder or links: what was found is shown before it joins the case. Many go
 * in as an import, in the background.
 */
export function AddDocuments(props: AddDocumentsProps) {
  const { caseId, open, onOpenChange, onAdded, dropped, importing } = props
  const { step, read, change, add, reset, cancel } = useAdding(caseId, () => {
    onOpenChange(false)
    onAdded()
  })
  const [chosen, setChosen] = useState<Chosen>()
  const [nothing, setNothing] = useState('')
  const [over, setOver] = useState(false)

  const startImport = (many: Many) => {
    reset()
    return importing.start(many)
  }
  const takePasted = (pasted: string) => {
    const found = pastedLinks(pasted)
    if (found && isMany({ files: [], links: found.links })) {
      const refused = found.others.map((line) => ({ name: line, reason: noLinkWords(line) }))
      void startImport({ files: [], links: found.links, refused })
    } else void read(pastedSources(pasted))
  }
  const take = (chosen: Chosen) => {
    const { files } = chosen
    setChosen(chosen)
    setNothing(files.length === 0 ? emptyWords(chosen) : '')
    if (files.length === 0) return
    if (isMany({ files, links: [] }))
      void startImport({ files, links: [], refused: leftOut(chosen) })
    else void read(files.map(fileSource))
  }
  const takeDropped = useEffectEvent(take)
  useEffect(() => {
    if (open && dropped) takeDropped(dropped)
  }, [open, dropped])

  useEffect(() => {
    if (open) announce()
  }, [open])

  const drop = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    event.stopPropagation()
    setOver(false)
    void listDropped(event.dataTransfer).then(take)
  }
  const close = (next: boolean) => {
    if (!next) reset()
    setChosen(undefined)
    setNothing('')
    onOpenChange(next)
  }

  const words = chosen ? leftOut(chosen).map(({ reason }) => reason) : []
  const shown =
    step.name === 'choosing' && (importing.active || importing.job || importing.problem)
      ? 'import'
      : step.name

  return (
    <DialogCard open={open} onOpenChange={close} title="Add documents" className="w-[46rem]">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way beside the buttons */}
      <div
        onDragOver={(event) => {
          if (!event.dataTransfer.types.includes('Files')) return
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
        }}
        onDrop={drop}
        className={clsx('rounded-md', over && 'outline-2 outline-offset-4 outline-focus')}
      >
        {shown === 'import' && <ImportPanel importing={importing} onClose={() => close(false)} />}
        {shown === 'reading' && step.name === 'reading' && (
          <div className="py-6" role="status">
            <p className="text-sm">
              {step.done < step.of
                ? `Reading ${step.done + 1} of ${step.of} …`
                : 'Looking for names and relations …'}
            </p>
            <progress
              value={step.done}
              max={step.of}
              aria-label="Read so far"
              className="mt-2 block h-1.5 w-full overflow-hidden rounded-full [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-text"
            />
            <Button look="outline" className="mt-4" onClick={cancel}>
              Cancel
            </Button>
          </div>
        )}
        {shown === 'choosing' && step.name === 'choosing' && (
          <>
            <ChooseSources onPasted={takePasted} onFiles={take} />
            {(step.problem || nothing) && <Alert>{step.problem || nothing}</Alert>}
            <FailureList failures={step.failures} leftOut={nothing ? [] : words} />
            <LastImport importing={importing} />
          </>
        )}
        {shown === 'found' && step.name === 'found' && (
          <>
            <p className="mb-3 text-sm" role="status">
              {summarize(step.found, step.failures.length)}
            </p>
            <ReportList
              reports={step.reports}
              found={step.found}
              onChange={(reports) => void change(reports)}
            />
            <details className="mt-2 text-sm">
              <summary className="cursor-pointer py-1 text-muted hover:text-text">Add more</summary>
              <div className="mt-2">
                <ChooseSources onPasted={takePasted} onFiles={take} />
              </div>
            </details>
            <FailureList failures={step.failures} leftOut={words} />
            {step.problem && <Alert>{step.problem}</Alert>}
            <FoundList found={step.found} />
            <div className="sticky -bottom-5 -mx-5 mt-5 -mb-5 flex items-center gap-2 border-t border-line bg-surface px-5 py-3">
              <Button onClick={reset} className="phone:h-11">
                Start over
              </Button>
              {isFresh(step.found) ? (
                <Button
                  look="solid"
                  disabled={step.busy}
                  onClick={() => void add()}
                  className="ml-auto phone:h-11"
                >
                  {step.busy
                    ? 'One moment …'
                    : `Add ${count(step.found.documents.filter(({ known }) => !known).length, 'document')} to the case`}
                </Button>
              ) : (
                <Button look="solid" onClick={() => close(false)} className="ml-auto phone:h-11">
                  Close
                </Button>
              )}
            </div>
          </>
        )}
      </div>
    </DialogCard>
  )
}

const emptyWords = ({ others: { length } }: Chosen) =>
  length === 0
    ? 'The folder is empty. Choose one with reports in it.'
    : `${length === 1 ? 'The one file' : `None of the ${length} files`} of the folder can${length === 1 ? 'not' : ''} be read. Text, Markdown, HTML, PDF, Word, JSON and .zip are.`

const Alert = ({ children }: { children: string }) => (
  <p
    role="alert"
    className="mt-4 rounded-md border border-path px-3.5 py-2.5 text-sm whitespace-pre-line"
  >
    {children}
  </p>
)

const isFresh = (found: Found) => found.documents.some(({ known }) => !known)

function summarize(found: Found, failed: number): string {
  const fresh = found.entities.filter((entity) => entity.isNew).length
  const there = found.documents.filter((document) => document.known)
  const out = there.filter((document) => document.takenOutBy).length
  const known = there.length - out
  const unread = failed > 0 && `${failed} could not be read, see below`
  if (!isFresh(found)) {
    const all = known === 1 ? 'This report is' : `These ${known} reports are`
    const parts = [
      known > 0 && `${all} in the case already`,
      out > 0 &&
        `${count(out, 'report')} ${out === 1 ? 'was' : 'were'} taken out of the case before`,
      unread,
    ]
    return parts.filter(Boolean).join('; ').concat('.')
  }
  const parts = [
    `${count(found.claims.length, 'relation')} and ${count(found.entities.length, 'name')} found`,
    found.entities.length > 0 &&
      fresh < found.entities.length &&
      `${fresh === 0 ? 'no name is' : fresh === 1 ? 'one name is' : `${fresh} names are`} new to this case`,
    known > 0 && `${count(known, 'report')} in the case already`,
    out > 0 && `${count(out, 'report')} taken out of it before`,
    unread,
  ]
  return `${parts.filter(Boolean).join('; ')}. Nothing has joined the case yet.`
}
