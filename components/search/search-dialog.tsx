'use client'
import { Command } from 'cmdk'
import { Search } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { Dialog } from 'radix-ui'
import { useMemo, useState } from 'react'
import { entityKindTable } from '@/lib/ontology'
import { searchEntities } from '@/lib/query/search'
import { count } from '@/lib/view/words'
import { useExplorer } from '../explorer/explorer-context'
import { KindGlyph } from '../ui/kind-glyph'
import { FoundGroups } from './found-groups'
import { useFound } from './use-found'

type SearchDialogProps = { open: boolean; onOpenChange(open: boolean): void }

/** Finds a name by what one remembers of it; then quotes and reports, here and in other cases. */
export function SearchDialog({ open, onOpenChange }: SearchDialogProps) {
  const router = useRouter()
  const { shown, stored, graph, select, change, view, claim } = useExplorer()
  const [text, setText] = useState('')
  const [everywhere, setEverywhere] = useState(false)
  const { found, problem, working } = useFound(open ? text : '', everywhere ? undefined : stored.id)
  const names = useMemo(() => {
    if (text.trim() !== '') return searchEntities(shown, text, everywhere ? 5 : 8)
    const best = shown.entities
      .map((entity) => ({ entity, matched: entity.name, degree: degreeOf(graph, entity.id) }))
      .sort((a, b) => b.degree - a.degree || (a.entity.id < b.entity.id ? -1 : 1))
    return best.slice(0, 8)
  }, [shown, graph, text, everywhere])
  const leave = () => {
    onOpenChange(false)
    setText('')
  }
  const choose = (id: string) => {
    leave()
    if (view.hidden.includes(id)) change({ hidden: view.hidden.filter((other) => other !== id) })
    select(id)
  }
  const go = (address: string) => {
    leave()
    const { pathname, searchParams } = new URL(address, location.origin)
    const asked = searchParams.get('sel')
    // what is on the page already need not be opened anew
    if (asked && pathname === location.pathname && claim(asked)) select(asked)
    else router.push(address)
  }
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/20 dark:bg-black/45" />
        <Dialog.Content
          aria-describedby={undefined}
          className="float-card appear fixed top-[10vh] left-1/2 z-50 w-[38rem] max-w-[calc(100vw-24px)] -translate-x-1/2 overflow-hidden"
        >
          <Dialog.Title className="sr-only">Search</Dialog.Title>
          <Command shouldFilter={false} label="Search names, quotes and reports" loop>
            <div className="flex items-center gap-2.5 border-b border-line px-4">
              <Search size={17} aria-hidden className="shrink-0 text-muted" />
              <Command.Input
                value={text}
                onValueChange={setText}
                placeholder="A name, or what you remember of it"
                className="h-13 w-full bg-transparent text-base outline-none placeholder:text-muted"
              />
              <label className="flex items-center gap-1.5 text-xs whitespace-nowrap text-muted">
                <input
                  type="checkbox"
                  checked={everywhere}
                  onChange={(event) => setEverywhere(event.target.checked)}
                />
                All cases
              </label>
            </div>
            <Command.List label="Found" className="max-h-[62vh] overflow-y-auto p-1.5">
              {!working && (
                <Command.Empty className="px-3 py-6 text-center text-sm text-muted">
                  {problem ??
                    `No name like “${text}”, and no such words in headlines, quotes or reports. Try the beginning of a word.`}
                </Command.Empty>
              )}
              {names.map(({ entity, matched }) => (
                <Command.Item
                  key={entity.id}
                  value={entity.id}
                  onSelect={() => choose(entity.id)}
                  className="flex min-h-10 items-center gap-3 rounded-md px-2.5 py-1.5 data-[selected=true]:bg-hover"
                >
                  <KindGlyph kind={entity.kind} size={13} />
                  <span className="min-w-0 flex-1">
                    <span className="font-medium">{entity.name}</span>
                    {matched !== entity.name && <span className="text-muted"> · {matched}</span>}
                  </span>
                  <span className="text-xs whitespace-nowrap text-muted">
                    {entityKindTable[entity.kind].label} ·{' '}
                    {count(degreeOf(graph, entity.id), 'relation')}
                  </span>
                </Command.Item>
              ))}
              {text.trim() !== '' && found && (
                <FoundGroups found={found} caseId={stored.id} go={go} />
              )}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

const degreeOf = (graph: ReturnType<typeof useExplorer>['graph'], id: string): number =>
  graph.hasNode(id) ? graph.degree(id) : 0
