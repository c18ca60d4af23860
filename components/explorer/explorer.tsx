'use client'
import { useRef } from 'react'
import type { Problem } from '@/lib/errors'
import { CanvasArea, type CanvasControls } from '../canvas/canvas-area'
import { CaseDrop } from '../cases/case-drop'
import type { CaseLine } from '../cases/case-line'
import { ListView } from '../list/list-view'
import { SidePanel } from '../panel/side-panel'
import { DecisionNotice } from '../review/decision-notice'
import { Telling } from '../story/telling'
import { DoorsProvider } from './doors'
import { useExplorer } from './explorer-context'
import { Header } from './header'
import { Notices } from './notices'
import { useKeys } from './use-keys'

type ExplorerProps = {
  cases: CaseLine[]
  problems: readonly Problem[]
  /** Opens the dialog that takes documents. */
  adding: boolean
}

/** The whole screen: picture or list, what floats over it, and the panel beside it. */
export function Explorer({ cases, problems, adding }: ExplorerProps) {
  return (
    <DoorsProvider adding={adding}>
      <CaseDrop>
        <Stage cases={cases} problems={problems} />
      </CaseDrop>
    </DoorsProvider>
  )
}

/** A story that is told has the screen to itself. */
function Stage(props: Omit<ExplorerProps, 'adding'>) {
  const { view, story } = useExplorer()
  return story && view.telling !== undefined ? (
    <Telling story={story} at={Math.min(view.telling, story.steps.length - 1)} />
  ) : (
    <Screen {...props} />
  )
}

function Screen({ cases, problems }: Omit<ExplorerProps, 'adding'>) {
  const { view } = useExplorer()
  const controls = useRef<CanvasControls | null>(null)
  useKeys(controls)
  return (
    <div className="fixed inset-0 flex flex-col overflow-hidden bg-canvas">
      <Header cases={cases} />
      <main className="relative min-h-0 flex-1">
        {view.list ? <ListView /> : <CanvasArea controls={controls} />}
        <SidePanel />
        <Notices problems={problems} />
      </main>
      <DecisionNotice />
    </div>
  )
}
