'use client'
import { clsx } from 'clsx'
import { ChevronLeft, ChevronRight, Maximize2, X } from 'lucide-react'
import { useMemo, useRef } from 'react'
import { describeClaim } from '@/lib/query/sentence'
import { type ToldStep, tellStory } from '@/lib/query/story'
import type { Story } from '@/lib/schema'
import { groupByQuote } from '@/lib/view/story-elements'
import { Canvas } from '../canvas/canvas'
import type { Drawing, Gestures } from '../canvas/drawing'
import { usePicture } from '../canvas/use-picture'
import { useExplorer } from '../explorer/explorer-context'
import { useIsPhone } from '../explorer/use-is-phone'
import { usePlainKeys } from '../explorer/use-plain-keys'
import { Quote } from '../panel/quote'
import { IconButton } from '../ui/icon-button'

/** A picture that is only looked at. */
const still: Gestures = {
  onTap: () => {},
  onOpen: () => {},
  onBox: () => {},
  onMenu: () => {},
  onMove: () => {},
  onHover: () => {},
  onViewport: () => {},
}

/** A story step by step on the whole screen: what was told so far, and the words for this step. */
export function Telling({ story, at }: { story: Story; at: number }) {
  const { change, shown } = useExplorer()
  const told = useMemo(() => tellStory(story, shown), [story, shown])
  const step = told[at]
  const last = told.length - 1
  const go = (to: number) => change({ telling: Math.min(last, Math.max(0, to)), marked: undefined })
  const leave = () => change({ telling: undefined, marked: String(at) })
  usePlainKeys({
    arrowright: () => go(at + 1),
    ' ': () => go(at + 1),
    pagedown: () => go(at + 1),
    arrowleft: () => go(at - 1),
    pageup: () => go(at - 1),
    home: () => go(0),
    end: () => go(last),
    escape: leave,
  })
  return (
    <main className="fixed inset-0 flex overflow-hidden bg-canvas phone:flex-col">
      <StoryPicture at={at} title={story.title} />
      <article className="flex w-[30rem] shrink-0 flex-col border-l border-line bg-surface phone:h-[54dvh] phone:w-auto phone:border-t phone:border-l-0">
        <header className="flex h-12 shrink-0 items-center gap-2 border-b border-line pr-2 pl-6 phone:pl-4">
          <h1 className="min-w-0 flex-1 truncate text-sm text-muted">{story.title}</h1>
          <IconButton
            icon={Maximize2}
            label="Fill the whole screen"
            className="phone:hidden"
            onClick={toggleFullscreen}
          />
          <IconButton icon={X} label="Leave the story" keys="Esc" side="left" onClick={leave} />
        </header>
        {step && <StepWords key={at} step={step} />}
        <footer className="flex h-14 shrink-0 items-center justify-between border-t border-line px-4">
          <IconButton
            icon={ChevronLeft}
            label="Previous step"
            keys="←"
            side="top"
            disabled={at === 0}
            className="size-10"
            onClick={() => go(at - 1)}
          />
          <p className="text-sm text-muted tabular-nums" aria-live="polite">
            {at + 1} of {told.length}
          </p>
          <IconButton
            icon={ChevronRight}
            label="Next step"
            keys="→"
            side="top"
            disabled={at === last}
            className="size-10"
            onClick={() => go(at + 1)}
          />
        </footer>
      </article>
    </main>
  )
}

function StoryPicture({ at, title }: { at: number; title: string }) {
  const phone = useIsPhone()
  const drawing = useRef<Drawing | null>(null)
  const { elements } = useExplorer()
  const { scene } = usePicture(phone, drawing)
  const room = phone ? 16 : 48
  const insets = useMemo(() => ({ top: room, right: room, bottom: room, left: room }), [room])
  const part = useMemo(() => {
    const lit = (one: { faded?: boolean }) => !one.faded
    return { nodes: elements.nodes.filter(lit), edges: elements.edges.filter(lit) }
  }, [elements])
  const told = useMemo(
    () =>
      scene && {
        ...scene,
        labels: true,
        selection: [],
        fitKey: `telling ${at}`,
        ...(part.nodes.length > 0 && { part }),
      },
    [scene, part, at],
  )
  return (
    <div className="relative min-h-0 min-w-0 flex-1">
      <div className="absolute inset-0">
        <Canvas
          ref={drawing}
          scene={told}
          gestures={still}
          insets={insets}
          description={`Picture of step ${at + 1} of “${title}”; its relations stand beside it in words.`}
        />
      </div>
    </div>
  )
}

function StepWords({ step }: { step: ToldStep }) {
  const { shown } = useExplorer()
  return (
    <section
      // a region that scrolls must take the keyboard
      // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
      tabIndex={0}
      aria-label={step.title}
      className="appear min-h-0 flex-1 overflow-y-auto px-6 py-6 outline-none phone:px-4 phone:py-4"
    >
      <h2
        className={clsx(
          'voice-document font-semibold text-pretty',
          // a whole sentence is read, a title is seen
          step.title.length > 80
            ? 'text-[19px] leading-snug phone:text-[17px]'
            : 'text-[26px] leading-tight phone:text-[21px]',
        )}
      >
        {step.title}
      </h2>
      {step.note.split(/\n\s*\n/).map((paragraph) => (
        <p
          key={paragraph}
          className="voice-document mt-3 text-[18px] leading-relaxed whitespace-pre-line empty:hidden"
        >
          {paragraph.trim()}
        </p>
      ))}
      <ul className="mt-6 space-y-6">
        {groupByQuote(step.claims).map(({ evidence, claims }) => (
          <li key={claims[0]!.id} className="border-t border-line pt-3">
            {claims.map((claim) => (
              <p key={claim.id} className="mb-2 text-sm text-muted">
                {describeClaim(claim, shown)}
              </p>
            ))}
            <Quote evidence={evidence} claim={claims[0]!.id} size="small" />
          </li>
        ))}
      </ul>
      {step.missing > 0 && (
        <p className="mt-4 text-sm text-muted">
          {step.missing} of what it told of is no longer in the case.
        </p>
      )}
    </section>
  )
}

/** A browser may refuse; the story fills the window all the same. */
function toggleFullscreen() {
  const done = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen()
  done.catch(() => {})
}
