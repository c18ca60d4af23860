'use client'
import { ChevronDown, FilePlus2, FileUp, History, Library, RefreshCw } from 'lucide-react'
import Link from 'next/link'
import { DropdownMenu } from 'radix-ui'
import type { Case } from '@/lib/schema'
import { count } from '@/lib/view/words'
import { useDoors } from '../explorer/doors'
import { useExplorer } from '../explorer/explorer-context'
import { menuCard } from '../ui/menu'
import { useOpenCase } from './case-drop'
import type { CaseLine } from './case-line'

/** The case's title; opens the list of cases. */
export function CaseMenu({ cases }: { cases: CaseLine[] }) {
  const { stored } = useExplorer()
  const openCase = useOpenCase()
  const { newCase, reread } = useDoors()
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="-mx-1.5 flex max-w-full items-center gap-1 rounded-md px-1.5 text-left hover:bg-hover data-[state=open]:bg-pressed">
        <h1 className="voice-document truncate text-[17px] leading-6 font-semibold">
          {stored.title}
        </h1>
        <ChevronDown size={15} aria-hidden className="shrink-0 text-muted" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="start"
          sideOffset={6}
          collisionPadding={12}
          className={`${menuCard} w-88`}
        >
          <DropdownMenu.Label className="px-2 pt-1.5 pb-1 text-xs text-muted">
            Cases
          </DropdownMenu.Label>
          {cases.map((case_) => (
            <DropdownMenu.Item
              key={case_.id}
              asChild
              className="block rounded-md px-2 py-1.5 outline-none data-[highlighted]:bg-hover"
            >
              <Link
                href={`/case/${encodeURIComponent(case_.id)}`}
                aria-current={case_.id === stored.id ? 'page' : undefined}
              >
                <span
                  className={`voice-document block text-[15px] leading-snug ${case_.id === stored.id ? 'font-semibold' : ''}`}
                >
                  {case_.title}
                </span>
                <span className="text-xs text-muted">
                  {case_.sample && 'Sample · '}
                  {countsOf(case_.id === stored.id ? sizeOf(stored) : case_)}
                </span>
              </Link>
            </DropdownMenu.Item>
          ))}
          <DropdownMenu.Separator className="my-1 h-px bg-line" />
          <DropdownMenu.Item
            asChild
            className="flex h-9 items-center gap-2 rounded-md px-2 outline-none data-[highlighted]:bg-hover"
          >
            <Link href="/cases" prefetch={false}>
              <Library size={15} aria-hidden />
              All cases, backup …
            </Link>
          </DropdownMenu.Item>
          <DropdownMenu.Item
            asChild
            className="flex h-9 items-center gap-2 rounded-md px-2 outline-none data-[highlighted]:bg-hover"
          >
            <Link href={`/case/${encodeURIComponent(stored.id)}/history`} prefetch={false}>
              <History size={15} aria-hidden />
              History of this case
            </Link>
          </DropdownMenu.Item>
          <DropdownMenu.Item
            onSelect={reread}
            className="flex h-9 items-center gap-2 rounded-md px-2 outline-none data-[highlighted]:bg-hover"
          >
            <RefreshCw size={15} aria-hidden />
            Read the reports again …
          </DropdownMenu.Item>
          <DropdownMenu.Item
            onSelect={newCase}
            className="flex h-9 items-center gap-2 rounded-md px-2 outline-none data-[highlighted]:bg-hover"
          >
            <FilePlus2 size={15} aria-hidden />
            New case …
          </DropdownMenu.Item>
          <DropdownMenu.Item
            onSelect={openCase}
            className="flex h-9 items-center gap-2 rounded-md px-2 outline-none data-[highlighted]:bg-hover"
          >
            <FileUp size={15} aria-hidden />
            Open a case file …
            <span className="ml-auto text-xs text-muted phone:hidden">or drop it anywhere</span>
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

/** The open case is counted as it is by now, the others as they were when the page came. */
const sizeOf = ({ documents, entities, claims }: Case) => ({
  documents: documents.length,
  entities: entities.length,
  claims: claims.length,
})

const countsOf = ({
  documents,
  entities,
  claims,
}: Pick<CaseLine, 'documents' | 'entities' | 'claims'>) =>
  `${count(entities, 'entity', 'entities')} · ${count(claims, 'claim')} · ${count(documents, 'document')}`
