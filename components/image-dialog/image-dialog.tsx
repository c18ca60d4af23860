'use client'
import { useDeferredValue, useMemo, useState } from 'react'
import { type FinishedPicture, finishPicture } from '@/lib/export/picture'
import { openScopes, pickScene, type Scope, titleScene } from '@/lib/export/scope'
import { type CaseGraph, graphCase } from '@/lib/graph/build'
import type { Case, Story } from '@/lib/schema'
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
  /** The one at hand, where the view tells one. */
  story?: Story
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

/** What is asked for most likely: the answer on the screen before the whole case. */
const firstScopes: readonly Scope[] = ['step', 'story', 'path', 'trace']

function Body({ case_, graph, view, story, elements, theme }: ImageDialogProps) {
  const scopes = useMemo(() => openScopes(elements, view, story), [elements, view, story])
  const titleOf = (scope: Scope) => titleScene(graph, view, scope, story) ?? case_.title
  const [choices, setChoices] = useState<Choices>(() => {
    const answered = view.mode === 'compare' ? 'view' : 'whole'
    const scope = firstScopes.find((one) => scopes.includes(one)) ?? answered
    return {
      format: 'png',
      scope,
      theme,
      background: 'canvas',
      words: true,
      titled: true,
      title: titleOf(scope),
      legend: true,
      sources: true,
      dated: false,
      linked: false,
      size: { scale: 2 },
    }
  })
  const settled = useDeferredValue(choices)
  const picture = usePicture({ graph, view, story, choices: settled })
  const change = (part: Partial<Choices>) =>
    setChoices((held) => {
      const { scope = held.scope } = part
      // a title that was not written by hand goes with what is shown
      const follows = scope !== held.scope && held.title === titleOf(held.scope)
      return { ...held, ...part, ...(follows && { title: titleOf(scope) }) }
    })
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

type Asked = { graph: CaseGraph; view: ViewState; story?: Story; choices: Choices }

function usePicture({ graph, view, story, choices }: Asked): FinishedPicture {
  const { scope } = choices
  const scene = useMemo(
    () => pickScene(graph, view, scope, story && [story]),
    [graph, view, scope, story],
  )
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
