'use client'
import { ArrowLeft, Play, Trash2 } from 'lucide-react'
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { moveStep, noteStep, removeStep, tellStory, titleStep } from '@/lib/query/story'
import type { Story } from '@/lib/schema'
import { useExplorer } from '../explorer/explorer-context'
import { Button } from '../ui/button'
import { IconButton } from '../ui/icon-button'
import { StoryExport } from './story-export'
import { StoryList } from './story-list'
import { StoryStepCard } from './story-step'
import { useStories } from './use-stories'

/** The stories of the case, or the one at hand: its steps in order, each with a note. */
export function StoryPanel() {
  const { current } = useStories()
  return (
    <div className="px-4 pt-3.5 pb-8">
      {current ? <StoryEditor key={current.id} story={current} /> : <StoryList />}
    </div>
  )
}

function StoryEditor({ story }: { story: Story }) {
  const { view, change, shown } = useExplorer()
  const { save, remove } = useStories()
  const told = useMemo(() => tellStory(story, shown), [story, shown])
  const keys = useMemo(() => keySteps(story), [story])
  const list = useRef<HTMLOListElement>(null)
  const moved = useRef<number>(undefined)
  const show = (index: number | undefined) =>
    change({ marked: index === undefined ? undefined : String(index) })
  const move = (from: number, to: number) => {
    if (from === to) return
    save(moveStep(story, from, to), `Step ${from + 1} of “${story.title}” moved to ${to + 1}`)
    show(to)
    moved.current = to
  }
  // the keys go on moving the same step
  // biome-ignore lint/correctness/useExhaustiveDependencies: once the steps stand in their new order
  useLayoutEffect(() => {
    if (moved.current === undefined) return
    const card = list.current?.children[moved.current]
    card?.querySelector<HTMLElement>('button[aria-pressed]')?.focus()
    moved.current = undefined
  }, [story])
  const live = useRef(move)
  live.current = move
  useEffect(() => {
    const drop = (event: Event) => {
      const { from, to } = (event as CustomEvent<{ from: number; to: number }>).detail
      live.current(from, to)
    }
    const steps = list.current
    steps?.addEventListener('step-dropped', drop)
    return () => steps?.removeEventListener('step-dropped', drop)
  }, [])
  return (
    <>
      <div className="flex items-center justify-between">
        <Button
          size="small"
          className="-ml-2 text-muted"
          onClick={() => change({ story: undefined, marked: undefined })}
        >
          <ArrowLeft size={13} aria-hidden />
          All stories
        </Button>
        <IconButton
          icon={Trash2}
          label="Remove the story"
          side="left"
          onClick={() => remove(story)}
        />
      </div>
      <Title story={story} />
      <div className="mt-2.5 flex flex-wrap gap-1.5">
        <Button
          look="solid"
          disabled={story.steps.length === 0}
          onClick={() => change({ telling: Math.max(0, Number(view.marked ?? 0) || 0) })}
        >
          <Play size={14} aria-hidden />
          Tell it
        </Button>
        {story.steps.length > 0 && <StoryExport story={story} />}
      </div>
      {story.steps.length === 0 && (
        <p className="mt-4 text-sm text-muted">
          No steps yet. Open a trace, a path or a relation and choose “Add to story”.
        </p>
      )}
      <ol ref={list} className="mt-4 space-y-2">
        {told.map((step, i) => (
          <StoryStepCard
            key={keys[i]}
            step={step}
            index={i}
            last={i === told.length - 1}
            shown={view.marked === String(i)}
            show={() => show(view.marked === String(i) ? undefined : i)}
            title={(text) => save(titleStep(story, i, text), `Step ${i + 1} given another title`)}
            note={(text) => save(noteStep(story, i, text), `Note to step ${i + 1} kept`)}
            move={(to) => move(i, to)}
            remove={() => {
              save(removeStep(story, i), `Step ${i + 1} taken out of “${story.title}”`)
              show(undefined)
            }}
          />
        ))}
      </ol>
    </>
  )
}

/** A step is known by what it tells of, and of equal ones by which of them it is. */
function keySteps({ steps }: Story): string[] {
  const seen = new Map<string, number>()
  return steps.map(({ claims, entities }) => {
    const matter = JSON.stringify([claims, entities])
    const before = seen.get(matter) ?? 0
    seen.set(matter, before + 1)
    return `${matter} ${before}`
  })
}

function Title({ story }: { story: Story }) {
  const { save } = useStories()
  const [title, setTitle] = useState(story.title)
  const id = useId()
  useEffect(() => setTitle(story.title), [story.title])
  return (
    <>
      <label htmlFor={id} className="sr-only">
        Title of the story
      </label>
      <textarea
        id={id}
        value={title}
        rows={1}
        maxLength={300}
        onChange={({ target }) => setTitle(target.value.replace(/\n/g, ' '))}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur()
        }}
        onBlur={() => {
          const next = title.trim()
          if (next === '') setTitle(story.title)
          else if (next !== story.title)
            save({ ...story, title: next }, `Story renamed to “${next}”`)
        }}
        className="voice-document mt-1 -mx-2 field-sizing-content w-[calc(100%+16px)] resize-none rounded-md border border-transparent bg-transparent px-2 py-1 text-[21px] leading-snug font-semibold hover:border-line focus:border-line"
      />
    </>
  )
}
