'use client'
import { useDeferredValue, useMemo, useState } from 'react'
import { type FinishedPicture, finishPicture } from '@/lib/export/picture'
import { openScopes, pickScene } from '@/lib/export/scope'
import { type CaseGraph, graphCase } from '@/lib/graph/build'
import type { Case } from '@/lib/schema'
import type { Elements } from '@/lib/view/elements'
import type { ViewState } from '@/lib/view/state'
import type { ThemeName } from '@/lib/view/theme'
import { dayWords } from '@/lib/view/words'
import { DialogCard } from '../ui/dialog-card'
import { ChoiceForm } from './choice-form'
import type { Choices } from './choices'
import { Downloads } from './downloads'
import { Preview } from './preview'

export type ImageDialogProps = {
  open: boolean
  onOpenChange(open: boolean): void
  /** As it is kept: what the tables and the case file hold. */
  case_: Case
  /** As it is shown. */
  graph: CaseGraph
  view: ViewState
  /** What the canvas shows, with what stands out. */
  elements: Elements
  theme: ThemeName
}

/** An image worth printing: everything about it is chosen beside a live preview. */
export function ImageDialog(props: ImageDialogProps) {
  const { open, onOpenChange } = props
  return (
    <DialogCard
      open={open}
      onOpenChange={onOpenChange}
      title="Save an image"
      className="w-[72rem] !top-[5vh] !max-h-[90vh]"
    >
      {open && <Body {...props} />}
    </DialogCard>
  )
}

function Body({ case_, graph, view, elements, theme }: ImageDialogProps) {
  const scopes = useMemo(() => openScopes(elements, view), [elements, view])
  const [choices, setChoices] = useState<Choices>(() => ({
    format: 'png',
    scope: scopes.find((scope) => scope === 'path' || scope === 'trace') ?? 'whole',
    theme,
    background: 'canvas',
    words: true,
    titled: true,
    title: case_.title,
    legend: true,
    sources: true,
    dated: false,
    linked: false,
    size: { scale: 2 },
  }))
  const settled = useDeferredValue(choices)
  const picture = usePicture({ graph, view, choices: settled })
  const change = (part: Partial<Choices>) => setChoices((held) => ({ ...held, ...part }))
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_17rem] gap-6 phone:grid-cols-1">
      <div className="min-w-0 space-y-4">
        <Preview
          svg={picture.svg}
          description={picture.description}
          transparent={settled.background === 'transparent'}
          dark={settled.theme === 'dark'}
        />
        <Downloads
          case_={case_}
          picture={picture}
          choices={settled}
          offerSvg={() => change({ format: 'svg' })}
        />
      </div>
      <ChoiceForm choices={choices} change={change} open={scopes} svg={picture.svg} />
    </div>
  )
}

type Asked = { graph: CaseGraph; view: ViewState; choices: Choices }

function usePicture({ graph, view, choices }: Asked): FinishedPicture {
  const { scope } = choices
  const scene = useMemo(() => pickScene(graph, view, scope), [graph, view, scope])
  return useMemo(
    () =>
      finishPicture(graphCase(graph), scene, {
        theme: choices.theme,
        background: choices.background,
        words: choices.words ? 'all' : 'none',
        title: choices.titled ? choices.title : '',
        legend: choices.legend,
        sources: choices.sources,
        ...(choices.dated && { date: dayWords(new Date().toISOString()) }),
        ...(choices.linked && { permalink: window.location.href }),
      }),
    [graph, scene, choices],
  )
}
