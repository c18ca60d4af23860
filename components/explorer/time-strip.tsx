'use client'
import { X } from 'lucide-react'
import { Slider } from 'radix-ui'
import { useEffect, useState } from 'react'
import { addDays, daysBetween } from '@/lib/view/timeline'
import { dayWords } from '@/lib/view/words'
import { IconButton } from '../ui/icon-button'
import { useExplorer } from './explorer-context'

const height = 22

/** The days of the case with what is dated in them; two handles keep a stretch of it. */
export function TimeStrip() {
  const { timeline, view, change } = useExplorer()
  const { since, until } = view.filter
  const [held, setHeld] = useState<[number, number]>()
  // what is held in the hand is let go when the view changes under it
  // biome-ignore lint/correctness/useExhaustiveDependencies: the view's own days are what to follow
  useEffect(() => setHeld(undefined), [since, until])
  if (!timeline) return null
  const { first, days, bars, undated } = timeline
  const clamp = (value: number) => Math.min(days, Math.max(0, value))
  const [from, to] = held ?? [
    since ? clamp(daysBetween(first, since)) : 0,
    until ? clamp(daysBetween(first, until)) : days,
  ]
  const most = Math.max(...bars)
  const chosen = since !== undefined || until !== undefined
  return (
    <div className="float-card absolute bottom-4 left-52 flex w-96 items-center gap-3 py-2 pr-2 pl-3 phone:hidden">
      <div className="min-w-0 flex-1">
        <svg
          viewBox={`0 0 ${bars.length} ${height}`}
          preserveAspectRatio="none"
          aria-hidden
          className="block h-5.5 w-full"
        >
          {bars.map((bar, i) => {
            const middle = ((i + 0.5) / bars.length) * days
            return (
              <rect
                // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
                key={i}
                x={i + 0.1}
                width={0.8}
                y={height - (bar / most) * height}
                height={(bar / most) * height}
                className={middle >= from && middle <= to ? 'fill-muted' : 'fill-line'}
              />
            )
          })}
        </svg>
        <Slider.Root
          min={0}
          max={days}
          value={[from, to]}
          onValueChange={([low, high]) => setHeld([low!, high!])}
          onValueCommit={([low, high]) =>
            change(({ filter }) => ({
              filter: {
                ...filter,
                since: low === 0 ? undefined : addDays(first, low!),
                until: high === days ? undefined : addDays(first, high!),
              },
            }))
          }
          className="relative flex h-3 touch-none items-center select-none"
        >
          <Slider.Track className="relative h-0.5 flex-1 bg-line">
            <Slider.Range className="absolute h-full bg-text" />
          </Slider.Track>
          {(['From', 'To'] as const).map((name, i) => (
            <Slider.Thumb
              key={name}
              aria-label={name}
              aria-valuetext={dayWords(addDays(first, [from, to][i]!))}
              className="block size-3 rounded-full border-2 border-text bg-surface"
            />
          ))}
        </Slider.Root>
        <p className="mt-0.5 flex justify-between text-[11px] text-muted">
          <span>{dayWords(addDays(first, from))}</span>
          {undated > 0 && <span>{undated} undated stay</span>}
          <span>{dayWords(addDays(first, to))}</span>
        </p>
      </div>
      <IconButton
        icon={X}
        label="All times"
        side="top"
        disabled={!chosen}
        onClick={() =>
          change(({ filter }) => ({ filter: { ...filter, since: undefined, until: undefined } }))
        }
      />
    </div>
  )
}
