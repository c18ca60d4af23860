'use client'
import { pathLimits } from '@/lib/query/path-question'
import { count } from '@/lib/view/words'
import { useExplorer } from '../explorer/explorer-context'
import { Button } from '../ui/button'

/** No path is an answer: what stands in the way, and what would let one through. */
export function NoPath() {
  const { answer, change, entity, view } = useExplorer()
  if (!answer) return null
  const [from, to] = [view.path.from, view.path.to].map((id) => id && entity(id)?.name)
  return (
    <div className="mt-5 rounded-md bg-sunken p-3.5" role="status">
      <p className="voice-document text-lg leading-snug font-semibold">
        No path from {from} to {to}
      </p>
      <p className="mt-1 text-sm text-muted">
        {answer.exhausted
          ? `The search stopped after ${count(pathLimits.budget, 'step')} before it found one.`
          : answer.relax.length > 0
            ? 'Not with these limits. There are paths:'
            : 'Nothing in this case connects them, whatever the limits.'}
      </p>
      {answer.relax.length > 0 && (
        <ul className="mt-2.5 space-y-1.5">
          {answer.relax.map(({ change: words, question, paths }) => (
            <li key={words}>
              <Button
                look="outline"
                className="h-auto! w-full justify-between py-1.5 text-left whitespace-normal!"
                onClick={() =>
                  change({
                    filter: question.filter ?? {},
                    path: {
                      from: question.from,
                      to: question.to,
                      via: question.via ?? [],
                      avoid: question.avoid ?? [],
                      mode: question.mode,
                      anyOrder: question.anyOrder ?? false,
                      maxHops: question.maxHops,
                      longestGap: question.longestGap,
                      chosen: 0,
                      also: [],
                    },
                  })
                }
              >
                <span>{words.charAt(0).toUpperCase() + words.slice(1)}</span>
                <span className="font-normal whitespace-nowrap text-muted">
                  {count(paths, 'path')}
                </span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
