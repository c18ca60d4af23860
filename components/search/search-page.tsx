'use client'
import { Command } from 'cmdk'
import { ArrowLeft, Search } from 'lucide-react'
import Link from 'next/link'
import { useRouter, useSearchParams } from 'next/navigation'
import { Tooltip } from 'radix-ui'
import { useEffect, useState } from 'react'
import { z } from 'zod'
import { ThemeButton } from '../explorer/theme-button'
import { FoundGroups, firstHit } from './found-groups'
import { useFound } from './use-found'

// the page's security policy allows no code made at run time
z.config({ jitless: true })

/** Search over every case: arrow keys walk the hits, Enter opens one. */
export function SearchPage({ asked }: { asked: string }) {
  const router = useRouter()
  // whoever comes back from a hit comes back to what was typed, not to what the page began with
  const [text, setText] = useState(useSearchParams().get('q') ?? asked)
  const { found, problem, working } = useFound(text)
  const [chosen, setChosen] = useState('')
  // hits come later than letters: Enter opens the first of those that are there
  useEffect(() => setChosen(found ? firstHit(found) : ''), [found])
  useEffect(() => {
    const query = text.trim() && `?${new URLSearchParams({ q: text.trim() })}`
    if (location.search !== query) history.replaceState(null, '', `${location.pathname}${query}`)
  }, [text])
  const nothing = found && Object.values(found).every(({ length }) => length === 0)
  return (
    <Tooltip.Provider delayDuration={350}>
      <div className="min-h-dvh bg-canvas">
        <header className="flex h-15 items-center justify-between border-b border-line bg-surface px-4 phone:px-2">
          <Link
            href="/cases"
            className="inline-flex h-9 items-center gap-2 rounded-md px-2 text-sm font-medium hover:bg-hover phone:h-11"
          >
            <ArrowLeft size={16} aria-hidden />
            Cases
          </Link>
          <ThemeButton />
        </header>
        <main className="mx-auto max-w-[46rem] px-6 pt-10 pb-32 phone:px-3 phone:pt-5">
          <h1 className="sr-only">Search all cases</h1>
          <Command
            shouldFilter={false}
            label="Search all cases"
            loop
            value={chosen}
            onValueChange={setChosen}
          >
            <div className="float-card flex items-center gap-2.5 px-4">
              <Search size={18} aria-hidden className="shrink-0 text-muted" />
              <Command.Input
                value={text}
                onValueChange={setText}
                autoFocus
                placeholder="Cases, names, words of quotes and reports, “in a row”, -without"
                className="h-14 w-full bg-transparent text-base outline-none placeholder:text-muted"
              />
            </div>
            <p role="status" className="min-h-6 px-3 pt-3 text-sm text-muted">
              {problem ??
                (nothing && !working ? `Nothing in any case is like “${text.trim()}”.` : '')}
            </p>
            <Command.List label="Found">
              {found && <FoundGroups found={found} go={(address) => router.push(address)} />}
            </Command.List>
          </Command>
        </main>
      </div>
    </Tooltip.Provider>
  )
}
