'use client'
import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useTheme } from 'next-themes'
import { createContext, type ReactNode, use, useMemo, useState } from 'react'
import { ImportStrip } from '../add-documents/import-strip'
import type { Chosen } from '../add-documents/list-dropped'
import { NewCase } from '../add-documents/new-case'
import { useImport } from '../add-documents/use-import'
import { useCase } from '../cases/case-context'
import { SearchDialog } from '../search/search-dialog'
import { useExplorer } from './explorer-context'
import { KeysDialog } from './keys-dialog'

const AddDocuments = dynamic(() =>
  import('../add-documents/add-documents').then((module) => module.AddDocuments),
)

const ImageDialog = dynamic(() =>
  import('../image-dialog/image-dialog').then((module) => module.ImageDialog),
)

const RereadDialog = dynamic(() =>
  import('../reread/reread-dialog').then((module) => module.RereadDialog),
)

export type Doors = {
  search(): void
  keys(): void
  newCase(): void
  exportPicture(): void
  /** Reads the reports of the case again. */
  reread(): void
  /** With files that were dropped, reading them begins at once. */
  addDocuments(dropped?: Chosen): void
}

const Context = createContext<Doors | undefined>(undefined)

/** What opens the dialogs, from wherever one is. */
export function useDoors(): Doors {
  const doors = use(Context)
  if (!doors) throw new Error('useDoors: there is no DoorsProvider above this component')
  return doors
}

type Open = {
  door?: 'search' | 'keys' | 'newCase' | 'addDocuments' | 'export' | 'reread'
  dropped?: Chosen
}
type DoorsProviderProps = { adding: boolean; children: ReactNode }

export function DoorsProvider({ adding, children }: DoorsProviderProps) {
  const router = useRouter()
  const { showAnew } = useCase()
  const { stored, graph, view, story, elements } = useExplorer()
  const theme = useTheme().resolvedTheme === 'dark' ? 'dark' : 'light'
  const [open, setOpen] = useState<Open>(adding ? { door: 'addDocuments' } : {})
  const importing = useImport(stored.id, showAnew)
  const doors = useMemo<Doors>(
    () => ({
      search: () => setOpen({ door: 'search' }),
      keys: () => setOpen({ door: 'keys' }),
      newCase: () => setOpen({ door: 'newCase' }),
      exportPicture: () => setOpen({ door: 'export' }),
      reread: () => setOpen({ door: 'reread' }),
      addDocuments: (dropped) => setOpen({ door: 'addDocuments', dropped }),
    }),
    [],
  )
  const of = (door: Open['door']) => ({
    open: open.door === door,
    onOpenChange: (stays: boolean) => setOpen(stays ? { door } : {}),
  })
  return (
    <Context value={doors}>
      {children}
      <SearchDialog {...of('search')} />
      <KeysDialog {...of('keys')} />
      <NewCase
        {...of('newCase')}
        onCreated={(id) => router.push(`/case/${encodeURIComponent(id)}?add=1`)}
      />
      {open.door !== 'addDocuments' && (
        <ImportStrip importing={importing} onOpen={() => setOpen({ door: 'addDocuments' })} />
      )}
      {open.door === 'addDocuments' && (
        <AddDocuments
          {...of('addDocuments')}
          caseId={stored.id}
          dropped={open.dropped}
          importing={importing}
          onAdded={showAnew}
        />
      )}
      {open.door === 'reread' && <RereadDialog caseId={stored.id} onClose={() => setOpen({})} />}
      {open.door === 'export' && (
        <ImageDialog
          {...of('export')}
          case_={stored}
          graph={graph}
          view={view}
          story={story}
          elements={elements}
          theme={theme}
        />
      )}
    </Context>
  )
}
