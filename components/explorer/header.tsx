'use client'
import { CircleHelp, List, Network, Search } from 'lucide-react'
import type { CaseLine } from '../cases/case-line'
import { CaseMenu } from '../cases/case-menu'
import { UndoButtons } from '../cases/undo-buttons'
import { IconButton } from '../ui/icon-button'
import { Counts } from './counts'
import { useDoors } from './doors'
import { useExplorer } from './explorer-context'
import { FilterMenu } from './filter-menu'
import { HeaderTools } from './header-tools'
import { ModeSwitch } from './mode-switch'
import { PhoneMenu } from './phone-menu'
import { ThemeButton } from './theme-button'
import { ViewMenu } from './view-menu'

/** The case and its counts, search, the question asked, and the tools. */
export function Header({ cases }: { cases: CaseLine[] }) {
  const { search, keys } = useDoors()
  const { view, change, undo, redo, canUndo, canRedo } = useExplorer()
  return (
    <header className="relative z-30 flex h-15 shrink-0 items-center gap-3 border-b border-line bg-surface px-4 phone:h-auto phone:flex-wrap phone:gap-x-1 phone:gap-y-2 phone:px-3 phone:py-2">
      <div className="min-w-0 flex-1 basis-0">
        <CaseMenu cases={cases} />
        <Counts />
      </div>
      <button
        type="button"
        onClick={search}
        className="flex h-8 w-40 items-center gap-2 rounded-md border border-line bg-canvas px-2.5 text-sm text-muted transition-colors hover:border-line-strong phone:order-last phone:h-10 phone:w-full"
      >
        <Search size={15} aria-hidden />
        <span className="flex-1 text-left">Search</span>
        <kbd className="rounded border border-line px-1 font-sans text-[11px] phone:hidden">/</kbd>
      </button>
      <div className="contents phone:hidden">
        <ModeSwitch />
        <FilterMenu />
        <ViewMenu />
        <div className="flex items-center">
          <UndoButtons undo={undo} redo={redo} canUndo={canUndo} canRedo={canRedo} />
          <IconButton
            icon={view.list ? Network : List}
            label={view.list ? 'Show as a picture' : 'Show as a list'}
            keys="L"
            onClick={() => change({ list: !view.list })}
          />
          <ThemeButton />
          <IconButton icon={CircleHelp} label="Keys" keys="?" onClick={keys} />
          <HeaderTools />
        </div>
      </div>
      <PhoneMenu />
    </header>
  )
}
