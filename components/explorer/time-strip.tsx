'use client'
import { clsx } from 'clsx'
import { Pause, Play, SkipBack, SkipForward, X } from 'lucide-react'
import { Slider } from 'radix-ui'
import { useEffect, useState } from 'react'
import { claimStance } from '@/lib/graph/stance'
import { sayClause } from '@/lib/query/clause'
import { addDays, daysBetween, momentAt } from '@/lib/view/timeline'
import { dayWords, shortDayWords } from '@/lib/view/words'
import { IconButton } from '../ui/icon-button'
import { useExplorer } from './explorer-context'
import { type Stretch, TimeBars } from './time-bars'
import { usePlainKeys } from './use-plain-keys'
import { usePlayback } from './use-playback'

/** The days of the case with what is dated in them: two handles keep a stretch, play walks through. */
export function TimeStrip() {
  const { timeline, view, change, panelOpen } = useExplorer()
  const { since, until } = view.filter
  const playback = usePlayback()
  usePlainKeys({ '[': playback.back, ']': playback.forward, p: playback.toggle })
  const [held, setHeld] = useState<Stretch>()
  // what is held in the hand is let go when the view changes under it
  // biome-ignore lint/correctness/useExhaustiveDependencies: the view's own days are what to follow
  useEffect(() => setHeld(undefined), [since, until])
  if (!timeline) return null
  const { first, days } = timeline
  const clamp = (value: number) => Math.min(days, Math.max(0, value))
  const chosen: Stretch = held ?? [
    since ? clamp(daysBetween(first, since)) : 0,
    until ? clamp(daysBetween(first, until)) : days,
  ]
  const choose = ([low, high]: Stretch) => {
    playback.stop()
    setHeld(undefined)
    change(({ filter }) => ({
      filter: {
        ...filter,
        since: low === 0 ? undefined : addDays(first, low),
        until: high === days ? undefined : addDays(first, high),
      },
    }))
  }
  return (
    <section
      aria-label="Time"
      className={clsx(
        'float-card absolute bottom-4 left-52 max-w-3xl py-2 pr-2 pl-1.5 phone:inset-x-3 phone:bottom-3',
        panelOpen ? 'right-[424px] phone:hidden' : 'right-[76px]',
      )}
    >
      <MomentLine />
      <div className="flex items-center gap-2">
        <div className="flex shrink-0">
          <IconButton
            icon={SkipBack}
            label="Previous event"
            keys="["
            side="top"
            disabled={!playback.back}
            onClick={playback.back}
          />
          <IconButton
            icon={playback.playing ? Pause : Play}
            label={playback.playing ? 'Pause' : 'Play from event to event'}
            keys="P"
            side="top"
            onClick={playback.toggle}
          />
          <IconButton
            icon={SkipForward}
            label="Next event"
            keys="]"
            side="top"
            disabled={!playback.forward}
            onClick={playback.forward}
          />
        </div>
        <div className="min-w-0 flex-1">
          <TimeBars timeline={timeline} chosen={chosen} hold={setHeld} choose={choose} />
          <Handles days={days} first={first} chosen={chosen} hold={setHeld} choose={choose} />
          <p className="mt-0.5 flex flex-wrap justify-between gap-x-1 text-[11px] whitespace-nowrap text-muted tabular-nums phone:-mr-11">
            <span>
              {shortDayWords(addDays(first, chosen[0]))} –{' '}
              {shortDayWords(addDays(first, chosen[1]))}
            </span>
            <UndatedSwitch />
          </p>
        </div>
        <IconButton
          icon={X}
          label="All times"
          side="top"
          disabled={since === undefined && until === undefined}
          onClick={() => choose([0, days])}
        />
      </div>
    </section>
  )
}

type HandlesProps = {
  days: number
  first: string
  chosen: Stretch
  hold(stretch: Stretch): void
  choose(stretch: Stretch): void
}

const Handles = ({ days, first, chosen, hold, choose }: HandlesProps) => (
  <Slider.Root
    min={0}
    max={days}
    value={chosen}
    onValueChange={([low, high]) => hold([low!, high!])}
    onValueCommit={([low, high]) => choose([low!, high!])}
    className="relative flex h-3 touch-none items-center select-none phone:h-6"
  >
    <Slider.Track className="relative h-0.5 flex-1 bg-line">
      <Slider.Range className="absolute h-full bg-text" />
    </Slider.Track>
    {(['From', 'To'] as const).map((name, i) => (
      <Slider.Thumb
        key={name}
        aria-label={name}
        aria-valuetext={dayWords(addDays(first, chosen[i]!))}
        className="block size-3 rounded-full border-2 border-text bg-surface phone:size-5"
      />
    ))}
  </Slider.Root>
)

/** What begins on the day one has walked to. */
function MomentLine() {
  const { timeline, view, shown } = useExplorer()
  const { until } = view.filter
  const moment = until && timeline?.moments[momentAt(timeline, until)]
  if (!moment) return null
  const claim = moment.claims[0]!
  const said = sayClause(claim, claimStance(claim), shown)
  const reports = new Set(claim.evidence.map((piece) => piece.document)).size
  return (
    <p className="truncate px-2 pb-1 text-xs" aria-live="polite">
      <span className="font-medium tabular-nums">{shortDayWords(moment.day)}</span>{' '}
      <span className="text-muted">
        {said.charAt(0).toUpperCase()}
        {said.slice(1)}, {reports === 1 ? 'one report says' : `${reports} reports say`}
        {moment.claims.length > 1 && `; and ${moment.claims.length - 1} more`}
      </span>
    </p>
  )
}

function UndatedSwitch() {
  const { timeline, view, change } = useExplorer()
  if (!timeline || timeline.undated === 0) return null
  const out = view.filter.dated ?? false
  return (
    <button
      type="button"
      role="switch"
      aria-checked={!out}
      onClick={() =>
        change(({ filter }) => ({ filter: { ...filter, dated: out ? undefined : true } }))
      }
      className={clsx('rounded px-1 underline underline-offset-2 hover:text-text', {
        'decoration-line': !out,
      })}
    >
      {timeline.undated.toLocaleString('en')} undated {out ? 'left out' : 'kept'}
    </button>
  )
}
