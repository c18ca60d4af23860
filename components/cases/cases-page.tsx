'use client'
import { Download, FilePlus2, FileUp, RotateCcw, Search, Upload } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { Tooltip } from 'radix-ui'
import { useRef, useState } from 'react'
import { z } from 'zod'
import { fold } from '@/lib/graph/fold'
import { count } from '@/lib/view/words'
import { NewCase } from '../add-documents/new-case'
import { ThemeButton } from '../explorer/theme-button'
import { useReviewKeys } from '../review/use-review-keys'
import { Button } from '../ui/button'
import { FileField } from '../ui/file-field'
import type { CaseLine } from './case-line'
import { CaseProblems } from './case-problems'
import { CaseRow } from './case-row'
import { type DeletedLine, DeletedRow } from './deleted-row'
import { bringSampleBack, restoreBackup } from './manage-cases'
import { type Outcome, sendCase } from './send-case'
import { useTold } from './use-told'

// the page's security policy allows no code made at run time
z.config({ jitless: true })

/** Up to so many cases are found by looking. */
const few = 8

const sampleWords = {
  same: 'The sample is here as it was shipped.',
  none: 'The sample is back.',
  changed: 'The sample is back as it was shipped. The one you changed is among the deleted cases.',
}

type CasesPageProps = { cases: CaseLine[]; deleted: DeletedLine[] }

/** All cases: to open, rename, copy, put away and bring back; a backup of them all. */
export function CasesPage({ cases, deleted }: CasesPageProps) {
  const router = useRouter()
  const [making, setMaking] = useState(false)
  const [outcome, setOutcome] = useState<Outcome>()
  const { said, problem, busy, tell, takeBack, wait } = useTold(() => router.refresh())
  const [wanted, setWanted] = useState('')
  const files = useRef<HTMLInputElement>(null)
  const backups = useRef<HTMLInputElement>(null)
  useReviewKeys({ z: takeBack })
  const shown = cases.filter(({ title }) => fold(title).includes(fold(wanted.trim())))
  const open = (id: string, query = '') => router.push(`/case/${encodeURIComponent(id)}${query}`)
  const take = async (file: File, keep?: 'both' | 'replace') => {
    const sent = await sendCase(file, keep)
    if (sent.state === 'opened') open(sent.id)
    else setOutcome(sent)
  }
  const restore = async (file: File) => {
    wait(`Restoring ${file.name} …`)
    const answer = await restoreBackup(file)
    const fresh = 'cases' in answer ? answer.cases.filter(({ already }) => !already).length : 0
    tell(
      answer,
      fresh === 0
        ? 'Everything in this backup is here already.'
        : `${count(fresh, 'case')} restored from ${file.name}.`,
    )
  }
  return (
    <Tooltip.Provider delayDuration={350}>
      <div className="min-h-dvh bg-canvas">
        <header className="flex h-15 items-center gap-2 border-b border-line bg-surface px-6 phone:px-4">
          <Link href="/" className="voice-document text-[19px] font-semibold">
            Throughline
          </Link>
          <div className="ml-auto flex items-center gap-1">
            <Link
              href="/search"
              className="inline-flex h-8 items-center gap-1.5 rounded-md px-2.5 text-sm hover:bg-hover"
            >
              <Search size={15} aria-hidden className="text-muted" />
              Search all cases
            </Link>
            <ThemeButton />
          </div>
        </header>
        <main className="mx-auto max-w-[52rem] px-6 pt-12 pb-32 phone:px-4 phone:pt-7">
          <div className="flex flex-wrap items-end justify-between gap-3">
            <h1 className="voice-document text-[32px] leading-tight font-semibold phone:text-[26px]">
              Cases
            </h1>
            <div className="flex flex-wrap gap-1.5">
              <Button look="solid" onClick={() => setMaking(true)}>
                <FilePlus2 size={15} aria-hidden />
                New case
              </Button>
              <Button look="outline" onClick={() => files.current?.click()}>
                <FileUp size={15} aria-hidden />
                Open a case file
              </Button>
            </div>
          </div>
          <p role="status" className="mt-3 flex min-h-7 items-center gap-2 text-sm text-muted">
            {said}
            {takeBack && (
              <Button size="small" look="outline" disabled={busy} onClick={takeBack}>
                Undo
              </Button>
            )}
          </p>
          {problem && (
            <p role="alert" className="mt-1 rounded-md bg-sunken px-3 py-2 text-sm font-medium">
              {problem}
            </p>
          )}
          {cases.length > few && (
            <label className="mt-2 mb-4 flex h-9 items-center gap-2 rounded-md border border-line bg-surface px-2.5 phone:h-11">
              <Search size={15} aria-hidden className="shrink-0 text-muted" />
              <span className="sr-only">Find a case by its title</span>
              <input
                value={wanted}
                onChange={(event) => setWanted(event.target.value)}
                placeholder={`Find among ${cases.length} cases`}
                className="w-full bg-transparent text-sm outline-none placeholder:text-muted"
              />
            </label>
          )}
          <ul className="mt-2 border-t border-line">
            {shown.map((case_) => (
              <CaseRow key={case_.id} case_={case_} tell={tell} />
            ))}
          </ul>
          {cases.length === 0 && (
            <p className="py-10 text-center text-sm text-muted">
              No case is here. Make one, open a file, or bring the sample back.
            </p>
          )}
          {cases.length > 0 && shown.length === 0 && (
            <p className="py-10 text-center text-sm text-muted">No title has these letters.</p>
          )}
          {deleted.length > 0 && (
            <section aria-labelledby="deleted" className="mt-12">
              <h2 id="deleted" className="border-b border-line pb-1.5 text-sm font-semibold">
                Deleted <span className="font-normal text-muted">{deleted.length}</span>
              </h2>
              <ul>
                {deleted.map((case_) => (
                  <DeletedRow key={`${case_.id} ${case_.deletedAt}`} case_={case_} tell={tell} />
                ))}
              </ul>
            </section>
          )}
          <section aria-labelledby="backup" className="mt-12 border-t border-line pt-5">
            <h2 id="backup" className="text-sm font-semibold">
              Keep everything safe
            </h2>
            <p className="mt-1 max-w-[60ch] text-sm text-muted">
              One file holds every case, deleted ones too, with all decisions. Restoring puts its
              cases beside those that are here; nothing is overwritten.
            </p>
            <div className="mt-3 flex flex-wrap gap-1.5">
              <a
                href="/api/backup"
                download
                className="inline-flex h-8 items-center gap-1.5 rounded-md border border-line bg-surface px-2.5 text-sm font-medium hover:bg-sunken"
              >
                <Download size={15} aria-hidden />
                Back up everything
              </a>
              <Button look="outline" onClick={() => backups.current?.click()}>
                <Upload size={15} aria-hidden />
                Restore a backup
              </Button>
              <Button
                look="outline"
                onClick={async () => {
                  const answer = await bringSampleBack()
                  tell(answer, 'was' in answer ? sampleWords[answer.was] : '')
                }}
              >
                <RotateCcw size={15} aria-hidden />
                Bring the sample back
              </Button>
            </div>
          </section>
        </main>
        <FileField
          ref={files}
          accept=".json,application/json"
          label="Choose a Case file"
          onPick={([file]) => file && void take(file)}
        />
        <FileField
          ref={backups}
          accept=".gz,application/gzip"
          label="Choose a backup"
          onPick={([file]) => file && void restore(file)}
        />
        <NewCase open={making} onOpenChange={setMaking} onCreated={(id) => open(id, '?add=1')} />
        <CaseProblems
          outcome={outcome}
          close={() => setOutcome(undefined)}
          retry={(file, keep) => void take(file, keep)}
        />
      </div>
    </Tooltip.Provider>
  )
}
