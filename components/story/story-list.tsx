'use client'
import { BookOpen, Plus } from 'lucide-react'
import { count } from '@/lib/view/words'
import { useExplorer } from '../explorer/explorer-context'
import { Button } from '../ui/button'
import { useStories } from './use-stories'

/** The stories kept with the case, and the way to a new one. */
export function StoryList() {
  const { change } = useExplorer()
  const { stories, create } = useStories()
  return (
    <>
      <h2 className="voice-document text-[21px] leading-snug font-semibold">Stories</h2>
      <p className="mt-1 text-sm text-muted">
        A story is told step by step: pick steps with <BookWord /> in a trace, a path or a relation,
        put them in order, add a note to each.
      </p>
      <ul className="mt-3 space-y-1">
        {stories.map(({ id, title, steps }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => change({ story: id })}
              className="flex min-h-9 w-full items-center gap-2.5 rounded-md border border-line px-2.5 py-1.5 text-left text-sm hover:border-line-strong hover:bg-hover phone:min-h-11"
            >
              <BookOpen size={14} aria-hidden className="shrink-0 text-muted" />
              <span className="min-w-0 flex-1 font-medium">{title}</span>
              <span className="text-xs text-muted">{count(steps.length, 'step')}</span>
            </button>
          </li>
        ))}
      </ul>
      <Button
        look="outline"
        className="mt-3"
        onClick={() => create({ title: `Story ${stories.length + 1}`, steps: [] })}
      >
        <Plus size={14} aria-hidden />
        New story
      </Button>
    </>
  )
}

const BookWord = () => <span className="font-medium text-text">Add to story</span>
