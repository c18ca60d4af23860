'use client'
import { clsx } from 'clsx'
import { Eye, EyeOff } from 'lucide-react'
import type { Path } from '@/lib/query/path-question'
import { count } from '@/lib/view/words'
import { useExplorer } from '../explorer/explorer-context'
import { IconButton } from '../ui/icon-button'
import { HopDetail } from './hop-detail'

type PathAnswerCardProps = {
  path: Path
  /** Place in the answer, from 0. */
  index: number
  open: boolean
  /** In the picture. */
  drawn: boolean
  choose(): void
  draw(on: boolean): void
}

/** One path: closed, its names in a row; open, hop by hop with what carries each. */
export function PathAnswerCard({ path, index, open, drawn, choose, draw }: PathAnswerCardProps) {
  const { entity, standing } = useExplorer()
  const name = (id: string) => entity(id)?.name ?? id
  const weakest = path.hops[path.weakest]
  const fallen = standing?.paths.has(index)
  return (
    <li className={clsx('rounded-md border', open ? 'border-path' : 'border-line')}>
      <div className="flex items-start">
        <button
          type="button"
          aria-expanded={open}
          onClick={choose}
          className="flex min-w-0 flex-1 gap-2.5 rounded-md px-3 py-2 text-left hover:bg-hover"
        >
          <span
            className={clsx(
              'mt-0.5 flex size-5 shrink-0 items-center justify-center rounded-full text-[11px] font-semibold',
              drawn ? 'bg-path text-canvas' : 'bg-sunken text-muted',
            )}
          >
            {index + 1}
          </span>
          <span className="min-w-0">
            <span className={clsx('block text-sm', fallen && 'text-muted line-through')}>
              {path.nodes.map(name).join(' → ')}
            </span>
            {fallen && <span className="block text-xs font-medium">× No longer stands.</span>}
            <span className="text-xs text-muted">
              {count(path.hops.length, 'hop')}
              {weakest &&
                ` · weakest: ${name(weakest.from)} – ${name(weakest.to)}, ${count(weakest.sources, 'source')}`}
              {path.span !== null && ` · over ${count(path.span, 'day')}`}
            </span>
          </span>
        </button>
        {!open && (
          <IconButton
            icon={drawn ? Eye : EyeOff}
            label={drawn ? 'In the picture' : 'Not in the picture'}
            side="left"
            on={drawn}
            className="m-1 size-7 phone:size-10"
            onClick={() => draw(!drawn)}
          />
        )}
      </div>
      {open && (
        <ol className="border-t border-line px-3 pt-3 pb-4">
          {path.hops.map((hop, i) => (
            <HopDetail
              key={`${hop.from} ${hop.to}`}
              hop={hop}
              number={i + 1}
              weakest={i === path.weakest && path.hops.length > 1}
              last={i === path.hops.length - 1}
            />
          ))}
        </ol>
      )}
    </li>
  )
}
