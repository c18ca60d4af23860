'use client'
import { CircleAlert } from 'lucide-react'
import Link from 'next/link'
import { type Sign, signTable } from '@/lib/view/signs'
import { count, listWords } from '@/lib/view/words'
import type { Changes, Told } from './changes'

/** "2 new relations, 1 gone, 1 read otherwise, 40 as before. 1 of 12 decisions without its ground." */
export function sayChanges({ stay, decisions, ...changes }: Changes): string {
  const counts = [
    count(changes.new.count, 'new relation'),
    `${changes.gone.count.toLocaleString('en')} gone`,
    `${changes.otherwise.count.toLocaleString('en')} read otherwise`,
    `${stay.toLocaleString('en')} as before`,
  ]
  return `${counts.join(', ')}.${decisions.count > 0 ? ` ${sayGround(decisions)}` : ''}`
}

function sayGround({ count: all, lost }: Changes['decisions']): string {
  if (lost.length === 0) return 'Every decision keeps its ground.'
  const number = lost.length.toLocaleString('en')
  return `${number} of ${count(all, 'decision')} without ${lost.length === 1 ? 'its' : 'their'} ground.`
}

type ChangeListProps = {
  changes: Changes
  /** The case's own address. */
  home: string
  only?: 'decisions'
}

/** What reading again changes, in words, each with the sentence it rests on. */
export function ChangeList({ changes, home, only }: ChangeListProps) {
  const { decisions, names, failed, left } = changes
  return (
    <div className="space-y-5 text-sm">
      {!only && (
        <div>
          <p role="status" className="font-medium">
            {changes.same
              ? `${count(changes.read, 'report')} read again: all of it reads as before, and there is nothing to keep.`
              : sayChanges(changes)}
          </p>
          {left > 0 && (
            <p className="mt-1 text-muted">
              {count(left, 'report')} left as they are: relations made elsewhere came with them, or
              a newer version took their place.
            </p>
          )}
          {failed.map(({ title, reason }) => (
            <p key={title} className="mt-1">
              Not read, and left as it was: “{title}”. {reason}
            </p>
          ))}
          {!changes.same &&
            changes.new.count + changes.gone.count + changes.otherwise.count === 0 && (
              <p className="mt-1 text-muted">Only names are read otherwise in the reports.</p>
            )}
        </div>
      )}
      {decisions.lost.length > 0 && (
        <section>
          <h3 className="border-b border-line pb-1 font-semibold">
            Decisions without their ground{' '}
            <span className="font-normal text-muted">{decisions.lost.length}</span>
          </h3>
          <p className="mt-1.5 text-muted">
            They stay in the history, and stand again if it comes back.
          </p>
          <ul className="mt-2 space-y-2">
            {decisions.lost.map(({ words, reason, address }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes its order
              <li key={i} className="flex items-start gap-2">
                <CircleAlert size={14} aria-hidden className="mt-[3px] shrink-0" />
                <span>
                  {address ? (
                    <Link href={home + address} className="font-medium hover:underline">
                      {words}
                    </Link>
                  ) : (
                    <span className="font-medium">{words}</span>
                  )}
                  <span className="block text-muted">{reason}</span>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {!only && (
        <>
          <Relations title="New" sign="new" list={changes.new} home={home} />
          <Relations title="Gone" sign="gone" list={changes.gone} home={home} />
          <Relations title="Read otherwise" list={changes.otherwise} home={home} />
          <Names title="New names" names={names.new} />
          <Names title="Names that are gone" names={names.gone} />
          <Names
            title="Called otherwise"
            names={names.renamed.map(({ from, to }) => `${from} is ${to}`)}
          />
        </>
      )}
    </div>
  )
}

type RelationsProps = {
  title: string
  sign?: Sign
  list: { count: number; told: Told[] }
  home: string
}

function Relations({ title, sign, list, home }: RelationsProps) {
  if (list.count === 0) return null
  return (
    <section>
      <h3 className="border-b border-line pb-1 font-semibold">
        {sign && <span aria-hidden>{signTable[sign].mark} </span>}
        {title} <span className="font-normal text-muted">{list.count.toLocaleString('en')}</span>
      </h3>
      <ul className="mt-2 space-y-2.5">
        {list.told.map(({ words, how, quote, report, address }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes its order
          <li key={i}>
            <Link href={home + address} className="font-medium hover:underline">
              {words}
            </Link>
            {how && <span className="text-muted"> · {how}</span>}
            <p dir="auto" className="voice-document text-[15px] leading-[1.45]">
              “{quote}” <span className="font-sans text-xs text-muted">{report}</span>
            </p>
          </li>
        ))}
      </ul>
      {list.count > list.told.length && (
        <p className="mt-2 text-muted">
          and {(list.count - list.told.length).toLocaleString('en')} more
        </p>
      )}
    </section>
  )
}

/** So many are named. */
const most = 60

function Names({ title, names }: { title: string; names: string[] }) {
  if (names.length === 0) return null
  const more = names.length - most
  return (
    <section>
      <h3 className="border-b border-line pb-1 font-semibold">
        {title} <span className="font-normal text-muted">{names.length}</span>
      </h3>
      <p className="mt-2">
        {listWords(more > 0 ? [...names.slice(0, most), `${more} more`] : names)}
      </p>
    </section>
  )
}
