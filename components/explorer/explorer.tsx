'use client'
import { useMemo, useRef, useState } from 'react'
import type { Problem } from '@/lib/errors'
import { CanvasArea, type CanvasControls } from '../canvas/canvas-area'
import { CaseDrop } from '../cases/case-drop'
import type { CaseLine } from '../cases/case-line'
import { ListView } from '../list/list-view'
import { SidePanel } from '../panel/side-panel'
import { SearchDialog } from '../search/search-dialog'
import { useExplorer } from './explorer-context'
import { Header } from './header'
import { KeysDialog } from './keys-dialog'
import { Notices } from './notices'
import { useKeys } from './use-keys'

type ExplorerProps = { cases: CaseLine[]; problems: readonly Problem[] }

/** The whole screen: picture or list, what floats over it, and the panel beside it. */
export function Explorer({ cases, problems }: ExplorerProps) {
  const { view } = useExplorer()
  const controls = useRef<CanvasControls | null>(null)
  const [searching, setSearching] = useState(false)
  const [showingKeys, setShowingKeys] = useState(false)
  const doors = useMemo(
    () => ({ search: () => setSearching(true), keys: () => setShowingKeys(true) }),
    [],
  )
  useKeys(controls, doors)
  return (
    <CaseDrop>
      <div className="fixed inset-0 flex flex-col overflow-hidden bg-canvas">
        <Header cases={cases} {...doors} />
        <main className="relative min-h-0 flex-1">
          {view.list ? <ListView /> : <CanvasArea controls={controls} />}
          <SidePanel />
          <Notices problems={problems} />
        </main>
        <SearchDialog open={searching} onOpenChange={setSearching} />
        <KeysDialog open={showingKeys} onOpenChange={setShowingKeys} />
      </div>
    </CaseDrop>
  )
}
