'use client'
import { ArrowLeft, ListChecks, RefreshCw, Search } from 'lucide-react'
import Link from 'next/link'
import { useMemo, useState } from 'react'
import { fold } from '@/lib/graph/fold'
import { count, dayWords } from '@/lib/view/words'
import { useCase } from '../cases/case-context'
import { CaseUndo } from '../cases/case-undo'
import { ThemeButton } from '../explorer/theme-button'
import type { Earlier } from '../reread/changes'
import { RereadDialog } from '../reread/reread-dialog'
import { Button } from '../ui/button'
import { EarlierRow } from './earlier-row'
import { EntryRow } from './entry-row'
import { type Entry, type EntryKind, entryKinds, listEntries } from './list-entries'
import { SignAs } from './sign-as'

type Row = { at: string } & ({ entry: Entry } | { earlier: Earlier })

/** The log, newest first, by day; to be searched, jumped from and taken back one by one. */
export function HistoryScreen({ earlier }: { earlier: readonly Earlier[] }) {
  const [rereading, setRereading] = useState(false)
  const { extracted, decided, lost } = useCase()
  const [text, setText] = useState('')
  const [kind, setKind] = useState<EntryKind | 'all' | 'undone' | 'lost'>('all')
  const entries = useMemo(() => listEntries(extracted, decided, lost), [extracted, decided, lost])
  const wanted = fold(text)
  const shown = entries.filter(
    (entry) =>
      (kind === 'all' ||
        (kind === 'undone' && entry.undone !== undefined) ||
        (kind === 'lost' && entry.lost !== undefined) ||
        entry.kind === kind) &&
      fold(`${entry.words} ${entry.decision.by ?? ''}`).includes(wanted),
  )
  const rows: Row[] = shown.map((entry) => ({ at: entry.decision.at, entry }))
  // Decisions stand in the order of the log, whatever the clocks of those who decided said.
  for (const state of kind === 'all' && wanted === '' ? earlier : []) {
    const place = rows.findIndex(({ at }) => at < state.keptAt)
    rows.splice(place < 0 ? rows.length : place, 0, { at: state.keptAt, earlier: state })
  }
  const days = new Map<string, Row[]>()
  for (const row of rows) {
    const day = new Date(row.at).toLocaleDateString('sv-SE')
    days.set(day, [...(days.get(day) ?? []), row])
  }
  const home = `/case/${encodeURIComponent(decided.id)}`
  return (
    <div className="min-h-dvh bg-canvas">
      <header className="sticky top-0 z-20 flex h-15 items-center gap-2 border-b border-line bg-surface px-4 phone:px-2">
        <Link
          href={home}
          className="inline-flex h-9 min-w-0 items-center gap-2 rounded-md px-2 text-sm font-medium hover:bg-hover phone:h-11"
        >
          <ArrowLeft size={16} aria-hidden className="shrink-0" />
          <span className="sr-only">Back to the graph of </span>
          <span className="truncate">{decided.title}</span>
        </Link>
        <div className="ml-auto flex shrink-0 items-center">
          <CaseUndo />
          <Link
            href={`${home}/review`}
            className="inline-flex h-8 items-center gap-1.5 rounded-md px-2 text-sm hover:bg-hover"
          >
            <ListChecks size={16} aria-hidden className="text-muted" />
            Review
          </Link>
          <span className="phone:hidden">
            <ThemeButton />
          </span>
        </div>
      </header>
      <main className="mx-auto max-w-[48rem] px-6 pt-12 pb-32 phone:px-4 phone:pt-7">
        <h1 className="voice-document text-[32px] leading-tight font-semibold phone:text-[26px]">
          History
        </h1>
        <p className="mt-1.5 text-base text-muted">
          {count(entries.length, 'decision')}. What was extracted stays as it is; these are laid
          over it, and each can be taken back.
        </p>
        <SignAs />
        <Button look="outline" className="mt-4 phone:h-11" onClick={() => setRereading(true)}>
          <RefreshCw size={15} aria-hidden />
          Read the reports again …
        </Button>
        {rereading && <RereadDialog caseId={decided.id} onClose={() => setRereading(false)} />}
        <div className="mt-6 flex flex-wrap gap-2">
          <label className="flex h-9 min-w-56 flex-1 items-center gap-2 rounded-md border border-line bg-surface px-2.5 phone:h-11">
            <Search size={15} aria-hidden className="shrink-0 text-muted" />
            <span className="sr-only">Find in the history</span>
            <input
              value={text}
              onChange={(event) => setText(event.target.value)}
              placeholder="A name, a word, who decided"
              className="w-full bg-transparent text-sm outline-none placeholder:text-muted"
            />
          </label>
          <select
            aria-label="Kind of decision"
            value={kind}
            onChange={(event) => setKind(event.target.value as typeof kind)}
            className="h-9 rounded-md border border-line bg-surface px-2.5 text-sm phone:h-11"
          >
            <option value="all">All decisions</option>
            {Object.entries(entryKinds).map(([id, label]) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
            <option value="undone">Taken back</option>
            <option value="lost">Could not be carried out</option>
          </select>
        </div>
        {[...days].map(([day, list]) => (
          <section key={day} aria-labelledby={`day-${day}`} className="mt-9">
            <h2
              id={`day-${day}`}
              suppressHydrationWarning
              className="border-b border-line pb-1.5 text-sm font-semibold"
            >
              {dayWords(day)}
            </h2>
            <ol>
              {list.map((row) =>
                'entry' in row ? (
                  <EntryRow key={row.entry.decision.id} entry={row.entry} home={home} />
                ) : (
                  <EarlierRow key={row.at} caseId={decided.id} earlier={row.earlier} />
                ),
              )}
            </ol>
          </section>
        ))}
        {rows.length === 0 && (
          <p className="mt-12 text-center text-sm text-muted">
            {entries.length === 0
              ? 'Nothing was decided yet. The review is where most decisions are made.'
              : 'No decision fits. Clear the field or choose all decisions.'}
          </p>
        )}
      </main>
    </div>
  )
}
