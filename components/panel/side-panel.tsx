'use client'
import { ArrowLeft, X } from 'lucide-react'
import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { ComparePanel } from '../compare/compare-panel'
import { useExplorer } from '../explorer/explorer-context'
import { PathPanel } from '../path/path-panel'
import { StoryPanel } from '../story/story-panel'
import { TracePanel } from '../trace/trace-panel'
import { IconButton } from '../ui/icon-button'
import { EntityPanel } from './entity-panel'
import { ManyPanel } from './many-panel'
import { panelWidth } from './panel-width'
import { RelationPanel } from './relation-panel'

/** Beside the picture on a wide screen, a sheet over its lower part on a phone. */
export function SidePanel() {
  const { view, change, select, panelOpen } = useExplorer()
  const body = useRef<HTMLDivElement>(null)
  const shown = view.selection.join('\n') || view.mode
  // at its top, before what is in it scrolls to the step one has come to
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown anew starts there
  useLayoutEffect(() => {
    body.current?.scrollTo(0, 0)
  }, [shown])
  if (!panelOpen) return null
  const isAnswer = view.selection.length === 0
  return (
    <aside
      aria-label={isAnswer ? 'Answer' : 'Selection'}
      style={{ width: panelWidth }}
      className="appear absolute inset-y-3 right-3 z-20 flex flex-col float-card [--from-x:12px] [--from-y:0] phone:inset-x-0 phone:top-auto phone:bottom-0 phone:h-[52dvh] phone:w-auto! phone:rounded-b-none phone:[--from-x:0] phone:[--from-y:16px]"
    >
      <div className="flex h-11 shrink-0 items-center justify-between border-b border-line pr-1.5 pl-4">
        {!isAnswer && view.mode !== 'explore' ? (
          <button
            type="button"
            onClick={() => select(undefined)}
            className="-ml-1.5 flex items-center gap-1 rounded px-1.5 py-1 text-xs font-medium hover:bg-hover"
          >
            <ArrowLeft size={14} aria-hidden />
            {back[view.mode]}
          </button>
        ) : (
          <PanelTitle />
        )}
        <IconButton
          icon={X}
          label="Close"
          keys="Esc"
          side="left"
          onClick={() => change(isAnswer ? { mode: 'explore' } : { selection: [] })}
        />
      </div>
      <div ref={body} className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
        <PanelBody />
      </div>
    </aside>
  )
}

const questions = {
  explore: '',
  path: 'How are they connected?',
  trace: 'How was it shaped?',
  compare: 'What changed?',
  story: 'Stories',
} as const

const back = {
  explore: '',
  path: 'Back to the paths',
  trace: 'Back to the steps',
  compare: 'Back to what changed',
  story: 'Back to the story',
} as const

const answers = {
  explore: null,
  path: <PathPanel />,
  trace: <TracePanel />,
  compare: <ComparePanel />,
  story: <StoryPanel />,
} as const

function PanelTitle() {
  const { view, claim } = useExplorer()
  const [first] = view.selection
  const words =
    view.selection.length > 1
      ? `${view.selection.length} selected`
      : first === undefined
        ? questions[view.mode]
        : claim(first)
          ? 'Relation'
          : 'Entity'
  return <p className="text-xs font-medium text-muted">{words}</p>
}

function PanelBody(): ReactNode {
  const { view, claim, entity } = useExplorer()
  const [first, second] = view.selection
  if (first === undefined) return answers[view.mode]
  if (second !== undefined) return <ManyPanel />
  const found = claim(first)
  if (found) return <RelationPanel key={first} claim={found} />
  const named = entity(first)
  return named ? (
    <EntityPanel key={first} entity={named} />
  ) : (
    <p className="px-4 py-6 text-sm text-muted">
      What was selected is not in the case any more. Undo brings it back.
    </p>
  )
}
